import CRMArguments
import CRMValues

/// The options every command takes, and the groups of options several commands share.
enum GlobalOptions {
  static let all: [Option] = [
    Option(
      "db", value: .one("FILE", .files(.database, ["sqlite"])),
      Label(
        "The database (else CRM_DB, else the user's data folder)",
        vi: "Tệp dữ liệu (hoặc CRM_DB, hoặc thư mục dữ liệu của bạn)")),
    Option(
      "as", value: .one("USER", .codes(kind: "user")),
      Label(
        "Act as this user (else CRM_USER, else the system's login)",
        vi: "Thao tác với tên người dùng này (hoặc CRM_USER, hoặc tài khoản hệ thống)")),
    Option(
      "lang",
      value: .one(
        "vi|en",
        .choices([
          .init("vi", Label("Vietnamese", vi: "Tiếng Việt")),
          .init("en", Label("English", vi: "Tiếng Anh")),
        ])),
      Label("The language of labels and messages", vi: "Ngôn ngữ của nhãn và thông báo")),
    Option(
      "today", value: .one("DATE"),
      Label("Take this day for today (else CRM_TODAY)", vi: "Coi ngày này là hôm nay")),
    Option(
      "timeout", value: .one("SECONDS"),
      Label("How long to wait for another writer (5)", vi: "Thời gian chờ lệnh khác đang ghi (5)")),
    Option("no-color", Label("No colour on the terminal", vi: "Không tô màu")),
    Option("no-input", Label("Never ask; fail instead", vi: "Không hỏi; báo lỗi nếu thiếu")),
  ]

  /// How rows are shown.
  static let format = formats(
    OutputForm.printed,
    Label(
      "table, tsv, csv, json, jsonl or markdown", vi: "table, tsv, csv, json, jsonl, markdown"))

  /// How records are shown, of which the codes alone may be wanted.
  static let recordFormat = formats(
    OutputForm.printed + [.codes],
    Label(
      "table, tsv, csv, json, jsonl, markdown, or codes alone for another command's -",
      vi: "table, tsv, csv, json, jsonl, markdown, hoặc 'codes': chỉ mã, cho dấu - của lệnh khác"))

  private static func formats(_ forms: [OutputForm], _ label: Label) -> [Option] {
    [
      Option(
        "format",
        value: .one("FORMAT", .choices(forms.map { .init($0.rawValue, Label(same: $0.rawValue)) })),
        label, heading: Label("Output", vi: "Kết quả")),
      Option(
        "json", Label("Short for --format json", vi: "Viết tắt của --format json"),
        heading: Label("Output", vi: "Kết quả")),
      noHeader,
    ]
  }

  /// Rows of text without their heading.
  static let noHeader = Option(
    "no-header",
    Label("TSV and CSV without the heading row", vi: "TSV, CSV không có dòng tiêu đề"),
    heading: Label("Output", vi: "Kết quả"))

  /// Which records a command that acts on several takes, beside codes as operands.
  static func selecting(_ kind: String) -> [Option] {
    [
      Option(
        "where", value: .one("EXPR"), Label("Records of this filter", vi: "Bản ghi theo điều kiện"),
        heading: Label("Which", vi: "Chọn bản ghi")),
      Option(
        "view", value: .one("NAME", .views(kind: kind)),
        Label("Records of this saved view", vi: "Bản ghi theo giao diện đã lưu"),
        heading: Label("Which", vi: "Chọn bản ghi")),
    ]
  }
}
