import CRMValues

/// What was done: every change is of one operation, every undo of one that it took back, and what is
/// in the trash went there by one.
struct LogCheck: Check {
  let name = Choice("log", Label("What was done", vi: "Nhật ký thao tác"))
  let advice = Advice.restore
  let weight = 2.0

  private struct Question {
    let found: Label
    let sql: String
  }

  /// Each finds the number of an operation.
  private static let operations = [
    Question(
      found: Label("its changes do not follow the former's", vi: "thay đổi không nối tiếp"),
      sql: """
        SELECT id FROM (SELECT id, first_change, last_change,
          lag(last_change, 1, 0) OVER (ORDER BY id) AS former FROM operation)
        WHERE first_change <> former + 1 OR last_change < former
        """),
    Question(
      found: Label("changes of it are missing", vi: "thiếu thay đổi"),
      sql: """
        SELECT o.id FROM operation o WHERE o.last_change - o.first_change + 1 <>
          (SELECT count(*) FROM change c WHERE c.id BETWEEN o.first_change AND o.last_change)
        """),
    Question(
      found: Label("undoes what came later, or an undo of an undo", vi: "hoàn tác nhầm thao tác"),
      sql: """
        SELECT u.id FROM operation u JOIN operation o ON o.id = u.undoes
        LEFT JOIN operation f ON f.id = o.undoes
        WHERE u.undoes >= u.id OR f.undoes IS NOT NULL
        """),
    Question(
      found: Label("is undone twice", vi: "bị hoàn tác hai lần"),
      sql: """
        SELECT o.id FROM operation o WHERE o.id IN (SELECT undoes FROM operation)
        AND (SELECT count(*) FROM (\(OperationLog.standingUndo))) > 1
        """),
    Question(
      found: Label(
        "an import of it has changes of others", vi: "lần nhập khẩu có thay đổi của thao tác khác"),
      sql: """
        SELECT DISTINCT s.operation FROM import_sheet s JOIN operation o ON o.id = s.operation
        WHERE s.last_change >= s.first_change
        AND (s.first_change < o.first_change OR s.last_change > o.last_change)
        """),
  ]

  private static let actions = ChangeAction.add.rawValue...ChangeAction.merge.rawValue

  func find(_ examination: Examination) throws {
    for question in LogCheck.operations {
      try examination.rows(question.sql) { row in
        try examination.note(
          Finding(table: "operation", row.integer(0), found: .words(question.found), .left))
      }
    }
    try examination.rows(
      """
      SELECT c.id, o.id IS NULL FROM change c LEFT JOIN operation o ON o.id = c.operation
      WHERE o.id IS NULL OR c.id NOT BETWEEN o.first_change AND o.last_change
      OR c.action NOT BETWEEN \(LogCheck.actions.lowerBound) AND \(LogCheck.actions.upperBound)
      OR (c.fields IS NOT NULL AND NOT json_valid(c.fields))
      """
    ) { row in
      let isOfNone = row.integer(1) == 1
      try examination.note(
        Finding(
          table: "change", row.integer(0),
          found: .words(
            isOfNone
              ? Label("of no operation", vi: "không thuộc thao tác nào")
              : Label(
                "cannot be read, or is of another operation",
                vi: "hỏng, hoặc thuộc thao tác "
                  + "khác")),
          .left))
    }
    try findOperationsGone(examination)
    try findTrash(examination)
  }

  /// The engine's tables that name operations, each by a foreign key.
  static let tables = ["operation", "import_sheet", "notification"]

  private func findOperationsGone(_ examination: Examination) throws {
    for table in LogCheck.tables {
      var count = 0
      try examination.rows("PRAGMA main.foreign_key_check(\(table))") { _ in count += 1 }
      guard count > 0 else { continue }
      try examination.note(
        Finding(
          table: table,
          found: .words(
            Label(
              "\(count.counted(.en)) name an operation that is not there",
              vi: "\(count.counted(.vi)) dòng chỉ đến thao tác không còn")), .left))
    }
  }

  private func findTrash(_ examination: Examination) throws {
    for entity in examination.entities where entity.hasTrash {
      try examination.rows(
        "SELECT id FROM \(entity.table) WHERE deleted IS NOT NULL "
          + "AND deleted NOT IN (SELECT id FROM operation)"
      ) { row in
        try examination.note(
          Finding(
            entity, row.integer(0), part: "deleted",
            found: .words(
              Label("in the trash by no operation", vi: "vào thùng rác không do thao tác nào")),
            .left))
      }
    }
  }
}
