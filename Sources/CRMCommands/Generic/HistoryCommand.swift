import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm NOUN history CODE`: the operation log from one record's side.
enum HistoryCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    return Command(
      [noun, "history"],
      Label(
        "Show who changed a \(entity.label.en.lowercased()), when and how",
        vi: "Xem lịch sử thay đổi của \(entity.label.vi.lowercased())"),
      operands: [
        Operand(
          "CODE", Label("The record; also one in the trash", vi: "Bản ghi, cả trong thùng rác"),
          completion: .codes(kind: noun))
      ],
      options: GlobalOptions.format,
      reads: { invocation, session in
        Look { reader in
          let text = cleaned(invocation.operands.first ?? "")
          let id = try reader.find(entity.kind, code: text)?.id ?? reader.one(entity.kind, text)
          let changes = try OperationLog.wholeHistory(reader, entity.kind, id)
          try put(changes, entity, session, reader)
        }
      })
  }

  private static let columns: [RowColumn] =
    [
      RowColumn("time", .instant, Label("Time", vi: "Thời gian"), stays: true),
      RowColumn(
        "actor", .text, Label("By", vi: "Người thực hiện"), short: Label("By", vi: "Người"),
        stays: true),
      RowColumn("operation", .integer, Label("Operation", vi: "Thao tác"), yields: 1),
      RowColumn("record", .text, Label("Record", vi: "Bản ghi"), yields: 2),
      ChangeRows.action,
    ] + ChangeRows.fields

  private static func put(
    _ changes: [Change], _ entity: Entity, _ session: Session, _ reader: Reader
  ) throws {
    var operations: [Int64: Operation] = [:]
    var rows: [[Value]] = []
    let deeds = OperationDeeds()
    let form = try session.outputForm()
    let texts = ChangeRows(session, reader, form: form)
    for change in changes {
      let operation =
        try operations[change.operation] ?? OperationLog.operation(reader, change.operation)
      operations[change.operation] = operation
      let head: [Value] = [
        operation.map { .integer($0.time) } ?? .null, operation.map { .text($0.actor) } ?? .null,
        .integer(change.operation), .text(try reader.label(entity.kind, change.holder)),
      ]
      let deed = operation.flatMap(deeds.deed)
      let own =
        change.kind == entity.kind
        ? try texts.rows(of: change, as: deed) : try texts.rows(ofBelonging: change, as: deed)
      rows += own.map { head + $0 }
    }
    if form == .table, session.screenWidth < 100 {
      rows = rows.map { named($0, session.style(form)) }
    }
    try session.putRows(rows, columns, key: "history", title: Label("History", vi: "Lịch sử"))
  }

  /// A row that tells of no field says what was done where a narrow screen has no room for that
  /// column.
  private static func named(_ row: [Value], _ style: CellStyle) -> [Value] {
    guard let action = columns.firstIndex(where: { $0.key == ChangeRows.action.key }),
      row.indices.contains(action + 1), row[action + 1].isNull
    else { return row }
    var row = row
    row[action + 1] = .text(columns[action].kind.cell(row[action], style).text)
    return row
  }
}
