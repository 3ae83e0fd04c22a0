/// Which operations stand once one is reversed, and what customers are then.
final class StandingOperations {
  private let writer: Writer
  private let target: Operation
  private var known: [Int64: Bool] = [:]

  /// - Parameter target: the operation that is being reversed; reversing an undo brings the
  ///   operation back that it had undone.
  init(_ writer: Writer, reversing target: Operation) {
    self.writer = writer
    self.target = target
    known[target.number] = false
    if let back = target.undoes { known[back] = true }
  }

  private func stands(_ number: Int64) throws -> Bool {
    if let answer = known[number] { return answer }
    let operation = try OperationLog.operation(writer, number)
    let answer = operation.map { $0.undoes == nil && $0.undoneBy == nil } ?? false
    known[number] = answer
    return answer
  }

  /// Takes back one change of a record: fields that events move are worked out anew,
  /// the others get what they held before.
  ///
  /// - Returns: whether the change had moved anything.
  func reverse(_ change: ReversedChange) throws -> Bool {
    guard let record = change.record else { return false }
    let (entity, changes) = (change.entity, change.changes)
    var values: [(position: Int, value: Value)] = []
    var replayed: [Int: Value]?
    for change in changes {
      if entity.fields[change.position].follows == .events {
        if replayed == nil {
          replayed = try FollowedFields(writer: writer).replayed(record, stands)
        }
        if let value = replayed?[change.position] { values.append((change.position, value)) }
      } else if let old = change.old {
        values.append((change.position, old))
      }
    }
    try writer.putBack(record, values, as: change.action)
    return changes.contains { $0.old != nil }
  }
}

extension Writer {
  /// Gives fields of a record the values they held before.
  func putBack(
    _ record: Record, _ old: [(position: Int, value: Value)], as action: ChangeAction
  ) throws {
    var values = record.values
    var changed: [Int] = []
    for (position, value) in old where values[position] != value {
      values[position] = value
      changed.append(position)
    }
    guard !changed.isEmpty else { return }
    let statements = try statements(record.kind)
    try checkFree(
      statements, values, isDeleted: record.isDeleted, except: record.id, changed: changed)
    try apply(statements, record, values, changed: changed, as: action)
  }
}
