/// The fields of records that events move: a customer's level, its last contact.
///
/// The log keeps every event, also one that moved nothing, so that taking back an operation can
/// work out the field anew from the operations that still stand: a customer is approached as
/// long as one of its dealings stands, in whatever order the others are taken back. How an event
/// moves a field, the rules of the kind say.
struct FollowedFields {
  let writer: Writer

  /// Works out the followed fields of a record from the operations that stand: its first
  /// values, what people set since, and the events, in the order of the log.
  ///
  /// - Parameters:
  ///   - record: the record as it is.
  ///   - stands: whether an operation stands.
  /// - Returns: values by field position, those without a logged change left out.
  func replayed(
    _ record: Record, _ stands: (Int64) throws -> Bool
  ) throws -> [Int: Value] {
    let entity = record.entity
    guard let rules = try writer.rules(entity.kind) else { return [:] }
    let rows = try writer.cache.statement(
      "SELECT operation, action, fields FROM change WHERE kind = ? AND record = ? "
        + "AND action IN (2, 7) ORDER BY id")
    rows.bind(1, record.kind.number)
    rows.bind(2, record.id)
    var found: [(operation: Int64, isEvent: Bool, change: ChangeBody.Moved)] = []
    while try rows.step() {
      let isEvent = rows.integer(1) == ChangeAction.follow.rawValue
      for change in try ChangeBody.read(rows.text(2) ?? "{}", of: entity)
      where entity.fields[change.position].follows == .events {
        found.append((rows.integer(0), isEvent, change))
      }
    }
    var values: [Int: Value] = [:]
    for entry in found where values[entry.change.position] == nil {
      if let old = entry.change.old { values[entry.change.position] = old }
    }
    for entry in found {
      let position = entry.change.position
      let known = values[position] ?? record.values[position]
      guard try stands(entry.operation) else {
        values[position] = known
        continue
      }
      values[position] =
        entry.isEvent
        ? try rules.replayed(entity.fields[position], known, by: entry.change) : entry.change.new
    }
    return values
  }
}
