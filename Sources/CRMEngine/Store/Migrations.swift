import CRMValues
import GRDB

/// The steps from one format of the database to the next. Each is frozen text: what a release
/// made stays what it made.
enum Migrations {
  /// The `application_id` of our files: the letters `crm1`.
  static let applicationID = 0x6372_6D31

  /// One list of statements a format, from 1 on.
  static let steps: [[String]] = [Schema1.statements]

  /// The format this program writes.
  static var current: Int { steps.count }

  /// Brings a database to the current format in one transaction.
  static func migrate(_ db: Database, from version: Int) throws {
    for step in steps[version...] {
      for statement in step { try db.execute(sql: statement) }
    }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(current)")
  }
}
