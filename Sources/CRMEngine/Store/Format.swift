import GRDB

/// The format of a database, as the file says it: SQLite's `user_version`, in a file of ours.
enum Format {
  /// Returns the format of an open database.
  ///
  /// - Throws: ``CRMError`` for a database that is not ours, of a newer format, or of none.
  static func read(_ db: Database, _ path: String, known: Int) throws -> Int {
    guard try isOurs(db) else { throw DatabaseFailure.notOurs(path) }
    let format = try number(db)
    guard format <= known else { throw DatabaseFailure.newer(path, version: format, known: known) }
    guard format > 0 else { throw DatabaseFailure.halfMade(path, format) }
    return format
  }

  /// Returns the bare number.
  static func number(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Whether an open database says that it is one of ours.
  static func isOurs(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA application_id") == Migrations.applicationID
  }

  /// Returns the format that stands in the first bytes of a file of ours, for one that SQLite
  /// cannot open; nil where they cannot be read or are not ours.
  static func inHeader(of path: String) -> Int? {
    guard let header = FileHeader(of: path), header.isOurs else { return nil }
    return header.format
  }
}
