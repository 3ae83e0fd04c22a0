/// A table beside those of kinds that holds what not everybody may see: what was done to records,
/// and who did it.
public struct GuardedTable: Sendable {
  /// The column that says of which kind the record is that a row names.
  package enum KindColumn: Sendable {
    /// By the frozen number of the kind.
    case number(String)
    /// By its noun.
    case name(String)
  }

  package let name: String
  /// Returns what a user sees of the table, a query of its rows under the alias `t`.
  ///
  /// Receives the user's login as SQL writes it, the user's id, the condition that columns
  /// `principal_kind` and `principal` name one of those the user is, and what makes the condition
  /// that a row names a record the user sees.
  let view:
    @Sendable (
      _ login: String, _ user: Int64?, _ principals: String, _ record: (KindColumn) -> String
    ) -> String

  package init(
    _ name: String,
    _ view:
      @escaping @Sendable (
        _ login: String, _ user: Int64?, _ principals: String, _ record: (KindColumn) -> String
      ) -> String
  ) {
    self.name = name
    self.view = view
  }

  /// The condition that a row of the alias `t` is of an operation of the user's own.
  package static func byMe(_ login: String) -> String {
    "EXISTS (SELECT 1 FROM main.operation o WHERE o.id = t.operation AND o.actor = \(login) "
      + "COLLATE NOCASE)"
  }

  /// The log shows what the user did and what was done to records the user sees; what others
  /// typed stays theirs.
  static let logs = [
    GuardedTable("share") { _, _, _, record in
      "SELECT * FROM main.share t WHERE \(record(.name("record_kind")))"
    },
    GuardedTable("change") { login, _, _, record in
      "SELECT * FROM main.change t WHERE \(byMe(login)) OR \(record(.number("kind")))"
    },
    GuardedTable("import_sheet") { login, _, _, _ in
      "SELECT * FROM main.import_sheet t WHERE \(byMe(login))"
    },
    GuardedTable("operation") { login, _, _, _ in
      "SELECT id, time, actor, CASE WHEN actor = \(login) COLLATE NOCASE THEN command ELSE '' "
        + "END AS command, undoes, first_change, last_change FROM main.operation"
    },
  ]
}
