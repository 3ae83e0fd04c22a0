import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm log`: what was done to the data, and `crm log show N`: what one operation changed.
enum LogCommand {
  static let summary = Label("List what was done, newest first", vi: "Liệt kê các thao tác đã làm")

  static var commands: [Command<Session>] { [command, show] }

  static var command: Command<Session> {
    Command(
      ["log"], summary,
      details: [
        Label(
          "Every writing command is one operation; crm undo N takes it back.",
          vi: "Mỗi lệnh ghi dữ liệu là một thao tác; crm undo N để hoàn tác.")
      ],
      options: [Listing.limit, Listing.offset] + GlobalOptions.format,
      examples: [
        Example("crm log --limit 10", Label("The last ten", vi: "Mười thao tác gần nhất")),
        Example("crm log show 12", Label("What one changed", vi: "Thao tác đó đã sửa gì")),
      ],
      reads: { invocation, session in
        let limit = try invocation.integer("limit", in: 0...Int.max)
        let offset = try invocation.integer("offset", in: 0...Int.max) ?? 0
        return Look { reader in
          let columns = columns(session.style(try session.outputForm()))
          let deeds = OperationDeeds()
          let rows = try OperationLog.list(reader, limit: limit, offset: offset).map { operation in
            columns.map { value($0, of: operation, deeds, session) }
          }
          try session.putRows(
            rows, columns, key: "log", title: Label("Operations", vi: "Thao tác"))
        }
      })
  }

  private static let number = RowColumn("number", .integer, Label("Number", vi: "Số"))
  private static let time = RowColumn("time", .instant, Label("Time", vi: "Thời gian"))
  private static let actor = RowColumn(
    "actor", .text, Label("By", vi: "Người thực hiện"),
    short: Label("By", vi: "Người"), yields: 2)
  private static let changes = RowColumn(
    "changes", .integer, Label("Changes", vi: "Thay đổi"), yields: 3)
  private static let state = RowColumn("state", .text, Label("State", vi: "Trạng thái"))
  private static let undoes = RowColumn("undoes", .integer, Label("Reverses", vi: "Đảo lại"))
  private static let undoneBy = RowColumn(
    "undone_by", .integer, Label("Undone by", vi: "Hoàn tác bởi"))
  private static let deed = RowColumn("deed", .text, Label("What", vi: "Việc"))
  private static let line = RowColumn(
    "command", .text, Label("Command", vi: "Lệnh"), fit: .cut, stays: true)

  /// People read the state in words, programs by the numbers of the operations.
  private static func columns(_ style: CellStyle) -> [RowColumn] {
    [number, time, actor, changes]
      + (style.audience == .programs ? [undoes, undoneBy] : [state, deed]) + [line]
  }

  private static func value(
    _ column: RowColumn, of operation: Operation, _ deeds: OperationDeeds, _ session: Session
  ) -> Value {
    switch column.key {
    case "number": return .integer(operation.number)
    case "time": return .integer(operation.time)
    case "actor": return .text(operation.actor)
    case "changes": return .integer(operation.changes)
    case "state": return .text(session.text(state(operation)))
    case "undoes": return operation.undoes.map(Value.integer) ?? .null
    case "undone_by": return operation.undoneBy.map(Value.integer) ?? .null
    case "deed": return deeds.title(of: operation).map { .text(session.text($0)) } ?? .null
    case "command": return .text(operation.command)
    default: return .null
    }
  }

  private static func state(_ operation: Operation) -> Label {
    if let by = operation.undoneBy { return Label("undone by \(by)", vi: "đã hoàn tác bởi \(by)") }
    if let of = operation.undoes { return Label("reverses \(of)", vi: "đảo lại \(of)") }
    return Label(same: "")
  }

  static var show: Command<Session> {
    Command(
      ["log", "show"],
      Label("Show what an operation changed", vi: "Xem một thao tác đã thay đổi gì"),
      operands: [
        Operand("N", Label("The number of the operation", vi: "Số của thao tác"))
      ],
      options: GlobalOptions.format,
      reads: { invocation, session in
        let typed = invocation.operands.first ?? ""
        guard let number = Int64(typed), number > 0 else {
          throw CRMError(
            .usage, "“\(typed)” is not the number of an operation",
            vi: "“\(typed)” không phải số của thao tác",
            hints: [Label("See the list with: crm log", vi: "Xem danh sách bằng: crm log")])
        }
        return Look { try put(number, session, $0) }
      })
  }

  private static let changeColumns: [RowColumn] =
    [
      RowColumn("kind", .text, Label("Kind", vi: "Loại")),
      RowColumn("record", .text, Label("Record", vi: "Bản ghi"), stays: true), ChangeRows.action,
    ] + ChangeRows.fields

  /// The changes stream: an import has a million of them.
  private static func put(_ number: Int64, _ session: Session, _ reader: Reader) throws {
    guard let operation = try OperationLog.operation(reader, number) else {
      throw CRMError(
        .request, "there is no operation \(number)", vi: "không có thao tác số \(number)",
        hints: [Label("See the list with: crm log", vi: "Xem danh sách bằng: crm log")])
    }
    let form = try session.outputForm()
    let style = session.style(form)
    let texts = ChangeRows(session, reader, form: form)
    let deed = OperationDeeds().deed(of: operation)
    let writer = try session.openRows(form)
    if let table = writer as? TerminalTable {
      try table.begin(session.screenColumns(changeColumns))
    } else {
      try writer.beginSheet(
        session.sheet("changes", Label(same: operation.command), changeColumns))
    }
    try OperationLog.changes(reader, of: operation) { change in
      for row in try texts.namedRows(of: change, as: deed) {
        try writer.write(zip(changeColumns, row).map { $0.kind.cell($1, style) })
      }
    }
    try writer.finish()
  }
}
