/// Whom the steps of an approval name.
extension Approvers {
  /// The active users whom a step names, whatever they may do; none where it names what is not
  /// there.
  func users(
    of step: ApprovalStep, _ record: Record, _ submitter: Int64?
  ) throws -> [Int64] {
    if step == .manager { return try manager(of: record, submitter).map { [$0] } ?? [] }
    return try members(of: step)
  }

  /// The active users whom a step names for whatever record; none for a manager, who hangs on it.
  func members(of step: ApprovalStep) throws -> [Int64] {
    if let known = named[step] { return known }
    let found: [Int64]
    switch step {
    case .manager: found = []
    case .role(let name):
      let role = try reader.resolve(.role, name).first
      let find = try reader.cache.statement("SELECT id FROM user WHERE role = ?")
      find.bind(1, role ?? 0)
      var ids: Set<Int64> = []
      while try find.step() { ids.insert(find.integer(0)) }
      found = try activeUsers().filter(ids.contains)
    case .group(let name):
      found =
        try reader.resolve(.userGroup, name).first.map {
          try reader.members(of: .group($0))
        } ?? []
    case .user(let login):
      found = try reader.resolve(.user, login).first.map { try reader.members(of: .user($0)) } ?? []
    }
    named[step] = found
    return found
  }

  /// The manager of the unit of who owns a record, or what holds it, or submits it; of the unit above
  /// where that is one of them, or nobody who works here.
  private func manager(of record: Record, _ submitter: Int64?) throws -> Int64? {
    guard let owner = try owner(of: record) ?? submitter else { return nil }
    let find = try reader.cache.statement(
      """
      WITH RECURSIVE above(id, far) AS (
        SELECT unit, 0 FROM user WHERE id = ?1
        UNION SELECT u.parent, far + 1 FROM unit u JOIN above a ON u.id = a.id WHERE far < 100)
      SELECT m.id FROM above a JOIN unit u ON u.id = a.id JOIN user m ON m.id = u.manager
      WHERE m.id <> ?1 AND m.id IS NOT ?2 AND m.active = 1 AND m.deleted IS NULL
        AND u.deleted IS NULL
      ORDER BY far LIMIT 1
      """)
    find.bind(1, owner)
    find.bind(2, submitter.map(Value.integer) ?? .null)
    return try find.firstInteger()
  }

  /// - Parameter depth: how many holders may follow one another; a damaged database may have them in a
  ///   circle.
  private func owner(of record: Record, depth: Int = 20) throws -> Int64? {
    let position = record.entity.fields.firstIndex { $0.road == .owner }
    if let owner = position.flatMap({ record.values[$0].integer }) { return owner }
    guard depth > 0 else { return nil }
    for holder in try reader.holders(of: record.values, record.entity) {
      if let owner = try owner(of: holder, depth: depth - 1) { return owner }
    }
    return nil
  }
}
