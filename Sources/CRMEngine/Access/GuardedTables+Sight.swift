/// What a user sees of a kind as a whole: few records are looked up once, many are asked for.
extension GuardedTables {
  /// How a statement that may look at any record of a kind sees only those of the user.
  struct Sight {
    /// A condition over the table itself.
    let condition: String
    /// The query of the ids of what is left, where that is few records, so that each is better
    /// asked by itself.
    var few: String?
  }

  /// Returns the condition, over the table itself, that the user sees a record of a kind of which
  /// any may be looked at; nil where the guarded table is asked.
  ///
  /// - Parameter isWhole: whether every one is looked at: what holds records is gathered once then,
  ///   and not asked for each.
  func sight(_ kind: Kind, _ alias: String, isWhole: Bool) throws -> Sight? {
    let entity = catalogue.entity(kind)
    guard isUp, visible.hides(entity) else { return nil }
    if let list = try list(entity) {
      return Sight(condition: "\(alias).id IN (\(list))", few: list)
    }
    guard isWhole else { return nil }
    let condition = visible.condition(entity, alias, isWhole: true) { [self] kind, column in
      let holder = catalogue.entity(kind)
      guard visible.hides(holder) else { return nil }
      return try? seen.condition(column, kind, { gathered(holder) }, cache)
    }
    return condition.map { Sight(condition: $0) }
  }

  /// Returns the query of the ids of all records of a kind that the user sees.
  private func gathered(_ entity: Entity) -> String? {
    if let list = try? list(entity) { return list }
    return visible.ids(entity, holders: gathered)
  }

  /// Returns the query that counts the records of a kind that the user sees, where they are many
  /// and it takes no look at each.
  func count(_ kind: Kind) throws -> String? {
    let entity = catalogue.entity(kind)
    guard isUp, visible.hides(entity), try list(entity) == nil else { return nil }
    return visible.count(entity)
  }

  /// Returns the query of the ids of the few records that the user sees of a kind that no other
  /// holds. Who looks at a few records of a kind that hangs on others does not need them all.
  func listIfAlone(_ entity: Entity) throws -> String? {
    if looksAtFew, listed[entity.kind] != true { return nil }
    return entity.roads.contains { $0.road == .holder } ? nil : try list(entity)
  }

  /// Returns the query of the ids of the records of a kind that the user sees, where they are few.
  private func list(_ entity: Entity) throws -> String? {
    try isListed(entity) ? "SELECT id FROM temp.visible_\(entity.table)" : nil
  }

  /// Looks up, once, the records of a kind the user sees; whether they are few.
  private func isListed(_ entity: Entity) throws -> Bool {
    if let known = listed[entity.kind] { return known }
    listed[entity.kind] = false
    guard let query = try visible.ids(entity, holders: list) else { return false }
    let count = try cache.statement("SELECT count(*) FROM (\(query) LIMIT \(few + 1))")
    guard try count.firstInteger() ?? 0 <= few else { return false }
    let table = "temp.visible_\(entity.table)"
    try cache.db.execute(sql: "CREATE TABLE \(table) (id INTEGER PRIMARY KEY)")
    try cache.statement("INSERT OR IGNORE INTO \(table) \(query)").run()
    listed[entity.kind] = true
    return true
  }
}
