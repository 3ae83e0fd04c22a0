import GRDB

/// Gives a table a new definition and keeps what it holds, the columns that each database has of
/// its own, its indexes and its triggers: what <https://sqlite.org/lang_altertable.html> prescribes
/// under "Making Other Kinds Of Table Schema Changes".
package struct TableRebuild: Sendable {
  private let table: String
  private let definition: String
  private let values: [String: String]
  private let dropped: Set<String>

  /// - Parameters:
  ///   - definition: the `CREATE TABLE` statement, under the table's own name.
  ///   - values: by column, what it is filled with, in SQL over the row as it was; absent ones keep
  ///     what the column of their name held, new ones their default.
  ///   - dropped: columns that go, with the indexes over them. Every other stays, known or not.
  package init(
    _ table: String, as definition: String, values: [String: String] = [:],
    dropping dropped: Set<String> = []
  ) {
    self.table = table
    self.definition = definition
    self.values = values
    self.dropped = dropped
  }

  /// What tells the rebuild from every other.
  var text: String {
    let filled = values.sorted { $0.key < $1.key }.map { "\n\($0.key) := \($0.value)" }
    return definition + filled.joined() + dropped.sorted().map { "\ndrop \($0)" }.joined()
  }

  /// Rebuilds the table, within the caller's transaction. Foreign keys have to be off, or the rows
  /// that refer to those of the table would stand in the way.
  func run(_ db: Database) throws {
    let new = "\(table)_rebuilt"
    let start = "CREATE TABLE \(table) "
    guard definition.hasPrefix(start), try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") == false
    else { throw DatabaseError(message: "\(table) cannot be rebuilt like this") }
    let old = try columns(db, of: table)
    guard !old.isEmpty else { throw DatabaseError(message: "no such table: \(table)") }
    let attached = try attachments(db)
    try db.execute(sql: "CREATE TABLE \(new) " + definition.dropFirst(start.count))
    let declared = try columns(db, of: new).map(\.name)
    let own = old.filter { !declared.contains($0.name) && !dropped.contains($0.name) }
    for column in own {
      try db.execute(
        sql: "ALTER TABLE \(new) ADD COLUMN \(Schema.quoted(column.name)) \(column.rest)")
    }
    var sources = values
    for column in old where sources[column.name] == nil && !dropped.contains(column.name) {
      sources[column.name] = Schema.quoted(column.name)
    }
    let filled = (declared + own.map(\.name)).compactMap { name in
      sources[name].map { (name: Schema.quoted(name), value: $0) }
    }
    try db.execute(
      sql: """
        INSERT INTO \(new) (\(filled.map(\.name).joined(separator: ", ")))
        SELECT \(filled.map(\.value).joined(separator: ", ")) FROM \(table)
        """)
    try db.execute(sql: "DROP TABLE \(table)")
    try db.execute(sql: "ALTER TABLE \(new) RENAME TO \(table)")
    for statement in attached { try db.execute(sql: statement) }
  }

  /// Returns the columns of a table, each with the type and default it was declared with.
  private func columns(_ db: Database, of table: String) throws -> [(name: String, rest: String)] {
    // Generated columns, which are hidden, hold nothing to keep.
    try Row.fetchAll(
      db,
      sql: """
        SELECT name, type, "notnull", dflt_value FROM pragma_table_xinfo(?)
        WHERE hidden = 0 ORDER BY cid
        """, arguments: [table]
    ).map { row in
      var rest: String = row[1]
      if let standard: String = row[3] {
        let required: Bool = row[2]
        rest += (required ? " NOT NULL" : "") + " DEFAULT (\(standard))"
      }
      return (row[0], rest)
    }
  }

  /// Returns the statements that make the indexes and triggers of the table anew, in order. Those
  /// that SQLite makes by itself have none.
  private func attachments(_ db: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_schema
        WHERE tbl_name = ? COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
        ORDER BY rowid
        """, arguments: [table])
    return try rows.compactMap { row in
      let names = try String?.fetchAll(
        db, sql: "SELECT name FROM pragma_index_xinfo(?)", arguments: [row[0]])
      return names.contains { $0.map(dropped.contains) ?? false } ? nil : row[1]
    }
  }
}
