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
            try columns.map { try value($0, of: operation, deeds, session, reader) }
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
  private static let undoes = RowColumn("undoes", .integer, Label("Reverses", vi: "Đảo lại"))
  private static let undoneBy = RowColumn(
    "undone_by", .integer, Label("Undone by", vi: "Hoàn tác bởi"))
  private static let deed = RowColumn("deed", .text, Label("What", vi: "Việc"))
  private static let line = RowColumn(
    "command", .text, Label("Command", vi: "Lệnh"), fit: .cut, stays: true)

  /// People read what was reversed in words, programs by the numbers of the operations.
  private static func columns(_ style: CellStyle) -> [RowColumn] {
    [number, time, actor, changes]
      + (style.audience == .programs ? [undoes, undoneBy] : [deed]) + [line]
  }

  private static func value(
    _ column: RowColumn, of operation: Operation, _ deeds: OperationDeeds, _ session: Session,
    _ reader: Reader
  ) throws -> Value {
    switch column.key {
    case "number": return .integer(operation.number)
    case "time": return .integer(operation.time)
    case "actor": return .text(operation.actor)
    case "changes": return .integer(operation.changes)
    case "undoes": return operation.undoes.map(Value.integer) ?? .null
    case "undone_by": return operation.undoneBy.map(Value.integer) ?? .null
    case "deed":
      return .text(session.text(try words(deeds.title(of: operation), operation, reader)))
    case "command": return .text(operation.command)
    default: return .null
    }
  }

  /// What an operation did, which one it reversed, and by which it was reversed itself.
  private static func words(
    _ title: Label?, _ operation: Operation, _ reader: Reader
  ) throws -> Label {
    var words = title ?? Label(same: "")
    if let reversed = operation.undoes {
      // To do again is to undo an undo.
      let first = try OperationLog.operation(reader, reversed)?.undoes ?? reversed
      words = Label("\(words.en) operation \(first)", vi: "\(words.vi) thao tác \(first)")
    }
    if let by = operation.undoneBy {
      words = Label("\(words.en) (undone by \(by))", vi: "\(words.vi) (đã hoàn tác bởi \(by))")
    }
    return words
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
    let writer = try session.openRows(
      form, changeColumns, key: "changes", title: Label(same: operation.command))
    try OperationLog.changes(reader, of: operation) { change in
      for row in try texts.namedRows(of: change, as: deed) {
        try writer.write(zip(changeColumns, row).map { $0.kind.cell($1, style) })
      }
    }
    try writer.finish()
  }
}
