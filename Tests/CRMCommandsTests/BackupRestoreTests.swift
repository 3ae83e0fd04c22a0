import CRMTestSupport
import CRMValues
import Foundation
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// `crm restore`: what is restored, what is refused, and that the database is untouched then.
@Suite struct BackupRestoreTests {
  let fixture: Fixture
  let backup: String
  private let files = FileManager.default

  init() throws {
    fixture = try Fixture.company()
    backup = fixture.file("b.sqlite")
    #expect(fixture.run("backup", backup).code == 0)
  }

  private func names(_ part: String) throws -> [String] {
    try files.contentsOfDirectory(atPath: fixture.folder).filter { $0.contains(part) }.sorted()
  }

  private func restore(_ file: String, _ more: String...) -> Fixture.Outcome {
    fixture.run(["restore", file, "--confirm", "crm.sqlite"] + more)
  }

  private var contents: [String] {
    [["export", "all", "--jsonl", "-"], ["log", "--limit", "100"]].map { fixture.run($0).output }
  }

  private func sql(_ sql: String, in path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  private static let old = "crm.sqlite.replaced-20261122-100000"

  @Test func bringsEverythingBack() throws {
    let then = contents
    #expect(fixture.run("customer", "add", "Mới").code == 0)
    #expect(fixture.run("customer", "edit", "KH000001", "--name", "Khác").code == 0)
    let now = contents
    let outcome = restore(backup)
    #expect(outcome.code == 0 && outcome.output == "")
    let operations = then[1].split(separator: "\n").count - 1
    #expect(
      outcome.errors == """
        There now: \(operations + 2) operations, the newest of 2026-11-22 10:00:00; the backup is \
        older: the last 2 would be lost.
        Restored \(fixture.path): \(operations) operations, the newest of 2026-11-22 10:00:00.
        The old one is kept; to go back to it: crm restore \(fixture.file(Self.old))

        """)
    #expect(contents == then)
    // What was restored is worked with like any other.
    #expect(fixture.run("customer", "add", "Nữa").code == 0)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("undo").code == 0)
    #expect(
      try files.attributesOfItem(atPath: fixture.file(Self.old))[.posixPermissions] as? Int == 0o600
    )
    // And back.
    #expect(restore(fixture.file(Self.old)).errors.contains("\(Self.old).2"))
    #expect(contents == now)
    #expect(try names("~") == [])
  }

  @Test func asksForTheNameOfTheFile() throws {
    let before = contents
    for (words, input) in [([], ""), (["--confirm", "yes"], ""), (["--no-input"], "crm.sqlite\n")] {
      let outcome = fixture.run(["restore", backup] + words, input: input, terminal: 80)
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("nothing was replaced: “crm.sqlite” has to be typed"))
    }
    let asked = fixture.run(
      ["restore", backup], language: .vi, input: "crm.sqlite\n", terminal: 80)
    #expect(asked.errors.contains("Lệnh này thay toàn bộ dữ liệu trong \(fixture.path) bằng "))
    #expect(asked.errors.contains("Gõ “crm.sqlite” để tiếp tục: Đã khôi phục"), "\(asked.errors)")
    #expect(asked.code == 0)
    #expect(contents == before)
  }

  @Test func aDryRunSaysWhatItWouldDo() throws {
    #expect(fixture.run("customer", "add", "Mới").code == 0)
    let before = contents
    let outcome = fixture.run("restore", backup, "--dry-run")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("; the backup is older: the last 1 would be lost.\n"))
    #expect(outcome.errors.contains("\nWould restore \(fixture.path): "), "\(outcome.errors)")
    #expect(contents == before)
    #expect(try names("replaced") == [])
    #expect(restore(fixture.file("none"), "-n").code == 1)
  }

  /// Before anything is asked, it is said what of the database that is there the backup has not.
  @Test func saysWhatWouldBeLost() throws {
    let same = fixture.run("restore", backup, "--dry-run").errors
    #expect(same.contains("; the backup has them all.\n"), "\(same)")
    // One of the same length that has gone another way since.
    let other = fixture.file("o.sqlite")
    #expect(fixture.run("customer", "add", "Mới").code == 0)
    #expect(fixture.run("backup", other).code == 0)
    #expect(restore(backup).code == 0)
    let newer = fixture.runVietnamese("restore", other, "--dry-run").errors
    #expect(newer.contains("; bản sao lưu có đủ."), "\(newer)")
    #expect(fixture.run("customer", "add", "Khác").code == 0)
    let asked = fixture.run(["restore", other], input: "no\n", terminal: 80)
    #expect(asked.errors.contains("the backup has another history"), "\(asked.errors)")
    let vi = fixture.runVietnamese("restore", other, "--dry-run").errors
    #expect(vi.contains("bản sao lưu có lịch sử khác"))
  }

  @Test func readsStandardInput() throws {
    let then = contents
    #expect(fixture.run("customer", "add", "Mới").code == 0)
    let outcome = fixture.run(
      ["restore", "-", "--confirm", "crm.sqlite"],
      bytes: Array(try Data(contentsOf: URL(fileURLWithPath: backup))))
    #expect(outcome.code == 0, "\(outcome)")
    #expect(contents == then)
    #expect(try names("~") == [])
    let nothing = fixture.run(["restore", "-", "--confirm", "crm.sqlite"], bytes: [])
    #expect(nothing.errors.hasPrefix("crm: stdin: not a backup of a crm database\n"))
  }

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
    #expect(outcome.errors.contains("has pages of 4096 bytes, the backup of 8192"), "\(outcome)")
    #expect(try names("replaced") == [])
  }

  // MARK: others

  @Test func takesTheRightToEverything() throws {
    let fixture = try Fixture.offices()
    let path = fixture.file("b.sqlite")
    #expect(fixture.run("backup", path).code == 0)
    let outcome = fixture.run(as: "lan", ["restore", path, "--confirm", "crm.sqlite"])
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains("lan may not see and configure everything"))
  }

  @Test func waitsForWhoWrites() throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: fixture.path, configuration: configuration)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let outcome = restore(backup, "--timeout", "0")
    #expect(outcome.code == 3 && outcome.errors.contains("another command is writing to"))
    #expect(try names("replaced") == [])
    try other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    #expect(restore(backup, "--timeout", "0").code == 0)
  }

  /// Who reads goes on reading what was there.
  @Test func leavesReadersAlone() throws {
    #expect(fixture.run("customer", "add", "Mới").code == 0)
    try fixture.store.read(as: Actor(login: "an"), at: Fixture.moment) { reader in
      let before = try reader.count(Query(.customer))
      #expect(restore(backup).code == 0)
      #expect(try reader.count(Query(.customer)) == before)
    }
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
    #expect(
      try fixture.store.read(as: Actor(login: "an"), at: Fixture.moment) {
        try $0.count(Query(.customer))
      } == 3)
  }

  /// Who had opened it before an older one was put in its place neither reads nor writes that.
  @Test func isSeenByWhoWaited() throws {
    try Released.all[0].write(to: fixture.file("old.sqlite"))
    let outcome = restore(fixture.file("old.sqlite"))
    #expect(outcome.code == 0, "\(outcome)")
    let actor = Actor(login: "root")
    let errors = [
      #expect(throws: CRMError.self) {
        try fixture.store.write(as: actor, command: "x", at: Fixture.moment) { _ in }
      },
      #expect(throws: CRMError.self) {
        try fixture.store.read(as: actor, at: Fixture.moment) { _ in }
      },
    ]
    for error in errors {
      #expect(
        error?.message.en
          == "\(fixture.path) was replaced by another meanwhile; nothing was changed")
      #expect(error?.message.vi.contains("vừa được thay bằng bản khác") == true)
    }
  }

  /// As it is; the next command upgrades it, with a copy like any other.
  @Test(arguments: Released.all) func restoresOlderFormats(released: Released) throws {
    try released.write(to: fixture.file("old.sqlite"))
    #expect(restore(fixture.file("old.sqlite")).code == 0)
    let next = fixture.run(["customer", "list", "--count"], variables: ["CRM_USER": "root"])
    #expect(
      next.code == 0 && next.errors.contains("was upgraded from format \(released.format) to "))
    #expect(fixture.run(["undo", "36"], variables: ["CRM_USER": "root"]).code == 0)
    #expect(try names(".format-\(released.format).backup").count == 1)
  }

  // MARK: where there is no database, or none that can be used

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
