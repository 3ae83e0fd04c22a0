extension OperationLog {
  /// Returns the changes of a record and of what belongs to it, oldest first; of those merged
  /// into it as well, up to the merge.
  public static func wholeHistory(_ reader: Reader, _ kind: Kind, _ id: Int64) throws -> [Change] {
    var found: [(number: Int64, change: Change)] = []
    var seen: Set<Int64> = [id]
    var waiting: [(id: Int64, last: Int64)] = [(id, .max)]
    while let next = waiting.popLast() {
      for entry in try changes(reader, kind, next.id) where entry.number <= next.last {
        found.append(entry)
        guard !entry.change.merged.isEmpty,
          try operation(reader, entry.change.operation)?.undoneBy == nil
        else { continue }
        for other in entry.change.merged where seen.insert(other).inserted {
          waiting.append((other, entry.number))
        }
      }
    }
    return found.sorted { $0.number < $1.number }.map(\.change)
  }

  private static func changes(
    _ reader: Reader, _ kind: Kind, _ id: Int64
  ) throws -> [(number: Int64, change: Change)] {
    let columns = "id, operation, kind, record, action, fields"
    let parts = Belongings.of(reader.entity(kind), reader.catalogue).map {
      " UNION ALL SELECT \(columns) FROM change WHERE kind = \($0.kind.number) "
        + "AND record IN (\($0.live) UNION \($0.removed))"
    }
    let statement = try reader.cache.statement(
      "SELECT operation, kind, record, action, fields, id FROM (SELECT \(columns) FROM change "
        + "WHERE kind = ?1 AND record = ?2\(parts.joined())) ORDER BY id")
    statement.bind(1, kind.number)
    statement.bind(2, id)
    var result: [(number: Int64, change: Change)] = []
    while try statement.step() {
      guard var change = try change(statement, reader) else { continue }
      change.holder = id
      result.append((statement.integer(5), change))
    }
    return result
  }

  /// Returns the fields a record had after the operation of a change; nil where nothing of it
  /// is known any more.
  ///
  /// An addition keeps nothing of itself in the log. What stands now does, or what a later
  /// removal kept, the edits in between taken back.
  public static func values(after change: Change, _ reader: Reader) throws -> [Value]? {
    let entity = reader.entity(change.kind)
    if change.action == .remove { return removed(change, entity) }
    let later = try history(reader, change.kind, change.record).filter {
      $0.operation > change.operation
    }
    let end = later.firstIndex { $0.action == .remove }
    guard
      var values = try end.map({ removed(later[$0], entity) })
        ?? reader.record(change.kind, change.record)?.values
    else { return nil }
    for edit in later[..<(end ?? later.endIndex)].reversed() where edit.action != .remove {
      for (field, old, _) in edit.fields {
        if let position = entity.position(of: field.name) { values[position] = old }
      }
    }
    return values
  }

  private static func removed(_ change: Change, _ entity: Entity) -> [Value] {
    var values = entity.values()
    for (field, value, _) in change.fields {
      if let position = entity.position(of: field.name) { values[position] = value }
    }
    return values
  }
}
