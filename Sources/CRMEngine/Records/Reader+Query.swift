import CRMValues

extension Reader {
  /// Returns the ids of the records, in order.
  ///
  /// - Parameter mode: `page` where the query is of a few records, which are asked one by one.
  public func ids(_ query: Query, mode: FilterContext.Mode = .whole) throws -> [Int64] {
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
    let source = try source(query, mode: query.limit == nil ? .whole : .page)
    let order = try order(query)
    let list = (["t.id"] + columns.map(\.sql.sql)).joined(separator: ", ")
    let statement = try cache.prepared("SELECT \(list) " + source.sql + order.sql + page(query))
    bind(
      statement, columns.flatMap(\.sql.arguments) + source.arguments + order.arguments)
    var values = [Value](repeating: .null, count: columns.count)
    while try statement.step() {
      for index in columns.indices {
        values[index] = statement.value(Int32(index + 1))
        // The nearest of a sum that 64 bits do not hold is one of these two.
        guard case .integer(let number) = values[index], number == .max || number == .min,
          statement.isBeyondIntegers(Int32(index + 1))
        else { continue }
        throw try tooLarge(columns[index], of: query.kind, statement.integer(0))
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

  package func source(
    _ query: Query, mode: FilterContext.Mode
  ) throws -> SQLFragment {
    let entity = entities[query.kind]
    var conditions: [String] = []
    var arguments: [Value] = []
    // The few in the trash are looked for in their index, which takes a comparison.
    if entity.hasTrash { conditions.append(query.inTrash ? "t.deleted > 0" : "t.deleted IS NULL") }
    if let visible = try visible(query.kind, "t") { conditions.append(visible.sql) }
    var table = entity.table
    let sight = isNarrow(query) ? nil : try sight(query.kind, "t", isWhole: mode == .whole)
    if sight != nil { table = "main." + table }
    if let ids = query.ids {
      let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
      conditions.append("t.id IN (SELECT value FROM json_each(?))")
      arguments.append(.text(list))
    }
    if let words = query.words {
      let found = try searchCondition(entity, words)
      conditions.append(found.sql)
      arguments += found.arguments
    }
    let context = try filterContext(
      sight?.isOfFew == true ? .page : mode, knowsMe: query.knowsMe)
    let compiler = FilterCompiler(entity: entity, alias: "t", context: context)
    let asked = try query.conditions.map { try compiler.condition($0) }
    if !asked.isEmpty {
      let all = SQLFragment.joined(asked, by: "AND")
      try checkDepth(all, entity)
      conditions.append("(" + all.sql + ")")
      arguments += all.arguments
    }
    // What is asked for leaves fewer records to ask whether they are seen.
    if let sight { conditions.append(sight.condition) }
    let whole = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return SQLFragment(sql: "FROM \(table) t" + whole, arguments: arguments)
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

  /// Records that hold every word, or have something that does and lends its words.
  private func searchCondition(_ entity: Entity, _ words: String) throws -> SQLFragment {
    try beforeSearch()
    guard !entity.search.isEmpty, let match = SearchWords.match(words, prefix: true) else {
      return SQLFragment(sql: "0", arguments: [])
    }
    let own =
      "SELECT rowid FROM \(entity.table)_search WHERE \(entity.table)_search MATCH ?"
    var sql = own
    let lenders = lenders(to: entity.kind)
    for (lender, field) in lenders {
      let search = lender.table + "_search"
      sql +=
        " UNION SELECT c.\(Schema.quoted(field.name)) FROM \(lender.table) c "
        + "WHERE c.deleted IS NULL AND "
        + (try visible(lender.kind, "c").map { "\($0.sql) AND " } ?? "")
        + "c.id IN (SELECT rowid FROM \(search) WHERE \(search) MATCH ?)"
    }
    return SQLFragment(
      sql: "t.id IN (\(sql))",
      arguments: [Value](repeating: .text(match), count: 1 + lenders.count))
  }

  /// The kinds whose words find the records of a kind that they belong to.
  private func lenders(to kind: Kind) -> [(entity: Entity, field: Field)] {
    catalogue.referrers(to: kind).filter {
      $0.field.target == kind && $0.entity.lendsWords && !$0.entity.search.isEmpty
    }
    .map { ($0.entity, $0.field) }
  }

  /// Everything of a record that is searched, as one text, with the names of what lends words.
  private func searchedText(_ entity: Entity) -> String {
    var parts = entity.search.map { "coalesce(t.\(Schema.quoted($0)), '')" }
    for (lender, field) in lenders(to: entity.kind) {
      parts.append(
        "coalesce((SELECT group_concat(c.\(Schema.quoted(lender.nameField)), ' ') "
          + "FROM \(lender.table) c WHERE c.\(Schema.quoted(field.name)) = t.id "
          + "AND c.deleted IS NULL), '')")
    }
    return parts.joined(separator: " || ' ' || ")
  }

  private func order(_ query: Query) throws -> SQLFragment {
    let entity = entities[query.kind]
    let compiler = FilterCompiler(entity: entity, alias: "t", context: try filterContext(.page))
    var keys: [String] = []
    var arguments: [Value] = []
    if let words = query.words, query.sort.isEmpty {
      // What has the words with the marks as they were typed comes first, names before the rest;
      // then names that have them at all.
      let marked = Value.text(nfc(words).lowercased())
      if entity.hasFoldedName {
        keys.append("has_marks(t.name, ?) DESC")
        arguments.append(marked)
      }
      keys.append("has_marks(\(searchedText(entity)), ?) DESC")
      arguments.append(marked)
      if entity.hasFoldedName {
        keys.append("instr(t.name_fold, ?) > 0 DESC")
        arguments.append(.text(folded(words)))
      }
    }
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
