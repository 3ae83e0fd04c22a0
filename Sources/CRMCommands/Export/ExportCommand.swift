import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm export KIND|all` and `crm NOUN export`: records into a file that opens right in a
/// spreadsheet program and imports again as it was.
enum ExportCommand {
  static let summary = Label(
    "Write records to a workbook, CSV, JSON or vCard file",
    vi: "Xuất khẩu dữ liệu ra tệp Excel, CSV, JSON, vCard")

  /// - Parameter kind: the noun it stands under; nil for the top-level verb.
  static func command(_ kind: Kind?) -> Command<Session> {
    let noun = (kind ?? Nouns.main).rawValue
    let line = kind.map { "crm \($0.rawValue) export" } ?? "crm export customer"
    return Command(
      kind.map { [$0.rawValue, "export"] } ?? ["export"], summary,
      details: [
        Label(
          "Without --columns all fields go out, and crm import reads them back. Documents with "
            + "lines have one row a line. The file is put in place only when it is whole.",
          vi:
            "Không có --columns thì xuất khẩu mọi trường, và crm import đọc lại được. Chứng từ có "
            + "dòng "
            + "hàng: mỗi dòng hàng một dòng. Tệp chỉ xuất hiện khi đã ghi xong.")
      ],
      operands: kind == nil
        ? [
          Operand(
            "KIND",
            Label(
              "What to export, or all for a sheet a kind",
              vi: "Loại bản ghi, hoặc all để mỗi loại một trang"), completion: .custom("kinds")),
          codes(nil),
        ] : [codes(kind)],
      options: formats + ListCommand.selecting(kind ?? Nouns.main)
        + [
          Listing.columns(kind ?? Nouns.main), Listing.sort(kind ?? Nouns.main), Listing.limit,
          Listing.offset,
        ],

      examples: [
        Example(
          "\(line) --xlsx \(noun).xlsx",
          Label(
            "All to a workbook",
            vi: "Xuất khẩu toàn bộ ra "
              + "Excel")),
        Example(
          "\(line) --csv - --where 'created = this-month'",
          Label(
            "Those of this month, to another program",
            vi: "Bản ghi tháng này, chuyển cho chương trình khác")),
      ]
        + (kind == nil
          ? [
            Example(
              "crm export all --xlsx crm.xlsx",
              Label("Everything, a sheet a kind", vi: "Toàn bộ, mỗi loại một trang")),
            Example(
              "crm export all --vcf danh-ba.vcf",
              Label(
                "Customers and contacts, for a telephone",
                vi: "Khách hàng và liên hệ, cho điện thoại")),
          ] : []),
      reads: { _, session in try ExportRun(kind, session).look() })
  }

  private static func codes(_ kind: Kind?) -> Operand {
    Operand(
      "CODE",
      Label(
        "These records, with those of --where and --view; - reads codes from standard input",
        vi: "Các bản ghi này, cùng bản ghi theo --where, --view; - đọc mã từ đầu vào chuẩn"),
      arity: .many, completion: kind.map { .codes(kind: $0.rawValue) } ?? .none)
  }

  private static let formats: [Option] =
    [
      ("xlsx", Label("Write an Excel workbook", vi: "Ghi tệp Excel")),
      ("csv", Label("Write CSV", vi: "Ghi tệp CSV")),
      ("tsv", Label("Write tab-separated text", vi: "Ghi văn bản cách bằng tab")),
      ("json", Label("Write a JSON array", vi: "Ghi mảng JSON")),
      ("jsonl", Label("Write one JSON object a line", vi: "Ghi mỗi dòng một đối tượng JSON")),
      (
        "vcf",
        Label(
          "Write vCards of customers or contacts, with all of both",
          vi: "Ghi vCard khách hàng hoặc liên hệ, với all thì cả hai")
      ),
      ("markdown", Label("Write Markdown tables", vi: "Ghi bảng Markdown")),
    ].map { name, label in
      Option(
        name, value: .one("FILE", .files(.written, [name == "markdown" ? "md" : name])),
        Label("\(label.en); - is standard output", vi: "\(label.vi); - là đầu ra chuẩn"),
        heading: Label("Output", vi: "Kết quả"))
    } + [
      Option(
        "vcard-version", value: .one("VERSION", .choices(versions)),
        Label(
          "4.0, or 3.0 for older telephones (4.0)", vi: "4.0, hoặc 3.0 cho máy cũ (mặc định 4.0)"),
        heading: Label("Output", vi: "Kết quả")),
      Option(
        "bom",
        Label(
          "Begin CSV or TSV with a byte-order mark, by which Excel knows the encoding; "
            + "crm config set export.bom yes for good",
          vi: "Thêm dấu BOM đầu tệp CSV, TSV để Excel nhận đúng tiếng Việt; luôn thêm: "
            + "crm config set export.bom có"),
        heading: Label("Output", vi: "Kết quả")), GlobalOptions.noHeader, SummaryOption.option,
      ProgressBar.option,
    ]

  private static let versions = VCardVersion.allCases.map {
    Completion.Choice($0.rawValue, Label(same: $0.rawValue))
  }
}
