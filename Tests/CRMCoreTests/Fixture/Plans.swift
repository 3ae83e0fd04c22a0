import GRDB

@testable import CRMCore
@testable import CRMEngine

extension TemporaryDatabase {
  /// Returns how SQLite carries out every statement that a body runs through the read door,
  /// one line a step.
  func plans(_ body: (Reader) throws -> Void) throws -> [String] {
    try read { reader in
      var statements: [String] = []
      reader.cache.db.trace { statements.append($0.description) }
      try body(reader)
      reader.cache.db.trace(options: [])
      return try statements.filter { $0.hasPrefix("SELECT") }.flatMap { sql in
        let explanation = try PreparedStatement(reader.cache.db, "EXPLAIN QUERY PLAN " + sql)
        var steps: [String] = []
        while try explanation.step() { steps.append(explanation.text(3) ?? "") }
        return steps
      }
    }
  }
}
