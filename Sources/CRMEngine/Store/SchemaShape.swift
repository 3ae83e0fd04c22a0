import GRDB

/// What the tables of a database are, each as lines that can be compared: not by the text that
/// made them, since what was altered or rebuilt reads differently and means the same.
struct SchemaShape {
  /// By table, a line each column, foreign key and index.
  let tables: [String: Set<String>]

  init(_ db: Database) throws {
    let names = try Row.fetchAll(
      db,
      sql: """
        SELECT name, type, wr, strict FROM pragma_table_list
        WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND type <> 'shadow'
        """)
    var tables: [String: Set<String>] = [:]
    for row in names {
      let name: String = row[0]
      var lines = [SchemaShape.line(row)]
      if row[1] == "virtual" {
        lines += try SchemaShape.lines(
          db, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", name)
      }
      // In whatever order columns stand: later ones come last in what was altered.
      lines += try SchemaShape.lines(
        db,
        """
        SELECT 'column', name, type, "notnull", coalesce(dflt_value, '-'), pk, hidden
        FROM pragma_table_xinfo(?)
        """, name)
      lines += try SchemaShape.lines(
        db,
        """
        SELECT 'refers', "from", "table", coalesce("to", 'id'), on_update, on_delete
        FROM pragma_foreign_key_list(?)
        """, name)
      lines += try SchemaShape.indexes(db, name)
      tables[name] = Set(lines)
    }
    self.tables = tables
  }

  /// Returns a line each index: its columns, and where it is partial or of an expression, the text
  /// from the columns on.
  private static func indexes(_ db: Database, _ table: String) throws -> [String] {
    let indexes = try Row.fetchAll(
      db,
      sql: """
        SELECT i.name, i."unique", i.origin, i.partial, s.sql
        FROM pragma_index_list(?) i LEFT JOIN sqlite_schema s ON s.name = i.name
        """, arguments: [table])
    return try indexes.map { index in
      let name: String = index[0]
      let columns = try lines(
        db,
        """
        SELECT coalesce(name, '?'), "desc", coll FROM pragma_index_xinfo(?) WHERE key = 1
        """, name)
      var line = "index \(name) unique \(index[1] as Int) \(index[2] as String): "
      line += columns.joined(separator: ", ")
      let isPlain = index[3] == 0 && !columns.contains { $0.hasPrefix("?") }
      if !isPlain, let sql: String = index[4], let place = sql.firstIndex(of: "(") {
        line += " as " + sql[place...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      return line
    }
  }

  private static func lines(
    _ db: Database, _ sql: String, _ name: String
  ) throws -> [String] {
    try Row.fetchAll(db, sql: sql, arguments: [name]).map(line)
  }

  private static func line(_ row: Row) -> String {
    row.databaseValues.map { $0.isNull ? "∅" : "\($0.storage.value ?? "")" }.joined(separator: " ")
  }

  /// Something that one has and the other has not.
  struct Difference: Hashable {
    let table: String
    /// The column, foreign key or index, as a line.
    let line: String
    /// Whether it is there, while the other has none such.
    let isThere: Bool

    /// The name of the index that the line is of; nil where it is of something else.
    var index: String? {
      let words = line.split(separator: " ")
      return words.first == "index" && words.count > 1 ? String(words[1]) : nil
    }
  }

  /// Returns what this has and the other has not, and the reverse; the columns that each database
  /// has of its own, and the indexes over them, are let be.
  func compared(with other: SchemaShape) -> [Difference] {
    var result: [Difference] = []
    for table in Set(tables.keys).union(other.tables.keys).sorted() {
      let mine = SchemaShape.declared(tables[table])
      let theirs = SchemaShape.declared(other.tables[table])
      result += theirs.subtracting(mine).sorted().map {
        Difference(table: table, line: $0, isThere: false)
      }
      result += mine.subtracting(theirs).sorted().map {
        Difference(table: table, line: $0, isThere: true)
      }
    }
    return result
  }

  private static func declared(_ lines: Set<String>?) -> Set<String> {
    (lines ?? []).filter { !$0.contains(" c_") && !$0.contains("_by_c_") }
  }
}
