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
  /// Receives who reads, the condition that columns
  /// `principal_kind` and `principal` name one of those the user is, and what makes the condition
  /// that a row names a record the user sees.
  let view:
    @Sendable (
      _ actor: Actor, _ principals: String, _ record: (KindColumn) -> String
    ) -> String

  package init(
    _ name: String,
    _ view:
      @escaping @Sendable (
        _ actor: Actor, _ principals: String, _ record: (KindColumn) -> String
      ) -> String
  ) {
    self.name = name
    self.view = view
  }

  /// The condition that a row of the alias `t` is of an operation of the user's own.
  package static func byMe(_ actor: Actor) -> String {
    "EXISTS (SELECT 1 FROM main.operation o WHERE o.id = t.operation "
      + "AND \(actor.isMe(column: "o.actor")))"
  }

  /// The log shows what the user did and what was done to records the user sees; what others
  /// typed stays theirs.
  static let logs = [
    GuardedTable("share") { _, _, record in
      "SELECT * FROM main.share t WHERE \(record(.name("record_kind")))"
    },
    GuardedTable("change") { actor, _, record in
      // What followed for records of others stays theirs, whoever it followed from.
      "SELECT * FROM main.change t WHERE "
        + "(\(byMe(actor)) AND t.action != \(ChangeAction.follow.rawValue)) "
        + "OR \(record(.number("kind")))"
    },
    GuardedTable("import_sheet") { actor, _, _ in
      "SELECT * FROM main.import_sheet t WHERE \(byMe(actor))"
    },
    GuardedTable("notification") { actor, _, _ in
      "SELECT * FROM main.notification t WHERE recipient = \(actor.user ?? 0)"
    },
    GuardedTable("operation") { actor, _, _ in
      "SELECT id, time, actor, CASE WHEN \(actor.isMe(column: "actor")) THEN command ELSE '' "
        + "END AS command, undoes, first_change, last_change FROM main.operation"
    },
  ]
}
