import GRDB

/// The tables, views and triggers that a database of a format has.
struct KnownTables {
  /// What Litestream keeps in a database that it copies (Examples/replication), and makes anew.
  static let ofReplication: Set = ["_litestream_seq", "_litestream_lock"]

  /// Whether a table is one of these; a view of its name is not.
  static func isOfReplication(_ table: String, in shape: SchemaShape) -> Bool {
    ofReplication.contains(table)
      && shape.tables[table]?.contains { $0.hasPrefix("\(table) table ") } == true
  }

  private let names: Set<String>
  /// What each consists of; nil for an older format, which its upgrade looks at.
  private let shape: SchemaShape?

  /// Makes an empty database of the format in memory, to look at what it consists of.
  ///
  /// - Parameter format: from 1 to the one this program writes.
  init(of format: Int, _ catalogue: Catalogue) throws {
    let migrations = catalogue.migrations
    (names, shape) = try DatabaseQueue().inDatabase { db in
      if format == migrations.current {
        try migrations.make(db, catalogue)
      } else {
        try migrations.upgrade(db, from: 0, to: format)
      }
      let names = try KnownTables.names(in: db)
      return (names, format == migrations.current ? try SchemaShape(db) : nil)
    }
  }

  /// Returns what a database has beyond these and what it lacks of them, each by name.
  func differences(in db: Database) throws -> (unknown: [String], missing: [String]) {
    let found = try KnownTables.names(in: db)
    return (found.subtracting(names).sorted(), names.subtracting(found).sorted())
  }

  /// Returns the columns and references that the tables of a database lack, each with its table.
  /// An index that is missing can be made again, and slows down only.
  func lacking(in db: Database) throws -> [SchemaShape.Difference] {
    guard let shape else { return [] }
    return try SchemaShape(db).compared(with: shape).filter { !$0.isThere && $0.index == nil }
  }

  /// What SQLite keeps for itself, such as statistics, it makes anew.
  private static func names(in db: Database) throws -> Set<String> {
    let known = ofReplication.sorted().map { "'\($0)'" }.joined(separator: ",")
    return Set(
      try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view', 'trigger') "
          + "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
          + "AND NOT (type = 'table' AND name IN (\(known)))"))
  }
}
