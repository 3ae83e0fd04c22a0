import CRMValues

extension Reader {
  /// Returns the live records that a text names: the one with that code, else all whose name,
  /// phone or email equals it exactly.
  public func resolve(_ kind: Kind, _ text: String) throws -> [Int64] {
    if let found = try find(kind, code: text), !found.isDeleted, try isVisible(kind, found.id) {
      return [found.id]
    }
    return try called(kind, text).filter { try isVisible(kind, $0) }
  }

  /// Returns the live records that a text names, whoever may see them: a customer may be chosen as
  /// referrer or employer by everybody (RULES 6.4).
  func resolveAcrossOwners(_ kind: Kind, _ text: String) throws -> [Int64] {
    let ids = try resolve(kind, text)
    if !ids.isEmpty || rights.isEverything { return ids }
    if let found = try find(kind, code: text), !found.isDeleted { return [found.id] }
    return try called(kind, text)
  }

  /// Returns the live records whose name, phone or email is a text, whoever may see them.
  func called(_ kind: Kind, _ text: String) throws -> [Int64] {
    let entity = entities[kind]
    var ids: Set<Int64> = []
    if entity.nameField != "code", entity.position(of: entity.nameField) != nil {
      let statement: PreparedStatement
      if entity.hasFoldedName, let match = SearchWords.match(text, prefix: false) {
        try beforeSearch()
        statement = try cache.statement(
          "SELECT id FROM \(entity.table) WHERE id IN (SELECT rowid FROM \(entity.table)_search "
            + "WHERE \(entity.table)_search MATCH ?2) AND name = ?1 AND deleted IS NULL")
        statement.bind(2, match)
      } else {
        statement = try cache.statement(
          "SELECT id FROM \(entity.table) WHERE name = ?1 AND deleted IS NULL")
      }
      statement.bind(1, text)
      while try statement.step() { ids.insert(statement.integer(0)) }
    }
    for field in entity.fields where field.isKeyed {
      for key in keys.keys(of: field, text) {
        let statement = try cache.statement(
          "SELECT record FROM \(entity.table)_\(field.name)_key WHERE key = ?")
        statement.bind(1, key)
        while try statement.step() { ids.insert(statement.integer(0)) }
      }
    }
    return ids.sorted()
  }

  /// Whether the actor sees a record, in the trash or not.
  package func isVisible(_ kind: Kind, _ id: Int64) throws -> Bool {
    guard let visible = try visible(kind, "t") else { return true }
    let statement = try cache.statement(
      "SELECT 1 FROM \(entities[kind].table) t WHERE t.id = ? AND \(visible.sql)")
    statement.bind(1, id)
    return try statement.firstInteger() != nil
  }
}
