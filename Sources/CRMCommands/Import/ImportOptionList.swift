import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// The options of `crm import`: those a mapping can save, and the others.
enum ImportOptionList {
  static let into = Option(
    "into", value: .one("KIND", .custom("kinds")),
    Label(
      "What the rows are (else found from the headings)",
      vi: "Loại bản ghi (nếu không, tự nhận theo tiêu đề)"))

  private static let mapping = Option(
    "mapping", value: .one("NAME", .custom("mappings")),
    Label(
      "Take columns and choices from this saved mapping",
      vi: "Dùng mẫu nhập khẩu đã lưu"))

  /// What is said of columns and rows, and can be saved under a name.
  static let columns: [Option] = [
    Option(
      "map", value: .one("HEADING=FIELD"),
      Label(
        "Take this column for that field; no field leaves it out",
        vi: "Coi cột này là trường kia; để trống trường là bỏ qua cột"), repeats: true),
    Option(
      "set", value: .one("FIELD=VALUE"),
      Label(
        "The field's value in every row that gives none itself",
        vi: "Giá trị của trường trong mọi dòng không ghi trường đó"), repeats: true),
    Option(
      "only-columns", value: .one("A,B"),
      Label("Take only these fields of the file", vi: "Chỉ lấy các trường này trong tệp"),
      repeats: true),
    Option(
      "mode", value: .one("MODE", choices(ImportOptions.Mode.allCases.map(\.rawValue))),
      Label("add, update or upsert (upsert)", vi: "add, update hoặc upsert (mặc định upsert)")),
    Option(
      "match", value: .one("FIELD"),
      Label(
        "Find existing records by this field, not the code: phones, emails … Several are "
          + "tried in order; a+b are both together",
        vi: "Tìm bản ghi đã có theo trường này thay vì mã: phones, emails … Nhiều trường thì thử "
          + "lần lượt; a+b là khớp cả hai"),
      repeats: true),
    Option(
      "blank", value: .one("keep|clear", choices(ImportOptions.Blank.allCases.map(\.rawValue))),
      Label(
        "What an empty cell does to an existing record (keep)",
        vi: "Ô trống thì giữ (keep) hay xóa (clear) giá trị cũ")),
    Option(
      "create-missing",
      Label(
        "Add sources, groups, units … that the file names and that do not exist",
        vi: "Tự thêm nguồn, nhóm, đơn vị … có trong tệp mà chưa có")),
  ]

  /// - Parameter kind: the noun the command stands under; nil for the top-level verb.
  static func options(_ kind: Kind?) -> [Option] {
    (kind == nil ? [into] : []) + [mapping] + columns + [
      Option(
        "strict",
        Label(
          "Land nothing where one row is in error",
          vi: "Không nhập khẩu gì nếu có một dòng lỗi")),
      Option(
        "rejects", value: .one("FILE", .files(.made, ["xlsx", "csv", "json", "jsonl", "vcf"])),
        Label(
          "Where rows in error go (FILE.rejects here, in the format of FILE)",
          vi: "Tệp ghi các dòng lỗi (mặc định TỆP.rejects tại đây, cùng định dạng với TỆP)")),
      Option(
        "restore-trashed",
        Label(
          "Take records the file names out of the trash",
          vi: "Khôi phục bản ghi trong thùng rác có mã trong tệp")),
      Option(
        "allow-duplicate",
        Label(
          "Do not check for duplicate phones and emails",
          vi: "Không kiểm tra trùng số điện thoại và email")),
      Option(
        "preview",
        Label(
          "Show what is read, heading row and first rows; nothing is imported",
          vi: "Xem trước những gì đọc được: tiêu đề và các dòng đầu; không nhập khẩu gì")),
      Option(
        "count",
        Label("With --preview: only the number of rows", vi: "Với --preview: chỉ in số dòng")),
      Option(
        "sheet", value: .one("NAME|N"),
        Label(
          "One sheet by name or place (all that hold records)",
          vi: "Một trang tính theo tên hoặc thứ tự (mặc định mọi trang nhận ra)")),
      Option(
        "header-row", value: .one("N"),
        Label(
          "The line the headings are on (else found)",
          vi: "Dòng chứa tiêu đề (nếu không, tự nhận)")),
      Option(
        "type", value: .one("FORMAT", choices(TableFormat.allCases.map(\.rawValue))),
        Label(
          "The file's format (else recognised by its content, then its name)",
          vi: "Định dạng tệp (nếu không, tự nhận theo nội dung rồi đến tên)")),
      Option(
        "encoding", value: .one("NAME"),
        Label("The file's encoding (else recognised)", vi: "Bảng mã của tệp (nếu không, tự nhận)")),
      Option(
        "delimiter", value: .one("CHAR"),
        Label(
          "The character between cells (else recognised)",
          vi: "Ký tự ngăn cách ô (nếu không, tự nhận)")),
      Option(
        "json",
        Label(
          "Print counts and the codes of the records as JSON",
          vi: "In số lượng và mã các bản ghi dạng JSON")),
      SummaryOption.option, ProgressBar.option,
    ]
  }

  private static func choices(_ words: [String]) -> Completion {
    .choices(words.map { .init($0, Label(same: $0)) })
  }
}
