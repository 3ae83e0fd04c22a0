import CRMValues

extension Writer {
  /// Refuses a condition that cannot be asked, before it is kept.
  ///
  /// - Parameter knowsMe: whether `me` is the acting user; not in rules, which hold for everybody.
  func checkCondition(_ text: String, of kind: Kind, knowsMe: Bool) throws {
    var query = Query(kind)
    query.knowsMe = knowsMe
    query.conditions = [try Expression(parsing: text)]
    query.limit = 1
    _ = try ids(query)
  }
}
