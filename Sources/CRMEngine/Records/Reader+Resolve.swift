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
    if entity.nameField != "code", let name = entity.field(entity.nameField) {
      ids = Set(try named(entity, name, text))
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

  /// Returns the live records of a name, however it is spelt (RULES 1.5).
  private func named(_ entity: Entity, _ name: Field, _ text: String) throws -> [Int64] {
    if entity.keepsSpellings(of: name) {
      let ids = try spelt(entity, name, text)
      return ids.isEmpty ? try otherwiseCalled(entity, name, text) : ids
    }
    let column = Schema.quoted(name.name)
    let statement: PreparedStatement
    if entity.hasFoldedName, let match = SearchWords.match(text, prefix: false) {
      try beforeSearch()
      statement = try cache.statement(
        "SELECT id FROM \(entity.table) WHERE id IN (SELECT rowid FROM \(entity.table)_search "
          + "WHERE \(entity.table)_search MATCH ?2) AND same_text(\(column), ?1) = 1 "
          + "AND deleted IS NULL")
      statement.bind(2, match)
    } else {
      statement = try cache.statement(
        "SELECT id FROM \(entity.table) WHERE same_text(\(column), ?1) = 1 AND deleted IS NULL")
    }
    statement.bind(1, identityText(text))
    return try ids(statement)
  }

  /// Returns the live records whose value in a field of kept spellings is a text: the one that is
  /// spelt exactly so where there is one, else all that are the same.
  func spelt(_ entity: Entity, _ field: Field, _ text: String) throws -> [Int64] {
    try beforeReading(entity.kind)
    let column = Schema.quoted(field.name)
    let statement = try cache.statement(
      "SELECT id, \(column) FROM \(entity.table) WHERE \(column) IN "
        + "(\(Spellings.texts(entity.kind, field.name)) = ?1) AND deleted IS NULL ORDER BY id")
    statement.bind(1, identityText(text))
    var ids: [Int64] = []
    while try statement.step() {
      if statement.text(1) == text {
        let id = statement.integer(0)
        statement.reset()
        return [id]
      }
      ids.append(statement.integer(0))
    }
    return ids
  }

  /// Returns the records in the trash of a name that the actor sees.
  func inTrash(_ kind: Kind, called text: String) throws -> [Int64] {
    let entity = entities[kind]
    guard entity.nameField != "code", let name = entity.field(entity.nameField) else { return [] }
    let column = Schema.quoted(name.name)
    let isSame =
      entity.keepsSpellings(of: name)
      ? "\(column) IN (\(Spellings.texts(kind, name.name)) = ?1)" : "same_text(\(column), ?1) = 1"
    let statement = try cache.statement(
      "SELECT id FROM \(entity.table) WHERE deleted IS NOT NULL AND \(isSame) ORDER BY id")
    statement.bind(1, identityText(text))
    return try ids(statement).filter { try isVisible(kind, $0) }
  }

  /// Returns the one record in the trash that a text names by its code or its name; nil for none or
  /// several.
  func onlyInTrash(_ kind: Kind, _ text: String) throws -> Int64? {
    if let found = try find(kind, code: text), found.isDeleted, try isVisible(kind, found.id) {
      return found.id
    }
    let ids = try inTrash(kind, called: text)
    return ids.count == 1 ? ids[0] : nil
  }

  /// Returns the live entries that a new database has under a text in the other language.
  func otherwiseCalled(_ entity: Entity, _ field: Field, _ text: String) throws -> [Int64] {
    guard field.name == entity.nameField else { return [] }
    for other in catalogue.otherNames(of: entity.kind, text) {
      let ids = try spelt(entity, field, other)
      if !ids.isEmpty { return ids }
    }
    return []
  }

  private func ids(_ statement: PreparedStatement) throws -> [Int64] {
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
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
