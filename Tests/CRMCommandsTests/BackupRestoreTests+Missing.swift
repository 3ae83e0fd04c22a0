import CRMTestSupport
import CRMValues
import Foundation
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Where there is no database, or none that can be used.
extension BackupRestoreTests {
  private func removeDatabase() throws {
    fixture.store.close()
    for name in try names("crm.sqlite") { try files.removeItem(atPath: fixture.file(name)) }
  }

  @Test func worksWhereThereIsNone() throws {
    let then = contents
    try removeDatabase()
    for words in [["--as", "an"], []] {
      let outcome = fixture.run(
        ["restore", backup, "--confirm", "crm.sqlite"] + words, ownsFiles: words.isEmpty)
      #expect(outcome.code == (words.isEmpty ? 0 : 4), "\(outcome)")
      #expect(
        outcome.errors.contains("only the owner of the file may restore it") == !words.isEmpty)
    }
    #expect(contents == then)
    #expect(try files.attributesOfItem(atPath: fixture.path)[.posixPermissions] as? Int == 0o600)
    #expect(try names("replaced") == [])
    let elsewhere = fixture.file("a/b/crm.sqlite")
    #expect(restore(backup, "--db", elsewhere).code == 0)
    #expect(fixture.run("customer", "list", "--count", "--db", elsewhere).output == "3\n")
  }

  /// A log of the one that is gone would bring its pages into the new one.
  @Test func putsAStaleLogAway() throws {
    let then = contents
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "UPDATE customer SET name = 'x'") }
    let log = try Data(contentsOf: URL(fileURLWithPath: fixture.path + "-wal"))
    try #require(log.count > 1000)
    try queue.close()
    try removeDatabase()
    try log.write(to: URL(fileURLWithPath: fixture.path + "-wal"))
    try Data([1]).write(to: URL(fileURLWithPath: fixture.path + "-shm"))
    #expect(restore(backup).code == 0)
    #expect(contents == then)
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.file(Self.old) + "-wal")) == log)
  }

  @Test(arguments: ["header", "text", "empty", "cut", "middle", "newer", "half"])
  func worksWhereItCannotBeUsed(how: String) throws {
    let then = contents
    fixture.store.close()
    for name in ["-wal", "-shm"] { try? files.removeItem(atPath: fixture.path + name) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    switch how {
    case "header": bytes.replaceSubrange(0..<16, with: Data(repeating: 0, count: 16))
    case "text": bytes = Data("văn bản".utf8)
    case "empty": bytes = Data()
    case "cut": bytes = bytes.prefix(bytes.count / 3)
    case "middle":
      bytes.replaceSubrange(
        8192..<bytes.count, with: Data(repeating: 0x55, count: bytes.count - 8192))
    case "newer": bytes[63] = 99
    default: bytes[63] = 0
    }
    try bytes.write(to: URL(fileURLWithPath: fixture.path))
    let refused = fixture.run(
      ["restore", backup, "--confirm", "crm.sqlite"], ownsFiles: false)
    #expect(refused.code == 4 && refused.errors.contains("only the owner"), "\(refused)")
    let outcome = restore(backup)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(contents == then)
    let old = try Data(contentsOf: URL(fileURLWithPath: fixture.file(Self.old)))
    // Of one without a page, SQLite makes one with a page.
    #expect(old.count == max(bytes.count, how == "empty" ? 4096 : 0))
    #expect(how == "empty" || old.suffix(200) == bytes.suffix(200))
  }

  @Test(arguments: ["/dev/null", "d"]) func replacesNoDevice(path: String) throws {
    try files.createDirectory(atPath: fixture.file("d"), withIntermediateDirectories: false)
    let place = path == "d" ? fixture.file("d") : path
    let outcome = fixture.run("restore", backup, "--db", place, "--confirm", "null")
    #expect(outcome.code == 3, "\(outcome)")
  }

  @Test func replacesNoOtherProgramsDatabase() throws {
    let other = fixture.file("other.sqlite")
    try sql("CREATE TABLE x (y)", in: other)
    let outcome = fixture.run("restore", backup, "--db", other, "--confirm", "other.sqlite")
    #expect(outcome.code == 3 && outcome.errors.contains("is not a crm database"))
    try sql("INSERT INTO x VALUES (1)", in: other)
  }

  /// What was replaced stays what it is.
  @Test func leavesWhatWasReplacedAlone() throws {
    #expect(restore(backup).code == 0)
    let old = fixture.file(Self.old)
    let outcome = fixture.run("customer", "list", "--db", old)
    #expect(outcome.code == 3)
    #expect(
      outcome.errors == """
        crm: \(old) is what a restore replaced, and is kept as it is
          To go back to it: crm restore \(old)
          Copy it to another name first, and open that: cp \(old) \(fixture.path).old

        """)
    #expect(
      fixture.runVietnamese("customer", "list", "--db", old).errors.contains("được giữ nguyên"))
    #expect(restore(backup, "--db", old).code == 3)
  }
}
