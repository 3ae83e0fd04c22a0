import CRMEngine

/// Format 7, frozen: comments in the order in which a list shows them.
enum Format7 {
  static let step = Migrations.Step.sql([
    """
    CREATE INDEX comment_by_date_created_code ON comment("date", "created", "code")
    """
  ])
}
