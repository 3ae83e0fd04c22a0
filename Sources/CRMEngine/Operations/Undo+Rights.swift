import CRMValues

/// What taking an operation back takes: for each record the right that doing it by hand would take
/// today, and no approved record is changed (RULES 12.1).
extension Undo {
  /// Refuses to take back one change that the actor could not make by hand.
  static func permit(
    _ writer: Writer, _ target: Operation, _ kind: Kind, _ id: Int64, _ action: ChangeAction,
    _ fields: String
  ) throws {
    let entity = writer.entity(kind)
    guard action == .remove || !writer.rights.isEverything || entity.isLockable else { return }
    switch action {
    case .add:
      guard let record = try writer.record(kind, id) else { return }
      if try !isOwn(writer, target, kind, id) { try writer.require(.delete, record) }
      try lock(writer, record, changed: nil)
    case .remove:
      let values = try ChangeBody.readRow(fields, of: entity).values
      let record = Record(entity, id: id, values: values)
      try writer.requireAdding(record)
      try lock(writer, record, changed: [])
    case .trash, .restore:
      guard let record = try writer.record(kind, id) else { return }
      try writer.require(.delete, record)
      if action == .restore { try lock(writer, record, changed: nil) }
    case .edit:
      guard let record = try writer.record(kind, id) else { return }
      let changes = try ChangeBody.readEdit(fields, of: entity)
      let asked = changes.filter { entity.fields[$0.position].access == .editable }
      try writer.requireEditing(record, asked.map { ($0.position, $0.old) })
      try lock(writer, record, changed: changes.map(\.position))
    case .follow, .destroy, .merge: break
    }
  }

  /// Whether the actor added a record with the operation and nobody has touched it since.
  private static func isOwn(
    _ writer: Writer, _ target: Operation, _ kind: Kind, _ id: Int64
  ) throws -> Bool {
    guard target.actor.lowercased() == writer.actor.login.lowercased() else { return false }
    let later = try writer.cache.statement(
      "SELECT 1 FROM change c JOIN operation o ON o.id = c.operation "
        + "WHERE c.kind = ? AND c.record = ? AND c.id > ? AND c.action <> ? "
        + "AND o.actor <> ? COLLATE NOCASE LIMIT 1")
    later.bind(1, kind.number)
    later.bind(2, id)
    later.bind(3, target.lastChange)
    later.bind(4, ChangeAction.follow.rawValue)
    later.bind(5, writer.actor.login)
    return try later.firstInteger() == nil
  }

  /// Refuses a change of an approved record, or of a part of one.
  ///
  /// - Parameter changed: the positions that change; nil for all.
  private static func lock(_ writer: Writer, _ record: Record, changed: [Int]?) throws {
    if record.entity.traits.contains(.part) {
      for document in try writer.holders(of: record.values, record.entity) {
        try ApprovalLock.check(document, document.entity)
      }
    }
    try ApprovalLock.check(record, record.entity, changed: changed)
  }
}

extension Entity {
  /// Whether an approval may keep records of the kind as they are.
  fileprivate var isLockable: Bool { traits.contains(.approvable) || traits.contains(.part) }
}
