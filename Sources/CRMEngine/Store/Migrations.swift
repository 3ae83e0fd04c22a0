import GRDB

/// The steps from one format of the database to the next. Each is frozen text: what a release
/// made stays what it made.
public struct Migrations: Sendable {
  /// The `application_id` of our files: the letters `crm1`.
  static let applicationID = 0x6372_6D31

  /// One list of statements a format, from 1 on.
  let steps: [[String]]

  package init(steps: [[String]]) { self.steps = steps }

  /// The format this program writes.
  var current: Int { steps.count }

  /// Brings a database to the current format in one transaction.
  func migrate(_ db: Database, from version: Int) throws {
    for step in steps[version...] {
      for statement in step { try db.execute(sql: statement) }
    }
    try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(current)")
  }
}
