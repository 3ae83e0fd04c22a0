import CRMTestSupport
import CRMValues
import Foundation
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What no backup is: nothing is restored, and the database is untouched.
extension BackupRestoreTests {
  /// Changes a backup into something that is none, or no longer.
  static let spoiled: [(String, String)] = [
    ("PRAGMA application_id = 7", "not a backup of a crm database"),
    ("PRAGMA user_version = 99", "was written by a newer crm (format 99"),
    ("PRAGMA user_version = 0", "is half-made: its format is 0"),
    ("CREATE TABLE sqlar (name TEXT)", "holds what this crm does not know: sqlar"),
    (
      "CREATE TRIGGER x AFTER INSERT ON tag BEGIN DELETE FROM customer; END",
      "holds what this crm does not know: x"
    ),
    (
      "CREATE TRIGGER _litestream_seq AFTER INSERT ON tag BEGIN DELETE FROM customer; END",
      "holds what this crm does not know: _litestream_seq"
    ),
    (
      "CREATE VIEW _litestream_lock AS SELECT 1",
      "holds what this crm does not know: _litestream_lock"
    ),
    (
      "CREATE TABLE _litestream_more (id INTEGER)",
      "holds what this crm does not know: _litestream_more"
    ),
    (
      "ALTER TABLE customer DROP COLUMN website",
      "its tables lack what belongs to its format: customer: column website"
    ),
    ("DROP TABLE transfer", "the backup is damaged: without transfer"),
    (
      "PRAGMA foreign_keys = OFF; UPDATE customer SET owner = 999",
      "the backup is damaged: a row of customer refers to none of user"
    ),
  ]

  @Test(arguments: spoiled) func refusesWhatItCannotRestore(statement: String, message: String)
    throws
  {
    let before = contents
    try sql(statement, in: backup)
    let outcome = restore(backup)
    #expect([1, 3].contains(outcome.code), "\(outcome)")
    #expect(outcome.errors.contains("\(backup)") && outcome.errors.contains(message), "\(outcome)")
    #expect(contents == before)
    #expect(try names("replaced") == [])
  }

  /// Whatever byte of it is wrong that a check can find: nothing is restored.
  @Test(arguments: ["sqlite_schema", "customer", "change", "customer_by_code"])
  func refusesADamagedBackup(part: String) throws {
    let before = contents
    let queue = try DatabaseQueue(path: backup)
    let root = try queue.read {
      try Int.fetchOne(
        $0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [part])
    }
    try queue.close()
    let page = (root ?? 1) - 1
    var bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
    let place = page * 4096 + (page == 0 ? 0 : 8)
    bytes.replaceSubrange(place..<place + 16, with: Data(repeating: 0xEE, count: 16))
    try bytes.write(to: URL(fileURLWithPath: backup))
    let outcome = restore(backup)
    #expect([1, 3].contains(outcome.code) && outcome.errors.contains(backup), "\(outcome)")
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: backup))
    #expect(restore(backup).code != 0)
    #expect(contents == before)
  }

  @Test(
    arguments: [
      ("none", 1, "no such file"), (".", 1, "no file, and so no backup"),
      ("van-ban.txt", 1, "not a backup"), ("rong", 1, "not a backup"),
      ("crm.sqlite", 2, "this is the database itself"), ("link", 2, "this is the database itself"),
      ("hard", 2, "this is the database itself"),
    ] as [(String, Int32, String)])
  func refusesWhatIsNoBackup(name: String, code: Int32, message: String) throws {
    _ = try fixture.file("van-ban.txt", String(repeating: "văn bản\n", count: 100))
    _ = try fixture.file("rong", "")
    try files.createSymbolicLink(atPath: fixture.file("link"), withDestinationPath: "crm.sqlite")
    try files.linkItem(atPath: fixture.path, toPath: fixture.file("hard"))
    let outcome = restore(fixture.file(name))
    #expect(outcome.code == code && outcome.errors.contains(message), "\(outcome)")
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  @Test func refusesOtherPages() throws {
    try sql("PRAGMA page_size = 8192; VACUUM", in: backup)
    let outcome = restore(backup)
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("has pages of 4,096 bytes, the backup of 8,192"), "\(outcome)")
    #expect(try names("replaced") == [])
  }
}
