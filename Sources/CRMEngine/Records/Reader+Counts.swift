import CRMValues

extension Reader {
  /// Returns how many records the query finds, its limit left out.
  public func count(_ query: Query) throws -> Int {
    if let count = try countAll(query) { return count }
    if let search = try WordSearch(query, self) { return try search.count() }
    if asksForAll(query), query.words == nil, let short = try countSeen(query.kind) {
      return Int(try cache.prepared(short).firstInteger() ?? 0)
    }
    let source = try source(query, mode: .whole)
    let statement = try cache.prepared("SELECT count(*) " + source.sql)
    bind(statement, source.arguments)
    return Int(try statement.firstInteger() ?? 0)
  }

  /// Returns how many live records there are where nothing else is asked, and nothing hidden: all
  /// but those in the trash, which two indexes tell without a look at the records.
  private func countAll(_ query: Query) throws -> Int? {
    let entity = entities[query.kind]
    guard asksForAll(query), query.words == nil, try visible(query.kind, "t") == nil,
      try sight(query.kind, "t", isWhole: true) == nil
    else { return nil }
    let all = try cache.statement("SELECT count(*) FROM \(entity.table)")
    let deleted = try cache.statement(
      "SELECT count(*) FROM \(entity.table) WHERE deleted IS NOT NULL")
    return Int(try all.firstInteger() ?? 0) - Int(try deleted.firstInteger() ?? 0)
  }

  /// Whether a query asks for every live record, or for all that have its words.
  func asksForAll(_ query: Query) -> Bool {
    query.ids == nil && query.conditions.isEmpty && !query.inTrash
      && entities[query.kind].hasTrash
  }

  /// Returns how many records a query finds with each value of a field that is a column, its
  /// limit left out; null is a value like the others.
  public func counts(
    _ query: Query, by name: String
  ) throws -> [(value: Value, count: Int)] {
    let entity = entities[query.kind]
    guard let field = entity.field(name), !field.isLinked else { return [] }
    let column = Schema.quoted(field.name)
    if let all = try countAll(query) {
      return try counts(ofAll: all, entity.table, column)
    }
    let source = try source(query, mode: .whole)
    let statement = try cache.prepared("SELECT t.\(column), count(*) \(source.sql) GROUP BY 1")
    bind(statement, source.arguments)
    return try counts(statement)
  }

  /// Counts in the index of the column, where there is one, what the trash holds taken off.
  private func counts(
    ofAll all: Int, _ table: String, _ column: String
  ) throws -> [(value: Value, count: Int)] {
    func rows(_ condition: String) throws -> [(value: Value, count: Int)] {
      try counts(
        cache.statement(
          "SELECT \(column), count(*) FROM \(table) WHERE \(column) IS NOT NULL\(condition) "
            + "GROUP BY \(column)"))
    }
    var found = try rows("")
    for (value, count) in try rows(" AND deleted IS NOT NULL") {
      if let index = found.firstIndex(where: { $0.value == value }) { found[index].count -= count }
    }
    found.removeAll { $0.count == 0 }
    let rest = found.reduce(all) { $0 - $1.count }
    return rest > 0 ? found + [(.null, rest)] : found
  }

  private func counts(_ statement: PreparedStatement) throws -> [(value: Value, count: Int)] {
    var found: [(Value, Int)] = []
    while try statement.step() { found.append((statement.value(0), Int(statement.integer(1)))) }
    return found
  }
}
