import GRDB

/// Keeps the statements of one command, prepared at their first use. Every statement that reads
/// records is prepared here, and nowhere else.
package final class StatementCache {
  package let db: Database
  private var statements: [String: PreparedStatement] = [:]
  /// Called with the text of each statement before it is prepared.
  var beforePreparing: (String) throws -> Void = { _ in }

  init(_ db: Database) { self.db = db }

  /// Returns the prepared statement of the given text.
  package func statement(_ sql: String) throws -> PreparedStatement {
    if let found = statements[sql] { return found }
    let made = try prepared(sql)
    statements[sql] = made
    return made
  }

  /// Returns a statement of its own, for a text that is used once or at several places at once.
  package func prepared(_ sql: String) throws -> PreparedStatement {
    try beforePreparing(sql)
    do { return try PreparedStatement(db, sql) } catch let error as DatabaseError {
      throw StatementLimits.error(error) ?? error
    }
  }
}
