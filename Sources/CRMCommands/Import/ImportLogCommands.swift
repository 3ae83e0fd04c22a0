import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm import list`, `crm import show N` and `crm import undo N`: the imports that took place.
enum ImportLogCommands {
  private static let number = Operand(
    "N", Label("The number of the import's operation", vi: "Số thao tác của lần nhập khẩu"),
    completion: .custom("operations"))

  static var list: Command<Session> {
    Command(
      ["import", "list"],
      Label("List the imports that took place, newest first", vi: "Liệt kê các lần nhập khẩu"),
      options: [Listing.limit, Listing.offset] + GlobalOptions.format,
      examples: [
        Example("crm import list --limit 10", Label("The last ten", vi: "Mười lần gần nhất"))
      ],
      reads: { invocation, session in
        let limit = try invocation.integer("limit", in: 0...Int.max)
        let offset = try invocation.integer("offset", in: 0...Int.max) ?? 0
        let form = try session.outputForm()
        let isForPrograms = session.style(form).audience == .programs
        return Look { reader in
          let rows = try ImportLog.list(reader, limit: limit, offset: offset).map {
            row($0, form) { isForPrograms ? $0.rawValue : session.text(Catalogue.entity($0).label) }
          }
          try session.putRows(
            rows, [operation, time, actor, file, kinds] + counts + [state], key: "imports",
            title: Label("Imports", vi: "Các lần nhập khẩu"), form: form)
        }
      })
  }

  static var show: Command<Session> {
    Command(
      ["import", "show"],
      Label(
        "Show what one import brought in, sheet by sheet",
        vi: "Xem chi tiết một lần nhập "
          + "khẩu"),
      details: [
        Label(
          "What it changed, record by record: crm log show N.",
          vi: "Xem từng bản ghi đã đổi: crm log show N.")
      ],
      operands: [number], options: GlobalOptions.format,
      examples: [
        Example("crm import show 12", Label("What operation 12 brought", vi: "Lần nhập khẩu số 12"))
      ],
      reads: { invocation, session in
        let number = try UndoCommand.number(invocation.operands.first ?? "")
        return Look { reader in
          let entry = try ImportLog.entry(reader, number)
          let columns =
            [operation, time, actor, file, sheet, RowColumn.kind] + counts + [
              rejects, state, command,
            ]
          try session.putFacts(
            entry.sheets.map { row($0, entry, session) }, columns, key: "imports",
            title: Label("Import \(number)", vi: "Lần nhập khẩu \(number)"))
        }
      })
  }

  static var undo: Command<Session> {
    Command(
      ["import", "undo"], Label("Take back what one import did", vi: "Hoàn tác một lần nhập khẩu"),
      operands: [number], options: [UndoCommand.force], several: true,
      examples: [
        Example(
          "crm import undo 12 --dry-run",
          Label("Shows what that would change", vi: "Xem việc đó sẽ đổi những gì"))
      ],
      writes: { invocation, session in
        let number = try UndoCommand.number(invocation.operands.first ?? "")
        let asked = AskedOperation(number, session)
        return UndoCommand.work(asking: asked.question(toRedo: false)) { writer in
          _ = try ImportLog.entry(writer, number)
          return try Undo.undo(writer, number, force: invocation.has("force"))
        }
      })
  }

  private static let operation = RowColumn("number", .integer, Label("Number", vi: "Số"))
  private static let time = RowColumn(
    "time", .instant, Label("Time", vi: "Thời gian"), yields: 1)
  private static let actor = RowColumn(
    "actor", .text, Label("By", vi: "Người thực hiện"),
    short: Label("By", vi: "Người"), yields: 4)
  private static let file = RowColumn("file", .text, Label("File", vi: "Tệp"), stays: true)
  private static let sheet = RowColumn("sheet", .text, Label("Sheet", vi: "Trang tính"))
  private static let kinds = RowColumn("kind", .text, Label("Kind", vi: "Loại"), yields: 2)
  private static let counts = [
    RowColumn("rows", .integer, Label("Rows", vi: "Dòng")),
    RowColumn("added", .integer, Label("Added", vi: "Thêm")),
    RowColumn("updated", .integer, Label("Updated", vi: "Sửa")),
    RowColumn("unchanged", .integer, Label("Unchanged", vi: "Không đổi"), yields: 5),
    RowColumn("rejected", .integer, Label("Rejected", vi: "Lỗi")),
  ]
  private static let rejects = RowColumn(
    "rejects", .text, Label("Rows in error", vi: "Tệp dòng lỗi"))
  private static let state = RowColumn(
    "undone_by", .integer, Label("Undone by", vi: "Hoàn tác bởi"),
    short: Label("Undone", vi: "Hoàn tác"), stays: true)
  private static let command = RowColumn("command", .text, Label("Command", vi: "Lệnh"))

  private static func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }

  /// A screen has the name of the file, without its folder.
  private static func row(
    _ entry: ImportEntry, _ form: OutputForm, _ noun: (Kind) -> String
  ) -> [Value] {
    let file = entry.sheets.first?.file
    let shown = form == .table ? file?.split(separator: "/").last.map(String.init) : file
    var kinds: [Kind] = []
    for sheet in entry.sheets where !kinds.contains(sheet.kind) { kinds.append(sheet.kind) }
    let nouns = kinds.map(noun).joined(separator: ", ")
    let counts: [KeyPath<ImportedSheet, Int64>] = [
      \.rows, \.added, \.updated, \.unchanged, \.rejected,
    ]
    return [
      .integer(entry.operation.number), .integer(entry.operation.time),
      .text(entry.operation.actor), text(shown), .text(nouns),
    ] + counts.map { .integer(entry.sum($0)) } + [undone(entry)]
  }

  private static func row(
    _ sheet: ImportedSheet, _ entry: ImportEntry, _ session: Session
  ) -> [Value] {
    [
      .integer(entry.operation.number), .integer(entry.operation.time),
      .text(entry.operation.actor), .text(sheet.file), text(sheet.sheet),
      .text(sheet.kind.rawValue), .integer(sheet.rows), .integer(sheet.added),
      .integer(sheet.updated), .integer(sheet.unchanged), .integer(sheet.rejected),
      text(sheet.rejects), undone(entry), .text(entry.operation.command),
    ]
  }

  private static func undone(_ entry: ImportEntry) -> Value {
    entry.operation.undoneBy.map(Value.integer) ?? .null
  }
}
