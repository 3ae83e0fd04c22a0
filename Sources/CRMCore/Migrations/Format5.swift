import CRMEngine

/// Format 5, frozen: what users are told of, at which step an approval stands and who asked for it,
/// and who manages a unit.
enum Format5 {
  static let step = Migrations.Step.sql(notification + unit + tables.flatMap(approval))

  private static let notification = [
    """
    CREATE TABLE notification (
      recipient INTEGER NOT NULL,
      number INTEGER NOT NULL,
      operation INTEGER NOT NULL REFERENCES operation(id),
      event TEXT NOT NULL,
      kind INTEGER NOT NULL,
      record INTEGER,
      count INTEGER NOT NULL,
      text TEXT,
      read INTEGER REFERENCES operation(id),
      PRIMARY KEY (recipient, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX notification_unanswered ON notification(kind, record) \
    WHERE event = 'approval' AND read IS NULL
    """,
  ]

  private static let unit = [
    """
    ALTER TABLE unit ADD COLUMN "manager" INTEGER REFERENCES user(id)
    """,
    """
    CREATE INDEX unit_by_manager ON unit("manager") WHERE "manager" IS NOT NULL
    """,
  ]

  /// The tables of what goes through approval, with the numbers of their kinds in the log.
  private static let tables = [
    ("customer", 12), ("contact", 13), ("product", 14), ("sales_order", 15), ("care_card", 17),
    ("dealing", 18), ("contract", 26), ("payment", 34),
  ]

  /// What waits already waits at the first step; who submitted it, and when, the log knows.
  private static func approval(_ table: String, _ kind: Int) -> [String] {
    let submission = """
      FROM change c JOIN operation o ON o.id = c.operation \
      WHERE c.kind = \(kind) AND c.record = \(table).id AND c.action = 2 \
      AND json_extract(c.fields, '$.approval[1]') = 'submitted' ORDER BY c.id DESC LIMIT 1
      """
    return [
      """
      ALTER TABLE \(table) ADD COLUMN "approval_step" INTEGER
      """,
      """
      ALTER TABLE \(table) ADD COLUMN "submitted_by" INTEGER REFERENCES user(id)
      """,
      """
      ALTER TABLE \(table) ADD COLUMN "submitted" INTEGER
      """,
      """
      CREATE INDEX \(table)_by_approval_step ON \(table)("approval_step") \
      WHERE "approval_step" IS NOT NULL
      """,
      """
      CREATE INDEX \(table)_by_submitted_by ON \(table)("submitted_by") \
      WHERE "submitted_by" IS NOT NULL
      """,
      """
      UPDATE \(table) SET "approval_step" = 1, "submitted" = (SELECT o.time \(submission)), \
      "submitted_by" = (SELECT (SELECT u.id FROM user u WHERE u.code = o.actor) \(submission)) \
      WHERE "approval" = 'submitted'
      """,
    ]
  }
}
