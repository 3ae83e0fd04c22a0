import CRMValues

extension Writer {
  /// Runs a bulk addition with the full-text index told to merge at its end only, which halves
  /// what the index costs.
  func postponingMerges(of entity: Entity, _ body: () throws -> Void) throws {
    guard !entity.search.isEmpty else { return try body() }
    let table = "\(entity.table)_search"
    let set = try cache.statement("INSERT INTO \(table) (\(table), rank) VALUES ('automerge', ?)")
    set.bind(1, Int64(0))
    try set.run()
    try body()
    set.bind(1, Int64(4))
    try set.run()
  }

  /// Returns the live records the actor sees whose fields all hold the given values: phones and emails by
  /// their key tables, texts that are searched through the full-text index unless a reference narrows
  /// more.
  ///
  /// - Parameter firstNewID: those alone that were there before it are meant, and what the import has
  ///   gathered need not be written first.
  func matches(
    _ entity: Entity, _ wanted: [(field: Field, value: Value)], before firstNewID: Int64? = nil
  ) throws -> [Int64] {
    var conditions = ["deleted IS NULL"]
    var arguments: [Value] = []
    if let firstNewID {
      conditions.append("id < ?")
      arguments.append(.integer(firstNewID))
    } else {
      try beforeReading(entity.kind)
    }
    let isNarrowed = wanted.contains { $0.field.target != nil && !$0.value.isNull }
    for (field, value) in wanted {
      if value.isNull {
        conditions.append("\(Schema.quoted(field.name)) IS NULL")
        continue
      }
      if field.isKeyed {
        let found = keys.keys(of: field, value.text ?? "")
        guard !found.isEmpty else { return [] }
        let marks = Array(repeating: "?", count: found.count).joined(separator: ",")
        conditions.append(
          "id IN (SELECT record FROM \(entity.table)_\(field.name)_key WHERE key IN (\(marks)))")
        arguments += found.map(Value.text)
        continue
      }
      let column = Schema.quoted(field.name)
      if entity.keepsSpellings(of: field), field.kind != .code, let text = value.text {
        conditions.append("\(column) IN (\(Spellings.texts(entity.kind, field.name)) = ?)")
        arguments.append(.text(identityText(text)))
      } else if field.kind == .text, let text = value.text {
        conditions.append("same_text(\(column), ?) = 1")
        arguments.append(.text(identityText(text)))
      } else {
        conditions.append("\(column) = ?")
        arguments.append(value)
      }
      if !isNarrowed, entity.search.contains(field.name),
        let match = SearchWords.match(value.text ?? "", prefix: false)
      {
        try beforeSearch()
        conditions.append(
          "id IN (SELECT rowid FROM \(entity.table)_search WHERE \(entity.table)_search MATCH ?)")
        arguments.append(.text(match))
      }
    }
    if let seen = try visible(entity.kind, entity.table) { conditions.append(seen.sql) }
    let statement = try cache.statement(
      "SELECT id FROM \(entity.table) WHERE \(conditions.joined(separator: " AND ")) "
        + "ORDER BY id LIMIT 10")
    for (index, argument) in arguments.enumerated() { statement.bind(Int32(index + 1), argument) }
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  /// Takes all lines of a document away.
  ///
  /// - Throws: ``CRMError`` where the actor may not change the document.
  public func removeLines(_ lines: Entity, of document: Int64) throws {
    let kind = lines.fields.first { $0.belongs }?.target
    if let record = try kind.flatMap({ try record($0, document) }) { try permit(.edit, record) }
    for id in try lineIDs(lines, of: document) { try remove(lines.kind, id) }
  }

  /// Takes one line of a document away.
  ///
  /// - Throws: ``CRMError`` where the actor may not change the document.
  public func removeLine(_ lines: Entity, _ id: Int64) throws {
    guard let record = try record(lines.kind, id) else { return }
    try permit(.edit, record)
    try remove(lines.kind, id)
  }

  /// Whether a document has exactly the given lines, in order; absent values match anything.
  func hasLines(_ lines: Entity, of document: Int64, _ wanted: [[Value]]) throws -> Bool {
    let ids = try lineIDs(lines, of: document)
    guard ids.count == wanted.count else { return false }
    for (id, values) in zip(ids, wanted) {
      guard let record = try record(lines.kind, id) else { return false }
      for (have, want) in zip(record.values, values) where !want.isNull && have != want {
        return false
      }
    }
    return true
  }
}

extension Reader {
  /// Returns the ids of a document's lines in the order they were added.
  public func lineIDs(_ lines: Entity, of document: Int64) throws -> [Int64] {
    guard let parent = lines.fields.first(where: { $0.belongs }) else { return [] }
    let statement = try cache.statement(
      "SELECT id FROM \(lines.table) WHERE \(Schema.quoted(parent.name)) = ? ORDER BY id")
    statement.bind(1, document)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }
}
