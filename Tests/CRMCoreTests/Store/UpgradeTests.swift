import CRMValues
import Foundation
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// A database of an older format becomes one of this, whole or not at all, and stands beside it as
/// it was.
@Suite struct UpgradeTests {
  private let old: OldDatabase

  init() throws { old = try OldDatabase() }

  private static let second = Migrations.Step.sql(["UPDATE thing SET name = upper(name)"])
  private static let third = Migrations.Step.sql(["DELETE FROM thing WHERE id = 2"])

  @Test(arguments: [Store.Mode.reading, .writing])
  func isDoneByWhateverOpensIt(mode: Store.Mode) throws {
    let store = try old.open(Self.second, Self.third, mode: mode)
    #expect(store.upgrade?.from == 1)
    #expect(store.upgrade?.to == 3)
    let copy = try #require(store.upgrade?.copy)
    #expect(copy.hasSuffix("/crm.db.format-1.backup"))
    #expect(store.upgrade?.said.en.contains(copy) == true)
    #expect(store.upgrade?.said.vi.contains(copy) == true)
    store.close()
    #expect(try old.contents() == ["1|AN|∅", "3"])
    #expect(try old.contents(of: "crm.db.format-1.backup") == OldDatabase.before)
    #expect(try old.rows("PRAGMA integrity_check", in: "crm.db.format-1.backup") == ["ok"])
    let attributes = try FileManager.default.attributesOfItem(atPath: copy)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    // Once is enough.
    let again = try old.open(Self.second, Self.third, mode: mode)
    #expect(again.upgrade == nil)
    again.close()
    #expect(try old.folder.names.filter { $0.contains("backup") } == ["crm.db.format-1.backup"])
  }

  /// What stands there already is kept, and what a killed copy left is not in the way.
  @Test func takesTheNextFreeName() throws {
    for name in [
      "crm.db.format-1.backup", "crm.db.format-1.backup.2", ".crm.db.abc~", ".crm.db.abc~-journal",
    ] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: old.folder.file(name)))
    }
    let store = try old.open(Self.second)
    #expect(store.upgrade?.copy.hasSuffix("/crm.db.format-1.backup.3") == true)
    store.close()
    #expect(try old.contents(of: "crm.db.format-1.backup.3") == OldDatabase.before)
    #expect(
      try old.folder.names.filter { $0.contains("backup") || $0.contains("~") } == [
        "crm.db.format-1.backup", "crm.db.format-1.backup.2", "crm.db.format-1.backup.3",
      ])
  }

  /// A copy stays what it is, by whatever name it is opened; one that was copied in turn is a
  /// database like any other.
  @Test(arguments: [Store.Mode.reading, .writing])
  func leavesACopyAlone(mode: Store.Mode) throws {
    let files = FileManager.default
    try old.open(Self.second).close()
    let copy = old.path + ".format-1.backup"
    let (link, hard) = (old.folder.file("link.db"), old.folder.file("hard.db"))
    try files.createSymbolicLink(atPath: link, withDestinationPath: copy)
    try files.linkItem(atPath: copy, toPath: hard)
    try files.copyItem(atPath: copy, toPath: copy + ".2")
    let before = files.contents(atPath: copy)
    for path in [copy, copy + ".2", link, hard] {
      let error = failure { try old.open(Self.second, mode: mode, at: path) }
      #expect(error?.kind == .database)
      #expect(error?.message.en == "\(path) is a copy from before an upgrade, and is kept as it is")
      #expect(error?.message.vi.contains("được giữ nguyên") == true)
      #expect(error?.hints.first?.en.contains("to another name first, and open that: cp ") == true)
    }
    #expect(files.contents(atPath: copy) == before)
    #expect(try old.folder.names.filter { $0.contains("backup") }.count == 2)
    let other = old.folder.file("other.db")
    try files.copyItem(atPath: copy, toPath: other)
    try old.open(Self.second, mode: mode, at: other).close()
    #expect(try old.contents(of: "other.db") == ["1|AN|∅", "2|BìNH|1", "2"])
  }

  @Test func makesNoDatabaseOfACopysName() throws {
    let error = failure {
      try Store.create(
        at: old.folder.file("new.db.format-1.backup"), language: .en,
        as: TemporaryDatabase.admin, at: TemporaryDatabase.moment)
    }
    #expect(error?.kind == .database)
    #expect(error?.message.en.contains("is a copy from before an upgrade") == true)
  }

  /// Beside the file itself, where its owner may write.
  @Test func followsALink() throws {
    let link = old.folder.file("link.db")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: old.path)
    let catalogue = Catalogue(
      [], formats: Migrations(steps: [{ OldDatabase.first }, { Self.second }]))
    let store = try Store.open(catalogue, at: link, mode: .reading)
    #expect(store.upgrade?.copy.hasSuffix("/crm.db.format-1.backup") == true)
  }

  /// In a file that is not in WAL mode, as one that was vacuumed into another.
  @Test func worksWithoutALog() throws {
    let queue = try DatabaseQueue(path: old.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try queue.close()
    try old.open(Self.second).close()
    #expect(try old.contents() == ["1|AN|∅", "2|BìNH|1", "2"])
    #expect(try old.contents(of: "crm.db.format-1.backup") == OldDatabase.before)
  }

  /// A step that fails, at whatever point, leaves everything as it was and no copy.
  @Test(
    arguments: [
      Migrations.Step.sql(["DELETE FROM thing", "DELETE FROM nothing"]),
      .sql(["DELETE FROM thing", "INSERT INTO thing (id) VALUES (3)"]),
      .all([third, .code("fails") { _ in throw DatabaseError(message: "broken") }]),
      .code("fails") { _ in throw CRMError(.request, "broken", vi: "hỏng") },
      .all([
        .rebuild(
          TableRebuild(
            "thing",
            as: """
              CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, part INTEGER REFERENCES thing(id))
              """)),
        .sql(["UPDATE thing SET part = 99 WHERE id = 2"]),
      ]),
    ])
  func failsAsAWhole(step: Migrations.Step) throws {
    let error = failure { try old.open(Self.second, step) }
    #expect(error?.kind == .database)
    #expect(
      error?.message.en.contains("cannot be upgraded from format 1 to 3, and is as it was") == true,
      "\(String(describing: error))")
    #expect(error?.message.vi.contains("dữ liệu vẫn như cũ") == true)
    #expect(try old.contents() == OldDatabase.before)
    #expect(try old.folder.names.filter { $0.contains("backup") } == [])
  }

  @Test(arguments: [-1, 0])
  func refusesWhatIsHalfMade(format: Int) throws {
    let old = try OldDatabase(format: format)
    for older in [Store.Older.upgraded, .refused] {
      let error = failure { try old.open(Self.second, older: older) }
      #expect(error?.kind == .database)
      #expect(error?.message.en.contains("is half-made: its format is \(format)") == true)
    }
    #expect(try old.contents().last == "\(format)")
    #expect(try old.folder.names.filter { $0.contains("backup") } == [])
  }

  @Test func leavesItToOthersWhereItMust() throws {
    let error = failure { try old.open(Self.second, older: .refused) }
    #expect(error?.kind == .database)
    #expect(error?.message.en.contains("is of format 1 and has yet to be upgraded to 2") == true)
    #expect(try old.contents() == OldDatabase.before)
  }

  /// Whoever writes meanwhile is waited for, and not for ever.
  @Test func waitsForAWriter() throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: old.path, configuration: configuration)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let error = failure { try old.open(Self.second) }
    #expect(error?.kind == .database)
    #expect(error?.message.en.contains("another command is writing to") == true)
    try other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    #expect(try old.folder.names.filter { $0.contains("backup") } == [])
    try old.open(Self.second).close()
    #expect(try old.contents().last == "2")
  }

  /// Everybody opens it at once: one of them upgrades it, and it is upgraded once.
  @Test func isDoneOnce() async throws {
    let catalogue = Catalogue(
      [],
      formats: Migrations(steps: [
        { OldDatabase.first }, { .sql(["INSERT INTO thing VALUES (3, 'Chi', NULL)"]) },
      ]))
    let path = old.path
    let upgrades = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<6 {
        group.addTask {
          let mode: Store.Mode = number % 2 == 0 ? .reading : .writing
          let store = try Store.open(catalogue, at: path, mode: mode, timeout: 30)
          defer { store.close() }
          return store.upgrade == nil ? 0 : 1
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(upgrades == 1)
    #expect(try old.contents() == ["1|An|∅", "2|Bình|1", "3|Chi|∅", "2"])
    #expect(try old.folder.names.filter { $0.contains("backup") } == ["crm.db.format-1.backup"])
  }
}
