/// What others than the actor see.
extension Reader {
  /// Whether a user sees a record.
  package func isSeen(_ kind: Kind, _ id: Int64, by user: Int64) throws -> Bool {
    let sight: VisibleRecords
    if let known = sights[user] {
      sight = known
    } else {
      sight = try VisibleRecords(Rights(of: user, cache, catalogue), cache, catalogue)
      sights[user] = sight
    }
    let entity = catalogue.entity(kind)
    guard let condition = sight.condition(entity, "t") else { return true }
    try beforeReading(kind)
    let find = try cache.statement(
      "SELECT 1 FROM main.\(entity.table) t WHERE t.id = ? AND \(condition)")
    find.bind(1, id)
    return try find.firstInteger() != nil
  }
}
