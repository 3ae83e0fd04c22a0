import GRDB

/// Keeps the statements of one command, prepared at their first use.
final class StatementCache {
  let db: Database
  private var statements: [String: PreparedStatement] = [:]

  init(_ db: Database) { self.db = db }

  /// Returns the prepared statement of the given text.
  func statement(_ sql: String) throws -> PreparedStatement {
    if let found = statements[sql] { return found }
    let made = try PreparedStatement(db, sql)
    statements[sql] = made
    return made
  }
}
