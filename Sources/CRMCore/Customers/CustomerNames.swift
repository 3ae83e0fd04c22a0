import CRMEngine

extension StatementCache {
  /// What a customer is called by, and its owner's login.
  typealias CustomerNames = (code: String, name: String, owner: String?)

  func names(ofCustomer id: Int64) throws -> CustomerNames? {
    let find = try statement(
      "SELECT t.code, t.name, u.code FROM customer t LEFT JOIN user u ON u.id = t.owner "
        + "WHERE t.id = ?")
    find.bind(1, id)
    defer { find.reset() }
    guard try find.step() else { return nil }
    return (find.text(0) ?? "", find.text(1) ?? "", find.text(2))
  }
}

extension Reader {
  /// Returns what a customer is called by, and its owner's login; nil where there is none.
  public func names(
    ofCustomer id: Int64
  ) throws -> (code: String, name: String, owner: String?)? {
    try cache.names(ofCustomer: id)
  }
}
