import CRMValues

/// Something to complete: the word, and what it means.
public struct Suggestion: Hashable, Sendable {
  public let word: String
  public let meaning: String

  public init(word: String, meaning: String) {
    self.word = word
    self.meaning = meaning
  }
}

extension Reader {
  /// Returns records whose code or name begins with what was typed; customers also where a word
  /// of the full text does. Never looks at more than an index gives.
  public func suggestions(
    _ kind: Kind, beginning typed: String, inTrash: Bool = false, limit: Int = 60
  ) throws -> [Suggestion] {
    let entity = entities[kind]
    guard entity.isNoun else { return [] }
    let name = Schema.quoted(entity.nameField)
    let state = inTrash ? "deleted IS NOT NULL" : "deleted IS NULL"
    if entity.referenceField == "name" {
      let start = folded(typed)
      return try suggestions(
        "SELECT name, code FROM \(entity.table) WHERE \(state) ORDER BY id LIMIT 5000", []
      )
      .filter {
        folded($0.word).hasPrefix(start)
          || $0.meaning.lowercased().hasPrefix(typed.lowercased())
      }
      .prefix(limit).map { $0 }
    }
    var found = try suggestions(
      "SELECT code, \(name) FROM \(entity.table) WHERE code >= ?1 AND code < ?2 AND \(state) "
        + "ORDER BY code LIMIT \(limit)", [.text(typed), .text(typed + "\u{10FFFF}")])
    if found.count < limit, entity.hasFoldedName, !inTrash {
      var query = Query(kind)
      query.words = typed
      query.limit = limit
      let ids = try ids(query, mode: .page)
      let more = try suggestions(
        "SELECT t.code, t.name FROM json_each(?1) j CROSS JOIN \(entity.table) t ON t.id = j.value "
          + "ORDER BY j.key", [.text(jsonList(ids[...]))])
      found += more.filter { !found.contains($0) }
    }
    return found
  }

  /// Returns values that a text field has, beginning with what was typed, marks ignored.
  public func valueSuggestions(
    _ kind: Kind, _ field: String, beginning typed: String, limit: Int = 60
  ) throws -> [Suggestion] {
    let entity = entities[kind]
    guard let field = entity.field(field), !field.isLinked, field.target == nil else { return [] }
    let column = Schema.quoted(field.name)
    let start = folded(typed)
    return try suggestions(
      "SELECT DISTINCT \(column), '' FROM (SELECT \(column) FROM \(entity.table) "
        + "WHERE deleted IS NULL AND \(column) IS NOT NULL LIMIT 20000) ORDER BY 1", []
    )
    .filter { folded($0.word).hasPrefix(start) }.prefix(limit).map { $0 }
  }

  /// Returns the names of the saved views of a kind.
  public func viewSuggestions(_ kind: Kind, beginning typed: String) throws -> [Suggestion] {
    let start = folded(typed)
    return try suggestions(
      "SELECT name, condition FROM saved_view WHERE kind = ?1 AND deleted IS NULL ORDER BY name",
      [.text(kind.rawValue)]
    ).filter { folded($0.word).hasPrefix(start) }
  }

  /// Returns the latest operations that can be undone.
  public func operationSuggestions(beginning typed: String) throws -> [Suggestion] {
    try OperationLog.list(self, limit: 40).filter {
      $0.undoes == nil && $0.undoneBy == nil && $0.number > 1
    }.map {
      Suggestion(word: String($0.number), meaning: $0.command)
    }.filter { $0.word.hasPrefix(typed) }
  }

  private func suggestions(_ sql: String, _ arguments: [Value]) throws -> [Suggestion] {
    let statement = try cache.statement(sql)
    for (index, value) in arguments.enumerated() { statement.bind(Int32(index + 1), value) }
    var found: [Suggestion] = []
    while try statement.step() {
      let word = statement.text(0) ?? ""
      let meaning = statement.text(1) ?? ""
      if !word.isEmpty {
        found.append(Suggestion(word: word, meaning: meaning == word ? "" : meaning))
      }
    }
    return found
  }
}
