import CRMValues

extension Reader {
  /// Reads `user:LOGIN`, `group:NAME`, `unit:NAME` or `all`.
  ///
  /// - Throws: ``CRMError`` for anything else, or where there is no such user, group or unit.
  public func principal(_ text: String) throws -> Principal {
    if folded(text) == "all" || folded(text) == "tat ca" { return .everybody }
    let parts = text.split(separator: ":", maxSplits: 1).map { cleaned(String($0)) }
    switch (parts.first, parts.count) {
    case ("user", 2): return .user(try one(.user, parts[1]))
    case ("group", 2): return .group(try one(.userGroup, parts[1]))
    case ("unit", 2): return .unit(try one(.unit, parts[1]))
    default:
      throw CRMError(
        .usage, "“\(text)” is not user:LOGIN, group:NAME, unit:NAME or all",
        vi: "“\(text)” không đúng dạng user:TÀI-KHOẢN, group:TÊN, unit:TÊN hoặc all")
    }
  }

  /// Returns a principal as it is typed.
  public func text(of principal: Principal) throws -> String {
    switch principal {
    case .user(let id): return "user:" + (try label(.user, id))
    case .group(let id): return "group:" + (try label(.userGroup, id))
    case .unit(let id): return "unit:" + (try label(.unit, id))
    case .everybody: return "all"
    }
  }

  /// Returns the shares of a record, oldest first.
  public func shares(_ kind: Kind, _ id: Int64) throws -> [RecordShare] {
    let statement = try cache.statement(
      "SELECT id, principal_kind, principal, rights FROM share WHERE record_kind = ? AND record = ? "
        + "ORDER BY id")
    statement.bind(1, kind.rawValue)
    statement.bind(2, id)
    var shares: [RecordShare] = []
    while try statement.step() {
      let principal = Principal(kind: statement.text(1) ?? "", id: statement.integer(2))
      if let principal {
        shares.append(
          RecordShare(
            id: statement.integer(0), principal: principal, rights: statement.text(3) ?? ""))
      }
    }
    return shares
  }
}

extension Writer {
  /// Shares a record, or changes the rights of a share there is.
  ///
  /// - Returns: whether anything changed.
  public func share(
    _ kind: Kind, _ id: Int64, with principal: Principal, rights: String
  ) throws -> Bool {
    if let record = try record(kind, id) { try permit(.share, record) }
    if let known = try shares(kind, id).first(where: { $0.principal == principal }) {
      guard try edit(.share, known.id, [(ShareField.rights.position, .text(rights))]) else {
        return false
      }
      try rules(kind)?.shared(with: principal, rights: rights)
      tell(.share, kind, id, to: principal)
      return true
    }
    try rules(kind)?.shared(with: principal, rights: rights)
    try add(
      .share,
      ShareField.values([
        .recordKind: .text(kind.rawValue), .record: .integer(id),
        .principalKind: .text(principal.kind), .principal: .integer(principal.id),
        .rights: .text(rights),
      ]))
    tell(.share, kind, id, to: principal)
    return true
  }

  /// Ends a share of a record.
  ///
  /// - Returns: whether there was one.
  public func unshare(_ kind: Kind, _ id: Int64, with principal: Principal) throws -> Bool {
    guard let known = try shares(kind, id).first(where: { $0.principal == principal }) else {
      return false
    }
    if let record = try record(kind, id) { try permit(.share, record) }
    try rules(kind)?.shared(with: principal, rights: nil)
    try remove(.share, known.id)
    return true
  }
}
