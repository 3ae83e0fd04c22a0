import GRDB

@testable import CRMCore
@testable import CRMEngine

/// Everything the records are, as sorted rows a table: records, links, keys, and which words
/// of the full-text index lead to which record. Left out are the log and what was told of it, the numbers given out, the spellings met, and
/// the time of the last change, which only ever move on; of the trash mark it says whether, not
/// since which operation.
struct Dump: Equatable {
  let tables: [String: [String]]

  init(_ database: TemporaryDatabase) throws { try self.init(database.raw) }

  init(_ queue: DatabaseQueue) throws {
    tables = try queue.writeWithoutTransaction { db in
      var tables: [String: [String]] = [:]
      let names = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
          AND name NOT LIKE 'sqlite_%'
          """)
      for name in names
      where ![
        "operation", "change", "numbering", "import_sheet", "transfer", "notification",
        "spelling",
      ].contains(name) {
        tables[name] =
          name.hasSuffix("_search") ? try Dump.words(db, name) : try Dump.rows(db, name)
      }
      return tables
    }
  }

  private static func rows(_ db: Database, _ table: String) throws -> [String] {
    let columns = try db.columns(in: table).map(\.name).filter { $0 != "updated" }.map {
      $0 == "deleted" ? "deleted IS NOT NULL" : "\"\($0)\""
    }
    return try Row.fetchAll(
      db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
    ).map { $0.databaseValues.map(TemporaryDatabase.text).joined(separator: "|") }.sorted()
  }

  private static func words(_ db: Database, _ table: String) throws -> [String] {
    let vocabulary = "temp.\(table)_words"
    try db.execute(
      sql: "CREATE VIRTUAL TABLE IF NOT EXISTS \(vocabulary) "
        + "USING fts5vocab(main, \(table), instance)")
    return try Row.fetchAll(db, sql: "SELECT DISTINCT doc, term FROM \(vocabulary)").map {
      $0.databaseValues.map(TemporaryDatabase.text).joined(separator: "|")
    }.sorted()
  }

  /// Returns what one has and the other has not, to say what went wrong.
  func differences(from other: Dump) -> [String] {
    var result: [String] = []
    for table in Set(tables.keys).union(other.tables.keys).sorted() {
      let mine = tables[table] ?? []
      let theirs = other.tables[table] ?? []
      guard mine != theirs else { continue }
      let gone = Set(theirs).subtracting(mine).sorted().prefix(5)
      let new = Set(mine).subtracting(theirs).sorted().prefix(5)
      result.append("\(table): gone \(Array(gone)), new \(Array(new))")
    }
    return result
  }
}

extension SchemaShape {
  /// Returns what one has and the other lacks, in words.
  func differences(from other: SchemaShape) -> [String] {
    compared(with: other).map { "\($0.table) \($0.isThere ? "has" : "lacks"): \($0.line)" }
  }
}
