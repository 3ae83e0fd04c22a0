/// Which records a restricted user sees, for those who want all of them.
extension VisibleRecords {
  /// The query of all records of a kind that the user sees, some of them more than once, by the
  /// indexes; nil where nothing is hidden, for parts, and where there is no list of what holds them.
  ///
  /// - Parameters:
  ///   - omitted: a field whose road is left out.
  ///   - holders: the query of the records of a kind that the user sees, where it is listed.
  func ids(
    _ entity: Entity, besides omitted: Field? = nil, holders: (Entity) throws -> String?
  ) rethrows -> String? {
    guard hides(entity), entity.isNoun else { return nil }
    var parts: [String] = []
    for field in entity.roads where field != omitted {
      let column = Schema.quoted(field.name)
      let users: [Int64]
      switch field.road {
      case .everybody:
        parts.append("SELECT id FROM main.\(entity.table) WHERE \(column) = 1")
        continue
      case .owner, .performer: users = owners(entity)
      case .viewer: users = rights.user.map { [$0] } ?? []
      case .holder:
        guard followsHolders(entity) else { continue }
        // What hangs on records of any kind is asked row by row.
        guard let target = field.target else { return nil }
        guard let seen = try holders(catalogue.entity(target)) else { return nil }
        parts.append("SELECT id FROM main.\(entity.table) WHERE \(column) IN (\(seen))")
        continue
      case nil: continue
      }
      guard !users.isEmpty else { continue }
      let list = Principals.list(users)
      parts.append(
        field.isLinked
          ? "SELECT record FROM main.\(entity.table)_\(field.name) WHERE target IN (\(list))"
          : "SELECT id FROM main.\(entity.table) WHERE \(column) IN (\(list))")
    }
    if sharedKinds.contains(entity.kind.rawValue) {
      parts.append(shares(of: entity.kind))
    }
    return parts.isEmpty ? "SELECT 0 WHERE 0" : parts.joined(separator: " UNION ALL ")
  }

  /// The query that counts the records of a kind that the user sees, those in the trash left out;
  /// nil where it takes a look at every record.
  ///
  /// By far the most are seen by their owner, which an index counts without a look at the records;
  /// the others are few, and looked up.
  func count(_ entity: Entity) -> String? {
    let owners = entity.roads.filter { $0.road == .owner && !$0.isLinked }
    guard owners.count == 1, let all = ids(entity, besides: owners[0], holders: { _ in nil }),
      let condition = condition(entity, "t")
    else { return nil }
    let owner = Schema.quoted(owners[0].name)
    let users = Principals.list(self.owners(entity))
    let table = "main.\(entity.table)"
    return "SELECT (SELECT count(*) FROM \(table) WHERE \(owner) IN (\(users))) "
      + "+ (SELECT count(*) FROM \(table) WHERE id IN (\(all)) "
      + "AND (\(owner) IS NULL OR \(owner) NOT IN (\(users)))) "
      + "- (SELECT count(*) FROM \(table) t WHERE t.deleted > 0 AND \(condition))"
  }
}
