extension Writer {
  /// Hands over what this operation has changed so far, in the order it was done; what follows
  /// from it for other records included.
  public func changes(_ body: (Change) throws -> Void) throws {
    try settle()
    try OperationLog.changes(self, of: unfinished(), body)
  }

  /// Returns how many records of each kind this operation has changed in the given way, in the
  /// order of the catalogue.
  public func counts(of action: ChangeAction) throws -> [(kind: Kind, count: Int)] {
    let statement = try cache.statement(
      """
      SELECT kind, count(*) FROM change
      WHERE id > (SELECT coalesce(max(last_change), 0) FROM operation) AND action = ?
      GROUP BY kind
      """)
    statement.bind(1, action.rawValue)
    var counts: [Kind: Int] = [:]
    while try statement.step() {
      if let kind = catalogue.kind(number: statement.integer(0)) {
        counts[kind] = Int(statement.integer(1))
      }
    }
    return catalogue.kinds.compactMap { kind in counts[kind].map { (kind, $0) } }
  }
}
