import CRMValues

/// What taking an operation back takes: for each record the right that doing it by hand would take
/// today, and no approved record is changed (RULES 12.1).
extension Undo {
  /// Refuses to take back one change that the actor could not make by hand.
  static func permit(_ writer: Writer, _ target: Operation, _ change: ReversedChange) throws {
    let entity = change.entity
    let decides = writer.catalogue.rules(change.kind)?.decideRights == true
    guard !writer.rights.isEverything || entity.isLockable || decides else { return }
    if change.action == .remove, let row = change.row {
      let record = Record(entity, id: change.id, values: row.values)
      try writer.requireAdding(record)
      return try lock(writer, record, changed: [])
    }
    guard let record = change.record else { return }
    switch change.action {
    case .add:
      if writer.rights.isEverything && !decides { break }
      // One's own still: what was handed over since is somebody else's.
      if try isOwn(writer, target, record), try writer.isVisible(change.kind, change.id) {
        try writer.permitSteering(entity, change.id, record.values)
      } else if !decides || !writer.mayConfigure {
        try writer.require(.delete, record)
      }
    case .trash, .restore:
      if try !goesAlong(writer, target, record, change.action) {
        try writer.require(.delete, record)
      }
    case .edit:
      if decides {
        // To whom it belongs a merge decides, not who wrote it.
        let own = change.moved.map(\.position).filter { !entity.fields[$0].belongs }
        try writer.rules(change.kind)?.checkEditing(record, own)
      } else if !writer.rights.isEverything {
        let asked = change.moved.filter { entity.fields[$0.position].access == .editable }
        try writer.requireEditing(record, asked.map { ($0.position, $0.old) })
      }
      try lock(writer, record, changed: change.changes.map(\.position))
    case .remove, .follow, .destroy, .merge: break
    }
    if change.action == .add || change.action == .restore {
      try lock(writer, record, changed: nil)
    }
  }

  /// Returns the kind of which the operation joined records; nil where it did not.
  static func mergedKind(_ writer: Writer, _ target: Operation) throws -> Kind? {
    let find = try writer.cache.statement(
      "SELECT kind FROM change WHERE id BETWEEN ? AND ? AND action = ? LIMIT 1")
    find.bind(1, target.firstChange)
    find.bind(2, target.lastChange)
    find.bind(3, ChangeAction.merge.rawValue)
    return try find.firstInteger().flatMap(writer.catalogue.kind(number:))
  }

  /// Whether a record went to the trash, or came back, with what it belongs to: that is asked for.
  private static func goesAlong(
    _ writer: Writer, _ target: Operation, _ record: Record, _ action: ChangeAction
  ) throws -> Bool {
    let find = try writer.cache.statement(
      "SELECT 1 FROM change WHERE kind = ? AND record = ? AND action = ? AND id BETWEEN ? AND ?")
    return try writer.holders(of: record.values, record.entity).contains { holder in
      find.bind(1, holder.kind.number)
      find.bind(2, holder.id)
      find.bind(3, action.rawValue)
      find.bind(4, target.firstChange)
      find.bind(5, target.lastChange)
      return try find.firstInteger() != nil
    }
  }

  /// Whether the actor added a record with the operation and nobody has touched it since.
  private static func isOwn(
    _ writer: Writer, _ target: Operation, _ record: Record
  ) throws -> Bool {
    // What an undo brought back is no addition.
    guard target.undoes == nil, writer.actor.isMe(target.actor) else { return false }
    let later = try writer.cache.statement(
      "SELECT 1 FROM change c JOIN operation o ON o.id = c.operation "
        + "WHERE c.kind = ? AND c.record = ? AND c.id > ? AND c.action <> ? "
        + "AND NOT \(writer.actor.isMe(column: "o.actor")) LIMIT 1")
    later.bind(1, record.kind.number)
    later.bind(2, record.id)
    later.bind(3, target.lastChange)
    later.bind(4, ChangeAction.follow.rawValue)
    return try later.firstInteger() == nil
  }

  /// Refuses a change of a record that is approved or waits to be, or of a part of one.
  ///
  /// - Parameter changed: the positions that change; nil for all.
  private static func lock(_ writer: Writer, _ record: Record, changed: [Int]?) throws {
    if record.entity.traits.contains(.part) {
      for document in try writer.holders(of: record.values, record.entity) {
        try writer.checkUnlocked(document)
      }
    }
    try writer.checkUnlocked(record, changed: changed)
  }
}

extension Entity {
  /// Whether an approval may keep records of the kind as they are.
  fileprivate var isLockable: Bool { traits.contains(.approvable) || traits.contains(.part) }
}
