extension Migrations {
  /// What makes one format out of the one before.
  package indirect enum Step: Sendable {
    case sql([String])
    /// Gives a table a new definition; what SQLite cannot alter.
    case rebuild(TableRebuild)
    /// What SQL cannot say. The name stands for the code where the step is pinned: code that is
    /// changed after its release has the same fault as a statement that is.
    case code(String, @Sendable (StatementCache) throws -> Void)
    case all([Step])

    func run(_ cache: StatementCache) throws {
      switch self {
      case .sql(let statements):
        for statement in statements { try cache.db.execute(sql: statement) }
      case .rebuild(let rebuild): try rebuild.run(cache.db)
      case .code(_, let body): try body(cache)
      case .all(let steps):
        for step in steps { try step.run(StatementCache(cache.db)) }
      }
    }

    /// The whole of it as text, by which a test knows that it is what was released.
    var text: String {
      switch self {
      case .sql(let statements): statements.joined(separator: ";\n")
      case .rebuild(let rebuild): rebuild.text
      case .code(let name, _): "code: " + name
      case .all(let steps): steps.map(\.text).joined(separator: "\n--\n")
      }
    }
  }
}
