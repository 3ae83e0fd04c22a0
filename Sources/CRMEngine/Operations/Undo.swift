import CRMValues
import GRDB

/// Reverses operations, through the ordinary write door.
public enum Undo {
  /// Reverses an operation as a new one. Changes are taken back last first.
  ///
  /// - Parameters:
  ///   - number: the operation; nil for the latest that is in force.
  ///   - force: also where later operations changed the same fields.
  /// - Returns: the number of the reversed operation and how many records changed.
  /// - Throws: ``CRMError`` of kind conflict that names the records a later operation changed; of
  ///   kind notPermitted where somebody else did it and the actor may not configure.
  public static func undo(
    _ writer: Writer, _ number: Int64?, force: Bool
  ) throws -> (operation: Int64, records: Int) {
    let target: Operation
    if let number {
      target = try named(writer, number)
    } else {
      guard let found = try OperationLog.latestToUndo(writer) else {
        throw CRMError(.request, "there is nothing to undo", vi: "không có gì để hoàn tác")
      }
      target = found
    }
    return (target.number, try reverse(writer, target, force: force))
  }

  private static func redoing(_ number: Int64) -> Label {
    Label("Do it again with: crm redo \(number)", vi: "Làm lại bằng: crm redo \(number)")
  }

  private static func named(_ writer: Writer, _ number: Int64) throws -> Operation {
    guard let found = try OperationLog.operation(writer, number) else { throw unknown(number) }
    try refuseOthers(writer, found)
    if number == 1 {
      throw CRMError(
        .request, "operation 1 made the database and cannot be undone",
        vi: "thao tác 1 tạo cơ sở dữ liệu nên không hoàn tác được")
    }
    if let by = found.undoneBy {
      throw CRMError(
        .request, "operation \(number) is already undone (by operation \(by))",
        vi: "thao tác \(number) đã được hoàn tác (bởi thao tác \(by))",
        hints: [redoing(number)])
    }
    if let undoes = found.undoes {
      throw CRMError(
        .request, "operation \(number) is itself an undo or redo (of operation \(undoes))",
        vi: "thao tác \(number) vốn là hoàn tác hoặc làm lại (của thao tác \(undoes))",
        hints: [
          try OperationLog.isUndoInForce(writer, found)
            ? redoing(undoes)
            : Label(
              "Undo the first operation by its number.",
              vi: "Hãy hoàn tác thao tác gốc theo số của nó.")
        ])
    }
    return found
  }

  /// Returns the undo in force of a named operation.
  private static func undoing(_ writer: Writer, _ number: Int64) throws -> Operation {
    guard let named = try OperationLog.operation(writer, number) else { throw unknown(number) }
    try refuseOthers(writer, named)
    if let by = named.undoneBy, let undo = try OperationLog.operation(writer, by) {
      try refuseOthers(writer, undo)
      return undo
    }
    if named.undoes != nil, try OperationLog.isUndoInForce(writer, named) { return named }
    throw CRMError(
      .request, "operation \(number) is not undone", vi: "thao tác \(number) chưa bị hoàn tác",
      hints: [Label("See the list with: crm log", vi: "Xem danh sách bằng: crm log")])
  }

  private static func unknown(_ number: Int64) -> CRMError {
    CRMError(
      .request, "there is no operation \(number)", vi: "không có thao tác số \(number)",
      hints: [Label("See the list with: crm log", vi: "Xem danh sách bằng: crm log")])
  }

  private static func refuseOthers(_ writer: Writer, _ found: Operation) throws {
    if writer.mayConfigure || writer.actor.isMe(found.actor) { return }
    throw CRMError(
      .notPermitted,
      "operation \(found.number) was done by \(found.actor); only who may configure undoes it",
      vi: "thao tác \(found.number) do \(found.actor) thực hiện; chỉ người có quyền cấu hình mới "
        + "hoàn tác được",
      hints: [Label("See your own with: crm log", vi: "Xem thao tác của mình: crm log")])
  }

  /// Reverses an undo that is in force: the actor's latest, or that of an operation.
  ///
  /// - Parameter number: the operation to do again, or the undo of it; nil for the latest.
  public static func redo(
    _ writer: Writer, _ number: Int64? = nil, force: Bool
  ) throws -> (operation: Int64, records: Int) {
    guard
      let undone = try number.map({ try undoing(writer, $0) })
        ?? OperationLog.latestToRedo(writer)
    else {
      // What was undone before newer work is done again where it is asked for by its number.
      let older = try OperationLog.latestUndoInForce(writer)?.undoes
      throw CRMError(
        .request, "there is nothing to redo", vi: "không có gì để làm lại",
        hints: older.map { [redoing($0)] } ?? [])
    }
    let records = try reverse(writer, undone, force: force)
    return (undone.undoes ?? undone.number, records)
  }

  private static func reverse(
    _ writer: Writer, _ target: Operation, force: Bool
  ) throws -> Int {
    try refuseDestruction(writer, target)
    try refuseUnseen(writer, target)
    if !force { try refuseConflicts(writer, target) }
    writer.reverses(target.number)
    writer.drawsConsequences = false
    let next = try writer.cache.statement(
      "SELECT id, kind, record, action, fields FROM change WHERE id BETWEEN ? AND ? "
        + "ORDER BY id DESC")
    next.bind(1, target.firstChange)
    next.bind(2, target.lastChange)
    let standing = StandingOperations(writer, reversing: target)
    let aftermath = UndoAftermath(writer, target)
    let merged = try mergedKind(writer, target)
    var count = 0
    while try next.step() {
      guard let kind = writer.catalogue.kind(number: next.integer(1)),
        let action = ChangeAction(rawValue: next.integer(3))
      else { continue }
      if action == .merge { continue }
      let logged = try ReversedChange(writer, kind, next.integer(2), action, next.text(4) ?? "{}")
      let change = try writer.reversal(of: logged, by: target)
      if !change.onlyMoves(between: merged) { try permit(writer, target, change) }
      do {
        // What people and events did to a record besides stays, in the order it came.
        if change.entity.hasEvents, action == .follow || (action == .edit && !force) {
          guard try standing.reverse(change) else { continue }
        } else {
          try reverse(writer, target, change)
        }
      } catch let error as DatabaseError
        where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY
      {
        throw gone(target, change.entity.called(try writer.label(kind, change.id)))
      }
      aftermath.note(change)
      count += 1
    }
    try aftermath.check()
    return count
  }

  private static func gone(_ target: Operation, _ record: Label) -> CRMError {
    CRMError(
      .conflict,
      "operation \(target.number) cannot be undone: what \(record.en) referred to "
        + "is no longer there",
      vi: "không hoàn tác được thao tác \(target.number): bản ghi mà \(record.vi) "
        + "từng chỉ đến không còn nữa",
      hints: [
        Label(
          "Bring that back first, with crm redo.",
          vi: "Hãy khôi phục bản ghi đó trước, bằng crm redo.")
      ])
  }

  private static func reverse(
    _ writer: Writer, _ target: Operation, _ change: ReversedChange
  ) throws {
    let (kind, id) = (change.kind, change.id)
    let statements = try writer.statements(kind)
    switch change.action {
    case .add:
      guard let record = change.record else { return }
      try remove(writer, record, of: target)
      writer.giveBackNumber(of: record, statements)
    case .remove:
      guard let row = change.row else { return }
      try writer.checkFree(statements, row.values, isDeleted: row.deleted != nil, except: id)
      try writer.putBack(kind, id, row.values, deleted: row.deleted)
      if let code = statements.codePosition.flatMap({ row.values[$0].text }) {
        writer.skipNumber(of: code, statements)
      }
    case .trash:
      guard let record = change.record, record.isDeleted else { return }
      try writer.checkFree(statements, record.values, isDeleted: false, except: id)
      try writer.bringBack(statements, record)
    case .restore:
      guard let record = change.record, !record.isDeleted else { return }
      try writer.putAway(statements, record)
    case .edit, .follow:
      guard let record = change.record else { return }
      let old = change.moved.map { moved in
        let now = record.values[moved.position]
        return (
          moved.position,
          change.action == .follow ? taken(moved.old, moved.new, back: now) : moved.old
        )
      }
      try writer.putBack(record, old, as: change.action)
    case .destroy, .merge:
      break
    }
  }

  /// Returns what a field holds with a change taken back that others may have followed: of a list
  /// only what that change added and removed.
  private static func taken(_ old: Value, _ new: Value, back now: Value) -> Value {
    guard case .list(let old) = old, case .list(let new) = new else { return old }
    let added = Set(new).subtracting(old)
    let removed = Set(old).subtracting(new)
    return .list(Set(now.list).subtracting(added).union(removed).sorted())
  }
}
