import Foundation
import GRDB

@testable import CRMCore
@testable import CRMEngine

/// A database of format 1 of a business with one table, to be upgraded by whatever steps a test
/// tries.
final class OldDatabase {
  /// The first format; what follows is up to the test.
  static let first = Migrations.Step.sql([
    "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, part INTEGER) STRICT"
  ])

  let folder: TemporaryFolder
  let path: String

  /// - Parameter format: the number that stands in the file.
  init(format: Int = 1, name: String = "crm.db") throws {
    folder = try TemporaryFolder()
    path = folder.file(name)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try OldDatabase.first.run(StatementCache(db))
      try db.execute(sql: "INSERT INTO thing VALUES (1, 'An', NULL), (2, 'Bình', 1)")
      try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(format)")
    }
    try queue.close()
  }

  /// Opens it by a program that knows further steps.
  func open(
    _ steps: Migrations.Step..., mode: Store.Mode = .reading, older: Store.Older = .upgraded,
    at other: String? = nil
  ) throws -> Store {
    let all = [OldDatabase.first] + steps
    let catalogue = Catalogue([], formats: Migrations(steps: all.map { step in { step } }))
    return try Store.open(catalogue, at: other ?? path, mode: mode, timeout: 0.3, older: older)
  }

  /// Returns the rows of a statement on a file of the folder.
  func rows(_ sql: String, in name: String = "crm.db") throws -> [String] {
    let queue = try DatabaseQueue(path: folder.file(name))
    defer { try? queue.close() }
    return try queue.read { db in
      try Row.fetchAll(db, sql: sql).map {
        $0.databaseValues.map(TemporaryDatabase.text).joined(separator: "|")
      }
    }
  }

  /// Everything it holds, and its format.
  func contents(of name: String = "crm.db") throws -> [String] {
    try rows("SELECT * FROM thing", in: name) + rows("PRAGMA user_version", in: name)
  }

  static let before = ["1|An|∅", "2|Bình|1", "1"]
}
