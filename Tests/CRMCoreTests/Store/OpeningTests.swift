import CRMValues
import Foundation
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Files that are not there, not ours, too new or damaged.
@Suite struct OpeningTests {
  /// What stands at the path, made from a good database.
  enum Damage: String, CaseIterable, Sendable {
    case missing, folder, empty, text, foreign, newer, halfHeader
  }

  private func prepare(_ damage: Damage, _ database: TemporaryDatabase) throws -> String {
    let path = database.folder + "/other.db"
    switch damage {
    case .missing: break
    case .folder:
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false)
    case .empty: _ = try database.file("other.db", "")
    case .text: _ = try database.file("other.db", String(repeating: "Khách hàng\n", count: 900))
    case .foreign:
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "CREATE TABLE note (text)") }
      try queue.close()
    case .newer:
      try database.raw.vacuum(into: path)
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "PRAGMA user_version = \(Migrations.crm.current + 1)") }
      try queue.close()
    case .halfHeader:
      try database.raw.vacuum(into: path)
      try Data(Data(contentsOf: URL(fileURLWithPath: path)).prefix(60))
        .write(to: URL(fileURLWithPath: path))
    }
    return path
  }

  @Test(
    arguments: [
      (Damage.missing, "there is no database at"), (.folder, "is not a crm database"),
      (.empty, "is not a crm database"), (.text, "is not a crm database"),
      (.foreign, "is not a crm database"), (.newer, "was written by a newer crm"),
      (.halfHeader, "is damaged"),
    ])
  func refusesToOpen(damage: Damage, message: String) throws {
    let database = try TemporaryDatabase()
    let path = try prepare(damage, database)
    let before = FileManager.default.contents(atPath: path)
    for mode in [Store.Mode.reading, .writing] {
      let error = failure { try Store.open(at: path, mode: mode) }
      #expect(error?.kind == .database)
      #expect(error?.message.en.contains(message) == true, "\(String(describing: error))")
      #expect(error?.message.en.contains(path) == true)
      #expect(error?.hints.isEmpty == false)
    }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  /// A file cut short or overwritten opens, and says what it is where the hole is met.
  @Test(arguments: [true, false])
  func saysWhenDamaged(isCut: Bool) throws {
    let database = try TemporaryDatabase()
    for number in 0..<200 { try database.add(.customer, ["name": .text("Khách \(number)")]) }
    let path = database.folder + "/other.db"
    try database.raw.vacuum(into: path)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    if isCut {
      bytes = bytes.prefix(4096 * 4)
    } else {
      bytes.replaceSubrange(
        4096 * 2..<bytes.count, with: Data(repeating: 0x55, count: bytes.count - 4096 * 2))
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    let error = failure {
      let store = try Store.open(at: path, mode: .reading)
      defer { store.close() }
      return try store.read(as: Actor(login: "admin"), at: TemporaryDatabase.moment) {
        try $0.ids(Query(.customer)).compactMap { _ in 1 }
      }
    }
    #expect(error?.kind == .database)
    #expect(error?.message.en == "\(path) is damaged")
  }

  @Test func refusesToMakeOverAFile() throws {
    let database = try TemporaryDatabase()
    let error = failure {
      try Store.create(
        at: database.path, language: .en, as: TemporaryDatabase.admin,
        at: TemporaryDatabase.moment)
    }
    #expect(error?.kind == .conflict)
    #expect(try database.rows("SELECT count(*) FROM role") == ["5"])
  }

  /// Nobody, not even root, makes files in these.
  @Test(arguments: ["/proc/crm/crm.db", "/dev/null/crm.db", "/sys/crm.db"])
  func cannotMakeEverywhere(path: String) {
    let error = failure {
      try Store.create(
        at: path, language: .en, as: TemporaryDatabase.admin, at: TemporaryDatabase.moment)
    }
    #expect(error?.kind == .database)
    #expect(error?.message.en == "\(path) cannot be made")
  }

  @Test func isReadableByItsOwnerOnly() throws {
    let database = try TemporaryDatabase()
    let mode = try FileManager.default.attributesOfItem(atPath: database.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let folder = try FileManager.default.attributesOfItem(atPath: database.folder)
    #expect(folder[.posixPermissions] as? Int == 0o700)
  }

  @Test func writesNothingWhereOpenedForReading() throws {
    let database = try TemporaryDatabase()
    let store = try Store.open(at: database.path, mode: .reading)
    defer { store.close() }
    let error = failure {
      try store.write(as: TemporaryDatabase.admin, command: "x", at: TemporaryDatabase.moment) {
        try $0.add(.tag, Catalogue.entity(.tag).values(["name": .text("A")]))
      }
    }
    #expect(error?.kind == .database)
    #expect(error?.message.en.contains("read-only") == true)
  }

  @Test(
    arguments: [
      (ResultCode.SQLITE_BUSY, CRMError.Kind.database, "another command is writing"),
      (.SQLITE_BUSY_SNAPSHOT, .database, "another command is writing"),
      (.SQLITE_LOCKED, .database, "another command is writing"),
      (.SQLITE_READONLY, .database, "read-only"), (.SQLITE_FULL, .database, "the disk is full"),
      (.SQLITE_IOERR, .database, "failed; nothing was changed"),
      (.SQLITE_IOERR_WRITE, .database, "failed; nothing was changed"),
      (.SQLITE_CORRUPT, .database, "is damaged"),
      (.SQLITE_NOTADB, .database, "is not a crm database"),
      (.SQLITE_CANTOPEN, .database, "cannot be opened"),
      (.SQLITE_INTERRUPT, .interrupted, "stopped; nothing was changed"),
      (.SQLITE_ERROR, .bug, "refused a statement"),
      (.SQLITE_CONSTRAINT, .bug, "refused a statement"),
    ])
  func explains(code: ResultCode, kind: CRMError.Kind, message: String) {
    let error = DatabaseFailure.error(DatabaseError(resultCode: code), path: "crm.db")
    #expect(error.kind == kind)
    #expect(error.message.en.contains(message))
    #expect(error.message.vi != error.message.en)
  }
}
