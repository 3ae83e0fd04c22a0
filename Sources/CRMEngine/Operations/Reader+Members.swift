extension Reader {
  /// Returns the active users that a principal stands for, by login; those of a unit with the
  /// units below it.
  public func members(of principal: Principal) throws -> [Int64] {
    let condition: String
    switch principal {
    case .user: condition = "id = ?"
    case .group: condition = "id IN (SELECT target FROM user_group_members WHERE record = ?)"
    case .unit:
      condition = """
        unit IN (WITH RECURSIVE below(id) AS (
          SELECT ? UNION SELECT u.id FROM unit u JOIN below b ON u.parent = b.id)
        SELECT id FROM below)
        """
    case .everybody: condition = "0 = ?"
    }
    let statement = try cache.statement(
      "SELECT id FROM user WHERE \(condition) AND active = 1 AND deleted IS NULL ORDER BY code")
    statement.bind(1, principal.id)
    var users: [Int64] = []
    while try statement.step() { users.append(statement.integer(0)) }
    return users
  }
}
