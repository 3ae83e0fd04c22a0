import GRDB

/// The tables, views and triggers that a database of a format has.
struct KnownTables {
  private let names: Set<String>

  /// Makes an empty database of the format in memory, to look at what it consists of.
  ///
  /// - Parameter format: from 1 to the one this program writes.
  init(of format: Int, _ catalogue: Catalogue) throws {
    let migrations = catalogue.migrations
    names = try DatabaseQueue().inDatabase { db in
      if format == migrations.current {
        try migrations.make(db, catalogue)
      } else {
        try migrations.upgrade(db, from: 0, to: format)
      }
      return try KnownTables.names(in: db)
    }
  }

  /// Returns what a database has beyond these and what it lacks of them, each by name.
  func differences(in db: Database) throws -> (unknown: [String], missing: [String]) {
    let found = try KnownTables.names(in: db)
    return (found.subtracting(names).sorted(), names.subtracting(found).sorted())
  }

  /// What SQLite keeps for itself, such as statistics, it makes anew, and so does Litestream with
  /// what it keeps in a database that it copies (Examples/replication).
  private static func names(in db: Database) throws -> Set<String> {
    Set(
      try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view', 'trigger') "
          + "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
          + "AND name NOT LIKE '\\_litestream\\_%' ESCAPE '\\'"))
  }
}
