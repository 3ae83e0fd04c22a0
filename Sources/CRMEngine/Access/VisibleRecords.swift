import CRMValues

/// Which records a restricted user sees, as SQL over the tables themselves (RULES 11.2).
///
/// Each road that a kind declares is alone enough: its owner and performers, those whose reach
/// covers them, viewers, shares, a flag for everybody, and whatever holds it. The right to view a
/// kind opens the roads of reach and of holders; what is one's own, shared with one or common is
/// seen without it.
package struct VisibleRecords {
  let rights: Rights
  let principals: Principals
  let catalogue: Catalogue
  /// The users of the user's unit, once they were asked for.
  private let colleagues: [Int64]
  /// The kinds of which something is shared with the user.
  let sharedKinds: Set<String>

  init(_ rights: Rights, _ cache: StatementCache, _ catalogue: Catalogue) throws {
    self.rights = rights
    self.catalogue = catalogue
    principals = try Principals(of: rights.user, cache)
    colleagues = try VisibleRecords.colleagues(of: rights.user, cache)
    let shared = try cache.statement(
      "SELECT DISTINCT record_kind FROM main.share WHERE " + principals.condition)
    var kinds: Set<String> = []
    while try shared.step() { kinds.insert(shared.text(0) ?? "") }
    sharedKinds = kinds
  }

  /// The users of a user's unit and of those below it, with the user; the user alone where there
  /// is no unit.
  package static func colleagues(of user: Int64?, _ cache: StatementCache) throws -> [Int64] {
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

  /// Whether some records of a kind may be hidden from the user.
  func hides(_ entity: Entity) -> Bool {
    if entity.isCommon { return false }
    // A part of a document is seen with it.
    if !entity.isNoun {
      guard let target = entity.holder?.target else { return false }
      return hides(catalogue.entity(target))
    }
    return rights.reach(.view, entity.kind) < .all
  }

  /// The users whose records the right to view reaches; what somebody owns is seen without any
  /// right.
  func owners(_ entity: Entity) -> [Int64] {
    if rights.reach(.view, entity.kind) == .unit { return colleagues }
    return rights.user.map { [$0] } ?? []
  }

  /// Whether the holders of a kind make its records visible.
  func followsHolders(_ entity: Entity) -> Bool {
    !entity.isNoun || rights.reach(.view, entity.kind) > .none
  }

  /// Returns the condition that the user sees a row of a kind's table, nil where every row is
  /// seen. A row filter: with the unary + the planner does not part it into look-ups.
  ///
  /// - Parameters:
  ///   - isWhole: whether every row is looked at, so that what takes a look-up a row is gathered
  ///     once.
  ///   - holder: the condition on a column that it holds a record of a kind the user sees; nil for
  ///     one that looks at the tables themselves.
  func condition(
    _ entity: Entity, _ alias: String, isWhole: Bool = false,
    holder: ((Kind, String) -> String?)? = nil
  ) -> String? {
    guard hides(entity) else { return nil }
    var parts: [String] = []
    let users = Principals.list(owners(entity))
    let me = rights.user.map(String.init) ?? ""
    for field in entity.roads {
      let column = "\(alias).\(Schema.quoted(field.name))"
      let link = "main.\(entity.table)_\(field.name)"
      func named(_ users: String, gathered: Bool) {
        if users.isEmpty { return }
        guard field.isLinked else { return parts.append("+\(column) IN (\(users))") }
        parts.append(
          gathered
            ? "\(alias).id IN (SELECT record FROM \(link) WHERE target IN (\(users)))"
            : "EXISTS (SELECT 1 FROM \(link) w WHERE w.record = \(alias).id "
              + "AND w.target IN (\(users)))")
      }
      switch field.road {
      case .everybody: parts.append("+\(column) = 1")
      case .owner, .performer: if entity.isNoun { named(users, gathered: isWhole) }
      case .viewer: if entity.isNoun { named(me, gathered: true) }
      case .holder:
        guard followsHolders(entity) else { continue }
        guard let target = field.target else {
          parts.append(seenOfAnyKind(column, alias, holder))
          continue
        }
        guard let seen = holder?(target, column) ?? self.seen(target, column, alias) else {
          // Whatever it belongs to is seen.
          if field.required { return nil }
          parts.append("\(column) IS NOT NULL")
          continue
        }
        parts.append(seen)
      case nil: continue
      }
    }
    if let shared = shared(entity.kind, alias) { parts.append(shared) }
    return parts.isEmpty ? "0" : "(" + parts.joined(separator: " OR ") + ")"
  }

  /// The condition that a column holds a record that the user sees, over the tables themselves;
  /// nil where that is always so.
  func seen(_ kind: Kind, _ column: String, _ alias: String) -> String? {
    let entity = catalogue.entity(kind)
    let inner = "v\(alias.count)_\(entity.table)"
    guard let condition = condition(entity, inner) else { return nil }
    return "EXISTS (SELECT 1 FROM main.\(entity.table) \(inner) "
      + "WHERE \(inner).id = \(column) AND \(condition))"
  }

  private func shared(_ kind: Kind, _ alias: String) -> String? {
    guard sharedKinds.contains(kind.rawValue) else { return nil }
    return "\(alias).id IN (\(shares(of: kind)))"
  }

  /// The query of the records of a kind that are shared with the user. With the unary + they are
  /// looked up by whom they are shared with, who is one of many, and not by the kind.
  func shares(of kind: Kind) -> String {
    "SELECT record FROM main.share WHERE +record_kind = '\(kind.rawValue)' "
      + "AND \(principals.condition)"
  }
}
