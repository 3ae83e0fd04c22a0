/// Everything a user is when records are shared: the user, the groups of users, the units from
/// the user's own upward, and everybody.
struct Principals {
  private let groups: [Int64]
  private let units: [Int64]
  private let user: Int64?

  init(of user: Int64?, _ cache: StatementCache) throws {
    self.user = user
    func ids(_ sql: String) throws -> [Int64] {
      let statement = try cache.statement(sql)
      statement.bind(1, user ?? 0)
      var found: [Int64] = []
      while try statement.step() { found.append(statement.integer(0)) }
      return found
    }
    groups = try ids("SELECT record FROM main.user_group_members WHERE target = ?")
    units = try ids(
      """
      WITH RECURSIVE above(id) AS (
        SELECT unit FROM main.user WHERE id = ?
        UNION SELECT u.parent FROM main.unit u JOIN above a ON u.id = a.id)
      SELECT id FROM above WHERE id IS NOT NULL
      """)
  }

  func contains(_ principal: Principal) -> Bool {
    switch principal {
    case .user(let id): return id == user
    case .group(let id): return groups.contains(id)
    case .unit(let id): return units.contains(id)
    case .everybody: return true
    }
  }

  /// The condition that a row of the table of shares is with one of them.
  var condition: String {
    var parts = ["principal_kind = 'all'"]
    if let user { parts.append("principal_kind = 'user' AND principal = \(user)") }
    for (kind, ids) in [("group", groups), ("unit", units)] where !ids.isEmpty {
      parts.append("principal_kind = '\(kind)' AND principal IN (\(Self.list(ids)))")
    }
    return "(" + parts.map { "(\($0))" }.joined(separator: " OR ") + ")"
  }

  static func list(_ ids: some Sequence<Int64>) -> String {
    ids.map(String.init).joined(separator: ",")
  }
}
