import CRMValues

extension Reader {
  /// Returns the ids of the records, in order.
  ///
  /// - Parameter mode: `page` where the query is of a few records, which are asked one by one.
  public func ids(_ query: Query, mode: FilterContext.Mode = .whole) throws -> [Int64] {
    if let search = try WordSearch(query, self) { return try search.ids() }
    let source = try source(query, mode: mode)
    let order = try order(query)
    let statement = try cache.prepared("SELECT t.id " + source.sql + order.sql + page(query))
    bind(statement, source.arguments + order.arguments)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  /// Hands over the records one at a time: the id and one value a column.
  public func rows(
    _ query: Query, _ columns: [QueryColumn], _ body: (Int64, [Value]) throws -> Void
  ) throws {
    let list = (["t.id"] + columns.map(\.sql.sql)).joined(separator: ", ")
    let arguments = columns.flatMap(\.sql.arguments)
    if let search = try WordSearch(query, self) {
      return try search.rows(list, arguments) { try hand(over: $0, columns, query.kind, body) }
    }
    let source = try source(query, mode: query.limit == nil ? .whole : .page)
    let order = try order(query)
    let statement = try cache.prepared("SELECT \(list) " + source.sql + order.sql + page(query))
    bind(statement, arguments + source.arguments + order.arguments)
    try hand(over: statement, columns, query.kind, body)
  }

  private func hand(
    over statement: PreparedStatement, _ columns: [QueryColumn], _ kind: Kind,
    _ body: (Int64, [Value]) throws -> Void
  ) throws {
    var values = [Value](repeating: .null, count: columns.count)
    while try statement.step() {
      for index in columns.indices {
        values[index] = statement.value(Int32(index + 1))
        // The nearest of a sum that 64 bits do not hold is one of these two.
        guard case .integer(let number) = values[index], number == .max || number == .min,
          statement.isBeyondIntegers(Int32(index + 1))
        else { continue }
        throw try tooLarge(columns[index], of: kind, statement.integer(0))
      }
      try body(statement.integer(0), values)
    }
  }

  private func tooLarge(_ column: QueryColumn, of kind: Kind, _ id: Int64) throws -> CRMError {
    let record = entity(kind).called(try label(kind, id))
    return .sumTooLarge(
      Label("\(record.en), \(column.label.en)", vi: "\(record.vi), \(column.label.vi)"))
  }

  package func bind(_ statement: PreparedStatement, _ arguments: [Value]) {
    for (index, value) in arguments.enumerated() { statement.bind(Int32(index + 1), value) }
  }

  private func page(_ query: Query) -> String {
    guard query.limit != nil || query.offset > 0 else { return "" }
    return " LIMIT \(query.limit ?? -1) OFFSET \(query.offset)"
  }

  /// What a query asks of the rows of a table, its words left out.
  struct Asked {
    let table: String
    var conditions: [String] = []
    var arguments: [Value] = []
    /// The query of the few ids that the actor sees.
    var few: String?
    /// Whether every live row is asked for.
    var isOfAll: Bool
  }

  package func source(
    _ query: Query, mode: FilterContext.Mode
  ) throws -> SQLFragment {
    var asked = try asked(query, mode: mode)
    if let words = query.words {
      let found = try searchCondition(entities[query.kind], words)
      asked.conditions.insert(found.sql, at: 0)
      asked.arguments = found.arguments + asked.arguments
    }
    let whole =
      asked.conditions.isEmpty ? "" : " WHERE " + asked.conditions.joined(separator: " AND ")
    return SQLFragment(sql: "FROM \(asked.table) t" + whole, arguments: asked.arguments)
  }

  func asked(_ query: Query, mode: FilterContext.Mode) throws -> Asked {
    let entity = entities[query.kind]
    let sight = isNarrow(query) ? nil : try sight(query.kind, "t", isWhole: mode == .whole)
    let visible = try visible(query.kind, "t")
    var asked = Asked(
      table: sight == nil ? entity.table : "main." + entity.table, few: sight?.few,
      isOfAll: asksForAll(query) && sight == nil && visible == nil)
    // The few in the trash are looked for in their index, which takes a comparison.
    if entity.hasTrash {
      asked.conditions.append(query.inTrash ? "t.deleted > 0" : "t.deleted IS NULL")
    }
    if let visible { asked.conditions.append(visible.sql) }
    if let ids = query.ids {
      asked.conditions.append("t.id IN (SELECT value FROM json_each(?))")
      asked.arguments.append(.text(jsonList(ids[...])))
    }
    let context = try filterContext(sight?.few != nil ? .page : mode, knowsMe: query.knowsMe)
    let compiler = FilterCompiler(entity: entity, alias: "t", context: context)
    let conditions = try query.conditions.map { try compiler.condition($0) }
    if !conditions.isEmpty {
      let all = SQLFragment.joined(conditions, by: "AND")
      try checkDepth(all, entity)
      asked.conditions.append("(" + all.sql + ")")
      asked.arguments += all.arguments
    }
    // What is asked for leaves fewer records to ask whether they are seen.
    if let sight { asked.conditions.append(sight.condition) }
    return asked
  }

  /// Returns ids as SQLite's `json_each` takes them.
  func jsonList(_ ids: ArraySlice<Int64>) -> String {
    "[" + ids.map(String.init).joined(separator: ",") + "]"
  }

  /// Refuses a condition that SQLite takes by itself, but not where more stands around it, as it
  /// does for those who see a part of the records, and for rules of tiers. Asked of long ones only.
  private func checkDepth(_ condition: SQLFragment, _ entity: Entity) throws {
    guard condition.sql.utf8.count > 1_000 else { return }
    let around = String(repeating: "(1 AND (", count: 4)
    let end = String(repeating: "))", count: 4)
    _ = try cache.prepared(
      "SELECT 1 FROM \(entity.table) t WHERE \(around)\(condition.sql)\(end)")
  }

  /// Records that hold every word, or are found by what lends them its words.
  private func searchCondition(_ entity: Entity, _ words: String) throws -> SQLFragment {
    try beforeSearch()
    guard !entity.search.isEmpty, let match = SearchWords.match(words, prefix: true) else {
      return SQLFragment(sql: "0", arguments: [])
    }
    let sources = try WordSource.all(of: entity, self)
    return SQLFragment(
      sql: "t.id IN (\(sources.map(\.ids).joined(separator: " UNION ")))",
      arguments: [Value](repeating: .text(match), count: sources.count))
  }

  private func order(_ query: Query) throws -> SQLFragment {
    let entity = entities[query.kind]
    let compiler = FilterCompiler(entity: entity, alias: "t", context: try filterContext(.page))
    var keys: [String] = []
    var arguments: [Value] = []
    guard query.sort.count <= StatementLimits.sortKeys else {
      throw StatementLimits.tooMany(
        query.sort.count, of: Label("sort keys", vi: "cột sắp xếp"),
        most: StatementLimits.sortKeys)
    }
    for key in query.sort {
      let operand = try compiler.operand(key.path).sortKey
      keys.append(operand.sql + (key.isDescending ? " DESC" : ""))
      arguments += operand.arguments
    }
    keys.append("t.id")
    return SQLFragment(sql: " ORDER BY " + keys.joined(separator: ", "), arguments: arguments)
  }
}
