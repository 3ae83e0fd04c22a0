import CRMCore
import CRMEngine
import CRMTestSupport
import Foundation
import Testing

@testable import CRMCommands
@testable import CRMCore
@testable import CRMEngine

/// Databases of released versions: what is in them is read, changed and taken back as if this
/// version had written it.
@Suite struct UpgradeTests {
  /// A released database in a folder of its own.
  struct Place {
    let fixture: Fixture
    let path: String

    init(_ released: Released) throws {
      fixture = try Fixture()
      path = fixture.file("old.sqlite")
      try released.write(to: path)
    }

    var copy: String { path + ".format-1.backup" }

    @discardableResult
    func run(_ words: String..., vietnamese: Bool = false, on path: String? = nil)
      -> Fixture.Outcome
    {
      fixture.run(
        words, language: vietnamese ? .vi : .en,
        variables: ["CRM_DB": path ?? self.path, "CRM_USER": "root"])
    }
  }

  /// The first command upgrades, whatever it is for, and says so where people read it; the second
  /// has nothing left to do.
  @Test(arguments: [
    ["customer", "list", "--count"], ["customer", "show", "KH000001"],
    ["log"], ["tag", "add", "--name", "Mới"], ["tag", "add", "--name", "Mới", "--dry-run"],
    ["customer", "list", "--where", "so_thich = \"Cà phê\"", "--count"],
  ])
  func isDoneByTheFirstCommand(words: [String]) throws {
    let place = try Place(.all[0])
    let outcome = place.fixture.run(
      words, variables: ["CRM_DB": place.path, "CRM_USER": "root"])
    let said =
      "The database was upgraded from format 1 to \(Migrations.crm.current); as it was before, it is in "
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix(said + place.copy + "\n"), "\(outcome.errors)")
    #expect(!outcome.output.contains("upgraded"))
    #expect(place.run("customer", "list", "--count").errors == "")
    #expect(FileManager.default.fileExists(atPath: place.copy))
    #expect(!FileManager.default.fileExists(atPath: place.copy + ".2"))
  }

  @Test func isSaidInVietnamese() throws {
    let place = try Place(.all[0])
    let outcome = place.run("customer", "list", "--count", vietnamese: true)
    #expect(
      outcome.errors
        == "Đã nâng cơ sở dữ liệu từ định dạng 1 lên \(Migrations.crm.current); bản trước đó nằm ở \(place.copy)\n"
    )
  }

  /// Neither a key pressed in a shell nor what has no use for the data upgrades it.
  @Test(arguments: [
    ["__complete", "customer", "show", "KH"], ["version"], ["--version"], ["help"],
    ["customer", "list", "--help"], ["completion", "bash"],
  ])
  func isNotDoneByTheWay(words: [String]) throws {
    let place = try Place(.all[0])
    let before = FileManager.default.contents(atPath: place.path)
    let outcome = place.fixture.run(
      words, variables: ["CRM_DB": place.path, "CRM_USER": "root"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    if words[0] == "__complete" { #expect(outcome.output == ":\n") }
    #expect(FileManager.default.contents(atPath: place.path) == before)
    #expect(!FileManager.default.fileExists(atPath: place.copy))
  }

  /// Every record of every kind reads as the version that wrote it exported it, field by field.
  @Test(arguments: Released.all)
  func exportsTheSameRecords(released: Released) throws {
    let place = try Place(released)
    let wanted = try released.records().map(Self.object)
    let kinds = wanted.compactMap { $0["_kind"] as? String }
    #expect(Set(kinds).count > 15)
    for kind in Set(kinds).sorted() {
      let outcome = place.run(kind, "export", "--jsonl", "-")
      #expect(outcome.code == 0, "\(kind): \(outcome.errors)")
      let found = try outcome.output.split(separator: "\n").map(Self.object)
      let old = wanted.filter { $0["_kind"] as? String == kind }
      #expect(found.count == old.count, "\(kind)")
      // Sums of a document stand on its first row alone, since format 6.
      let sums = Set(
        Catalogue.nouns.filter { $0.rawValue == kind && !Catalogue.entity($0).parts.isEmpty }
          .flatMap { Catalogue.entity($0).fields }.filter(\.isSummable).map(\.name))
      var codes: Set<String> = []
      for (now, then) in zip(found, old) {
        let isFurther = !codes.insert(then["code"] as? String ?? "").inserted
        for (field, value) in then where field != "_kind" {
          if isFurther, sums.contains(field), now[field] is NSNull { continue }
          let isSame = (now[field] as? NSObject) == (value as? NSObject)
          #expect(
            isSame, "\(kind) \(then["code"] ?? ""): \(field) \(value) → \(now[field] ?? "gone")")
        }
      }
    }
  }

  private static func object(_ line: Substring) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
  }

  /// The log tells the same before and after, and what it tells of can be taken back: all of it,
  /// newest first, and then be done again.
  @Test(arguments: Released.all)
  func takesBackWhatWasDone(released: Released) throws {
    let place = try Place(released)
    let log = place.run("log", "--limit", "100", "--format", "tsv").output.split(separator: "\n")
    try #require(log.count == 37)
    #expect(log[10].hasSuffix("\tcrm tier apply --no-input"), "\(log)")
    let exports = {
      ["customer", "order", "care-card"].map { place.run($0, "export", "--jsonl", "-").output }
    }
    let before = exports()
    var undone: [Int] = []
    for number in (2...36).reversed() {
      let outcome = place.run("undo", String(number))
      if outcome.code == 0 {
        undone.append(number)
      } else {
        #expect(
          outcome.errors.contains("already undone") || outcome.errors.contains("itself an undo"),
          "\(outcome.errors)")
      }
    }
    // All but `crm init`, and the one that was undone before.
    #expect(undone.count == 33)
    #expect(place.run("customer", "list", "--count").output == "0\n")
    for number in undone.reversed() {
      let outcome = place.run("redo", String(number))
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    // What was approved before format 5 says not by whom it was submitted; done again, it does.
    let moving = /"(updated|approval_step|submitted_by|submitted)": (null|\d+|"[^"]*")/
    for (now, then) in zip(exports(), before) {
      #expect(now.replacing(moving, with: "") == then.replacing(moving, with: ""))
    }
  }

  /// One in the middle, others of the same record before and after it.
  @Test(arguments: [
    ("7", "customer", "KH000001", "c_so_thich", "Cà phê"),
    ("18", "care-card", "TCS000001", "c_chat_luong", "Tốt"),
  ])
  func takesBackOneInTheMiddle(
    number: String, noun: String, code: String, field: String, value: String
  ) throws {
    let place = try Place(.all[0])
    place.run("log")
    if noun == "care-card" {
      // It was approved afterwards, and keeps what was approved.
      let locked = place.run("undo", number, "--force")
      #expect(locked.code == 5)
      #expect(
        locked.errors.hasPrefix("crm: care card TCS000001 is approved and therefore locked\n"))
      #expect(place.run("care-card", "reject", code, "--reason", "x").code == 0)
    }
    func shown() throws -> String? {
      let line = place.run(noun, "export", "--jsonl", "-", "--where", "code = \(code)").output
      return try Self.object(line[...])[field] as? String
    }
    #expect(try shown() == value)
    let outcome = place.run("undo", number, "--force")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try shown() == nil)
    #expect(place.run("redo", number).code == 0)
    #expect(try shown() == value)
  }

  /// The one that was undone before can still be done again.
  @Test func doesAgainWhatWasUndone() throws {
    let place = try Place(.all[0])
    #expect(place.run("undo", "32").errors.contains("is already undone (by operation 33)"))
    #expect(place.run("redo", "32").errors.hasPrefix("Redid operation 32"))
    #expect(
      place.run("customer", "list", "--where", "description = \"khách VIP\"", "--count").output
        == "9\n")
  }
}
