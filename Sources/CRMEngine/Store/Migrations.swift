import GRDB

/// The formats that databases of one business have had, and how each becomes the next.
///
/// A new database is made as the catalogue declares it; an older one becomes that by the steps it
/// lacks. A test holds the two against each other, column by column.
public struct Migrations: Formats {
  /// The `application_id` of our files: the letters `crm1`.
  static let applicationID = 0x6372_6D31

  /// What makes each format out of the one before, the first out of nothing; built only where it
  /// is needed.
  private let steps: [@Sendable () -> Step]
  /// What makes the tables beside those of kinds and of the engine, as they are now.
  private let tables: @Sendable () -> [String]

  /// - Parameters:
  ///   - steps: one a format, oldest first; frozen once it has landed, as databases of it
  ///     are about.
  ///   - tables: the statements of what the business keeps beside its kinds, as they are now.
  package init(
    steps: [@Sendable () -> Step], tables: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.steps = steps
    self.tables = tables
  }

  /// The format this program writes.
  var current: Int { max(steps.count, 1) }

  /// Returns what makes a format out of the one before, from 1 on.
  func step(_ format: Int) -> Step { steps[format - 1]() }

  /// Makes everything in an empty database, within the caller's transaction.
  func make(_ db: Database, _ catalogue: Catalogue) throws {
    for statement in EngineTables.statements + tables() + Schema.statements(catalogue) {
      try db.execute(sql: statement)
    }
    try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
    try mark(db, current)
  }

  /// Brings a database from an older format to a newer, within the caller's transaction and
  /// without foreign keys, which is how SQLite wants tables rebuilt.
  func upgrade(_ db: Database, from: Int, to: Int) throws {
    for format in (from + 1)...to { try step(format).run(StatementCache(db)) }
    try db.checkForeignKeys()
    try mark(db, to)
  }

  private func mark(_ db: Database, _ format: Int) throws {
    try db.execute(sql: "PRAGMA user_version = \(format)")
  }
}

extension Catalogue {
  /// The formats that databases of this business have had; one where it says nothing.
  var migrations: Migrations { formats as? Migrations ?? Migrations(steps: []) }
}
