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
  let files = FileManager.default

  init() throws {
    fixture = try Fixture.company()
    backup = fixture.file("b.sqlite")
    #expect(fixture.run("backup", backup).code == 0)
  }

  func names(_ part: String) throws -> [String] {
    try files.contentsOfDirectory(atPath: fixture.folder).filter { $0.contains(part) }.sorted()
  }

  func restore(_ file: String, _ more: String...) -> Fixture.Outcome {
    fixture.run(["restore", file, "--confirm", "crm.sqlite"] + more)
  }

  var contents: [String] {
    [["export", "all", "--jsonl", "-"], ["log", "--limit", "100"]].map { fixture.run($0).output }
  }

  func sql(_ sql: String, in path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  static let old = "crm.sqlite.replaced-20261122-100000"

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
    #expect(asked.errors.contains("the backup has\n  another history"), "\(asked.errors)")
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
}
