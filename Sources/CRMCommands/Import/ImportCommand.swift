import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm import FILE`: brings a file of records in.
enum ImportCommand {
  static let summary = Label(
    "Import customers, orders, anything from a file", vi: "Nhập khẩu dữ liệu từ tệp")

  static var commands: [Command<Session>] {
    [
      command(nil), ImportLogCommands.list, ImportLogCommands.show, ImportLogCommands.undo,
      TemplateCommand.command,
    ] + MappingCommands.commands
  }

  /// - Parameter kind: the noun it stands under; nil for the top-level verb, which finds the
  ///   kind from the headings.
  static func command(_ kind: Kind?) -> Command<Session> {
    Command(
      kind.map { [$0.rawValue, "import"] } ?? ["import"], summary,
      details: [
        Label(
          "Headings are found in English or Vietnamese, in any case and order. Rows in error go "
            + "to a rejects file with line and reason, and the rest lands as one operation that "
            + "crm undo takes back.",
          vi: "Tiêu đề tiếng Anh hay tiếng Việt, thứ tự bất kỳ. Dòng lỗi được ghi ra tệp kèm số "
            + "dòng và lý do, phần còn lại được nhập khẩu trong một thao tác mà crm undo hoàn tác "
            + "được."),
        Label(
          "The rejects file is one of the same format, a workbook for .xls and .ods: mend it and "
            + "import it again.",
          vi: "Tệp dòng lỗi cùng định dạng với tệp nhập khẩu (.xls và .ods thì ghi .xlsx): sửa rồi "
            + "nhập lại."),
        Label(
          "Rows of one document, such as the lines of an order, are those with the same code.",
          vi: "Các dòng cùng mã chứng từ (như các dòng của một đơn hàng) là một bản ghi."),
        Label(
          "A workbook's sheets are told apart by their names or headings and imported together, "
            + "what is referred to first.",
          vi: "Các trang của bảng tính được nhận theo tên hoặc tiêu đề và nhập khẩu cùng lúc, "
            + "danh mục được tham chiếu nhập khẩu trước."),
      ] + (kind.map { needs(Catalogue.entity($0)) } ?? [vCards]),
      operands: [
        Operand(
          "FILE", Label("The file, or - for standard input", vi: "Tệp, hoặc - cho đầu vào chuẩn"),
          completion: .files(
            .read, ["csv", "tsv", "txt", "xlsx", "xls", "ods", "vcf", "json", "jsonl"]))
      ],
      options: ImportOptionList.options(kind), several: true,

      examples: [
        Example(
          kind.map { "crm \($0.rawValue) import du-lieu.csv" }
            ?? "crm import khach-hang.csv --create-missing",
          Label(
            "Import, adding the lists' entries the file names",
            vi: "Nhập khẩu và thêm các mục danh mục có trong tệp")),
        Example(
          kind.map { "crm \($0.rawValue) import - --type csv --dry-run" }
            ?? "crm import khach-hang.csv --map 'Tên KH=name' --dry-run",
          Label("Try it without changing anything", vi: "Thử mà không thay đổi gì")),
        Example(
          kind.map { "crm \($0.rawValue) import lien-he.vcf --set owner=lan" }
            ?? "crm import lien-he.vcf --into customer --set source=Zalo",
          Label("Give every row a value", vi: "Đặt một giá trị cho mọi dòng")),
      ],
      writes: { invocation, session in try ImportRun(kind, invocation, session).work() }
    ).logged(as: Label("imported", vi: "nhập khẩu"))
  }

  private static let vCards = Label(
    "vCards are customers, unless --into says otherwise or crm export wrote them as contacts.",
    vi: "vCard được nhập khẩu thành khách hàng, trừ khi có --into hoặc do crm export ghi là liên "
      + "hệ.")

  /// What a row of the kind has to name beside what a record needs.
  private static func needs(_ entity: Entity) -> [Label] {
    guard !entity.requiredOnImport.isEmpty else { return [] }
    let fields = entity.fields.filter {
      $0.required || entity.requiredOnImport.contains($0.name)
    }
    let dashed = fields.filter(entity.takesDash)
    let names = (
      en: fields.map(\.label.en).joined(separator: ", "),
      vi: fields.map(\.label.vi).joined(separator: ", ")
    )
    let dash =
      dashed.isEmpty
      ? Label("", vi: "")
      : Label(
        " A dash says that there is none: " + dashed.map(\.label.en).joined(separator: ", ") + ".",
        vi: " Ghi dấu - nếu không có: " + dashed.map(\.label.vi).joined(separator: ", ") + ".")
    return [
      Label(
        "Every row has to name: \(names.en).\(dash.en)",
        vi: "Mỗi dòng bắt buộc có: \(names.vi).\(dash.vi)")
    ]
  }
}
