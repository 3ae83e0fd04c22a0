import CRMValues

/// What taking an operation back takes: for each record the right that doing it by hand would take
/// today, and no approved record is changed (RULES 12.1).
extension Undo {
  /// Refuses to take back one change that the actor could not make by hand.
  static func permit(_ writer: Writer, _ target: Operation, _ change: ReversedChange) throws {
    let entity = change.entity
    guard !writer.rights.isEverything || entity.isLockable else { return }
    if change.action == .remove, let row = change.row {
      let record = Record(entity, id: change.id, values: row.values)
      try writer.requireAdding(record)
      return try lock(writer, record, changed: [])
    }
    guard let record = change.record else { return }
    switch change.action {
    case .add:
      if try !isOwn(writer, target, change.kind, change.id) { try writer.require(.delete, record) }
      try lock(writer, record, changed: nil)
    case .trash, .restore:
      try writer.require(.delete, record)
      if change.action == .restore { try lock(writer, record, changed: nil) }
    case .edit:
      if !writer.rights.isEverything {
        let asked = change.moved.filter { entity.fields[$0.position].access == .editable }
        try writer.requireEditing(record, asked.map { ($0.position, $0.old) })
      }
      try lock(writer, record, changed: change.changes.map(\.position))
    case .remove, .follow, .destroy, .merge: break
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
