import CRMValues

/// Which records a restricted user sees, as SQL over the tables themselves: the customers within
/// reach, viewed, shared or common, and what belongs to them; a record shared by itself as well
/// (SPEC 12). What belongs to no customer is seen by everybody.
struct VisibleRecords {
  let rights: Rights
  let principals: Principals
  /// The owners within reach; nil where every customer is.
  private let owners: [Int64]?
  /// The kinds of which something is shared with the user.
  private let sharedKinds: Set<String>

  init(_ rights: Rights, _ cache: StatementCache) throws {
    self.rights = rights
    principals = try Principals(of: rights.user, cache)
    switch rights.reach(.view, .customer) {
    // What somebody owns is seen without any right, as what is shared with them.
    case .none, .own: owners = rights.user.map { [$0] } ?? []
    case .unit: owners = try VisibleRecords.colleagues(of: rights.user, cache)
    case .all: owners = nil
    }
    let shared = try cache.statement(
      "SELECT DISTINCT record_kind FROM main.share WHERE " + principals.condition)
    var kinds: Set<String> = []
    while try shared.step() { kinds.insert(shared.text(0) ?? "") }
    sharedKinds = kinds
  }

  /// The users of a user's unit and of those below it, with the user; the user alone where there
  /// is no unit.
  static func colleagues(of user: Int64?, _ cache: StatementCache) throws -> [Int64] {
    guard let user else { return [] }
    let statement = try cache.statement(
      """
      WITH RECURSIVE below(id) AS (
        SELECT unit FROM main.user WHERE id = ?1 AND unit IS NOT NULL
        UNION SELECT u.id FROM main.unit u JOIN below b ON u.parent = b.id)
      SELECT id FROM main.user WHERE unit IN (SELECT id FROM below) OR id = ?1
      """)
    statement.bind(1, user)
    var found: [Int64] = []
    while try statement.step() { found.append(statement.integer(0)) }
    return found
  }

  /// Whether some records of a kind may be hidden from somebody: those of customers.
  static func guards(_ entity: Entity) -> Bool {
    if entity.kind == .customer { return true }
    guard let target = entity.holder?.target else { return false }
    return guards(Catalogue.entity(target))
  }

  /// Returns the condition that the user sees a row of a kind's table, nil where every row is
  /// seen.
  ///
  /// - Parameter customers: the condition on a column that it holds a customer the user sees; nil
  ///   for one that looks at the tables themselves.
  func condition(
    _ entity: Entity, _ alias: String, customers: ((String) -> String)? = nil
  ) -> String? {
    guard VisibleRecords.guards(entity) else { return nil }
    guard rights.reach(.view, entity.kind) > .none || entity.kind == .customer else { return "0" }
    let whole: String?
    if entity.kind == .customer {
      whole = customers.map { $0("\(alias).id") } ?? customer(alias)
    } else {
      whole = holderCondition(entity, alias, customers)
    }
    guard let whole else { return nil }
    guard entity.kind != .customer, let shared = shared(entity.kind, alias) else { return whole }
    return "(\(whole) OR \(shared))"
  }

  private func holderCondition(
    _ entity: Entity, _ alias: String, _ customers: ((String) -> String)?
  ) -> String? {
    guard let field = entity.holder, let target = field.target else { return nil }
    let column = "\(alias).\(Schema.quoted(field.name))"
    if target == .customer, let customers { return customers(column) }
    let other = Catalogue.entity(target)
    guard let inner = condition(other, "v_" + other.table, customers: customers) else { return nil }
    return "EXISTS (SELECT 1 FROM main.\(other.table) v_\(other.table) "
      + "WHERE v_\(other.table).id = \(column) AND \(inner))"
  }

  /// A row filter: with the unary + the planner does not part it into look-ups.
  private func customer(_ alias: String) -> String? {
    guard let owners else { return nil }
    var parts = ["+\(alias).common = 1"]
    if !owners.isEmpty { parts.append("+\(alias).owner IN (\(Principals.list(owners)))") }
    if let user = rights.user {
      parts.append(
        "EXISTS (SELECT 1 FROM main.customer_viewers w WHERE w.record = \(alias).id "
          + "AND w.target = \(user))")
    }
    if let shared = shared(.customer, alias) { parts.append(shared) }
    return "(" + parts.joined(separator: " OR ") + ")"
  }

  private func shared(_ kind: Kind, _ alias: String) -> String? {
    guard sharedKinds.contains(kind.rawValue) else { return nil }
    return "\(alias).id IN (SELECT record FROM main.share WHERE record_kind = '\(kind.rawValue)' "
      + "AND \(principals.condition))"
  }

  /// The query of all customers the user sees, some of them more than once, by the indexes; nil
  /// where that is all of them.
  var customerIDs: String? {
    guard let owners else { return nil }
    var parts = ["SELECT id FROM main.customer WHERE common = 1"]
    if !owners.isEmpty {
      parts.append("SELECT id FROM main.customer WHERE owner IN (\(Principals.list(owners)))")
    }
    if let user = rights.user {
      parts.append("SELECT record FROM main.customer_viewers WHERE target = \(user)")
    }
    if sharedKinds.contains(Kind.customer.rawValue) {
      parts.append(
        "SELECT record FROM main.share WHERE record_kind = 'customer' AND \(principals.condition)")
    }
    return parts.joined(separator: " UNION ALL ")
  }
}
