import CRMCore
import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMEngine

@Suite struct BackupTests {
  private let format = Catalogue.crm.migrations.current
  let fixture: Fixture
  private let files = FileManager.default

  init() throws { fixture = try Fixture.company() }

  private func names(_ part: String = "") throws -> [String] {
    try files.contentsOfDirectory(atPath: fixture.folder).filter { $0.contains(part) }.sorted()
  }

  /// Everything that an export says of a database, and its log.
  private func contents(_ database: String) -> [Fixture.Outcome] {
    [["export", "all", "--jsonl", "-"], ["log", "--limit", "100"]].map {
      fixture.run($0 + ["--db", database])
    }
  }

  @Test func isOnePlainFile() throws {
    let path = fixture.file("b.sqlite")
    let outcome = fixture.run("backup", path)
    #expect(outcome.code == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix("\(path): "))
    #expect(
      outcome.output.hasSuffix(" MB, checked: pages, indexes, references, format \(format)\n"))
    #expect(try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let header = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(100)
    #expect(header.starts(with: Data("SQLite format 3\0".utf8)))
    // Journal mode DELETE: nothing beside it is needed to read it.
    #expect(header[18] == 1 && header[19] == 1)
    #expect(try names("b.sqlite") == ["b.sqlite"])
    #expect(contents(path) == contents(fixture.path))
    #expect(try names("~") == [])
  }

  @Test func saysSoInVietnamese() {
    let outcome = fixture.runVietnamese("backup", fixture.file("b.sqlite"))
    #expect(
      outcome.output.hasSuffix("đã kiểm tra: trang, chỉ mục, tham chiếu, định dạng \(format)\n"))
  }

  /// By its path, links, ways around, and the names of what SQLite keeps beside it.
  @Test func neverTakesThePlaceOfTheDatabase() throws {
    try files.createSymbolicLink(
      atPath: fixture.file("link"), withDestinationPath: fixture.path)
    try files.linkItem(atPath: fixture.path, toPath: fixture.file("hard"))
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    for name in ["crm.sqlite", "link", "hard", "./crm.sqlite", "crm.sqlite-wal", "hard-journal"] {
      let outcome = fixture.run("backup", fixture.file(name))
      #expect(outcome.code == 2, "\(name): \(outcome)")
      #expect(outcome.errors.contains("writing there would"), "\(outcome.errors)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
  }

  @Test(
    arguments: [
      ("cu.txt", 5, "there is already a file at"), ("no/b.sqlite", 1, "no such folder"),
      ("", 2, "the name of the file to be written is empty"), (".", 1, "is a folder"),
      ("other.sqlite", 2, "this is another database"),
      ("nothing", 1, "a symbolic link to a file that is not there"),
      ("crm.sqlite.format-1.backup", 2, "is the copy of a database"),
    ] as [(String, Int32, String)])
  func takesNoOthersPlace(name: String, code: Int32, message: String) throws {
    _ = try fixture.file("cu.txt", "cũ")
    try files.copyItem(atPath: fixture.path, toPath: fixture.file("other.sqlite"))
    try files.createSymbolicLink(atPath: fixture.file("nothing"), withDestinationPath: "gone")
    let before = try names()
    let outcome = fixture.run("backup", name.isEmpty ? "" : fixture.file(name))
    #expect(outcome.code == code, "\(outcome)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try names() == before && fixture.contents("cu.txt") == "cũ")
  }

  @Test func offersToKeepSeveral() throws {
    let outcome = fixture.runVietnamese("backup", try fixture.file("cu.txt", "cũ"))
    #expect(outcome.errors.hasSuffix("  Hoặc đặt tên theo thời điểm: --keep SỐ\n"))
  }

  @Test(
    arguments: [
      (["backup", "-", "--keep", "2"], "--keep goes with a file"),
      (["backup", "-"], "is nothing to be read on a terminal"),
      (["backup", "x", "--keep", "0"], "needs a whole number from 1 to 10000"),
      (["backup", "x", "--keep", "all"], "needs a whole number"), (["backup"], "FILE"),
    ] as [([String], String)])
  func refusesWhatMakesNoSense(words: [String], message: String) {
    let outcome = fixture.run(words, terminal: 80)
    #expect(outcome.code == 2 && outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func writesToStandardOutput() throws {
    let outcome = fixture.run("backup", "-")
    #expect(outcome.code == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix("SQLite format 3\0"))
    #expect(try names("~") == [])
  }

  // MARK: --keep

  private func keep(_ count: Int, secondsLater: Int64 = 0) -> Fixture.Outcome {
    fixture.run(
      ["backup", fixture.file("k.sqlite"), "--keep", "\(count)"],
      now: Instant(seconds: Fixture.now.seconds + secondsLater))
  }

  @Test func keepsTheNewest() throws {
    for day in 0..<4 { #expect(keep(3, secondsLater: Int64(day) * 86_400).code == 0) }
    #expect(
      try names("k-") == [
        "k-20261123-100000.sqlite", "k-20261124-100000.sqlite", "k-20261125-100000.sqlite",
      ])
    let outcome = keep(1, secondsLater: 345_600)
    #expect(
      outcome.output.split(separator: "\n").dropFirst().elementsEqual(
        ["20261123", "20261124", "20261125"].map {
          "removed \(fixture.file("k-\($0)-100000.sqlite"))"
        }))
    #expect(try names("k-") == ["k-20261126-100000.sqlite"])
  }

  @Test func severalOfOneSecondHaveNumbers() throws {
    for _ in 0..<12 { #expect(keep(20).code == 0) }
    #expect(try names("k-").count == 12)
    // The oldest go first, by their numbers and not by their letters.
    #expect(keep(2).output.contains("removed \(fixture.file("k-20261122-100000.sqlite"))\n"))
    #expect(
      try names("k-") == ["k-20261122-100000-12.sqlite", "k-20261122-100000-13.sqlite"])
  }

  /// Nothing but whole backups of exactly this form is ever removed, nor counted.
  @Test func removesNothingElse() throws {
    for name in [
      "k.sqlite", "k-20200101-000000.sqlite.gz", "k-2020101-000000.sqlite",
      "kk-20200101-000000.sqlite",
      "k-20200101-000000-1.sqlite", "k-20200101-000000-02.sqlite", "k-20200101-000000x.sqlite",
      "k-20200101-000000.txt",
    ] {
      #expect(fixture.run("backup", fixture.file(name)).code == 0)
    }
    // No database; another's; one that is in use, with a log beside it; a link; the database itself.
    _ = try fixture.file("k-20200102-000000.sqlite", "văn bản")
    try files.copyItem(atPath: fixture.path, toPath: fixture.file("k-20200103-000000.sqlite"))
    try files.copyItem(
      atPath: fixture.file("k.sqlite"), toPath: fixture.file("k-20200104-000000.sqlite"))
    _ = try fixture.file("k-20200104-000000.sqlite-wal", "")
    try files.createSymbolicLink(
      atPath: fixture.file("k-20200105-000000.sqlite"), withDestinationPath: "k.sqlite")
    try files.linkItem(atPath: fixture.path, toPath: fixture.file("k-20200106-000000.sqlite"))
    let before = try names("k")
    let outcome = keep(1)
    #expect(outcome.code == 0 && !outcome.output.contains("removed"), "\(outcome)")
    #expect(Set(try names("k")).symmetricDifference(before) == ["k-20261122-100000.sqlite"])
  }

  @Test func isNoFolder() throws {
    try files.createDirectory(atPath: fixture.file("d"), withIntermediateDirectories: false)
    for name in ["d", "d/"] {
      let outcome = fixture.run("backup", fixture.file(name), "--keep", "2")
      #expect(outcome.code == 1 && outcome.errors.contains("is a folder"), "\(outcome)")
    }
  }

  // MARK: who, and of what

  /// Who sees a part only makes none, not even one that is thrown away.
  @Test func takesTheRightToEverything() throws {
    let fixture = try Fixture.offices()
    try fixture.add(.role, ["code": "R1", "name": "Xem"])
    try fixture.add(.user, ["code": "xem", "name": "Xem", "role": "R1"])
    let path = fixture.file("b.sqlite")
    #expect(
      fixture.run("role", "grant", "R1", "--on", "all", "--to", "view", "--reach", "all").code == 0)
    for login in ["lan", "xem"] {
      for words in [["backup", path], ["backup", "-"], ["backup", path, "--keep", "1"]] {
        let outcome = fixture.run(as: login, words)
        #expect(outcome.code == 4 && outcome.output == "", "\(outcome)")
        #expect(outcome.errors.contains("\(login) may not see and configure everything"))
      }
    }
    let vietnamese = fixture.run(["backup", path, "--as", "lan"], language: .vi)
    #expect(vietnamese.errors.contains("không được xem và cấu hình mọi thứ"))
    #expect(
      try files.contentsOfDirectory(atPath: fixture.folder).allSatisfy {
        !$0.contains("b") || $0.hasPrefix("crm")
      })
    #expect(
      fixture.run("role", "grant", "R1", "--on", "all", "--to", "configure", "--reach", "all").code
        == 0)
    #expect(fixture.run(as: "xem", ["backup", path]).code == 0)
  }

  /// Of a damaged database there is no backup, and the good ones stay.
  @Test func refusesADamagedDatabase() throws {
    #expect(keep(1).code == 0)
    let broken = fixture.file("hong.sqlite")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.file("k-20261122-100000.sqlite")))
    // A page in the middle of the tables.
    let page = bytes.count / 4096 / 2
    bytes.replaceSubrange(page * 4096..<(page + 1) * 4096, with: Data(repeating: 0x55, count: 4096))
    try bytes.write(to: URL(fileURLWithPath: broken))
    let outcome = fixture.run("backup", fixture.file("k.sqlite"), "--keep", "1", "--db", broken)
    #expect(outcome.code == 3 && outcome.output == "", "\(outcome)")
    #expect(outcome.errors.contains("\(broken) is damaged, and no backup is made of it: "))
    #expect(outcome.errors.contains("crm restore FILE"))
    let vietnamese = fixture.runVietnamese("backup", fixture.file("k.sqlite"), "--db", broken)
    #expect(vietnamese.errors.contains("bị hỏng nên không sao lưu"))
    #expect(try names("k-") == ["k-20261122-100000.sqlite"])
    #expect(try names("~") == [])
  }
}
