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
    case missing, folder, empty, text, foreign, newer, halfHeader, pipe, zeros, nothing
  }

  private func prepare(_ damage: Damage, _ database: TemporaryDatabase) throws -> String {
    let path = database.folder + "/other.db"
    switch damage {
    case .missing: break
    case .folder:
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false)
    case .pipe: mkfifo(path, 0o600)
    case .zeros:
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "/dev/zero")
    case .nothing:
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "/dev/null")
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
      (.halfHeader, "is damaged"), (.pipe, "is no file but a device or a pipe"),
      (.zeros, "is no file but a device or a pipe"),
      (.nothing, "is no file but a device or a pipe"),
    ])
  func refusesToOpen(damage: Damage, message: String) throws {
    let database = try TemporaryDatabase()
    let path = try prepare(damage, database)
    let isFile = ![.pipe, .zeros, .nothing].contains(damage)
    let before = isFile ? FileManager.default.contents(atPath: path) : nil
    for mode in [Store.Mode.reading, .writing] {
      let error = failure { try Store.open(at: path, mode: mode) }
      #expect(error?.kind == .database)
      #expect(error?.message.en.contains(message) == true, "\(String(describing: error))")
      #expect(error?.message.en.contains(path) == true)
      #expect(error?.hints.isEmpty == false)
    }
    if isFile { #expect(FileManager.default.contents(atPath: path) == before) }
  }

  /// Numbers that no format has, in a file that is ours.
  @Test(arguments: [
    (0, "is half-made: its format is 0, "), (-5, "is half-made: its format is -5, "),
    (Int(Int32.min), "is half-made: its format is -2147483648, "),
    (999, "was written by a newer crm (format 999, "),
    (Int(Int32.max), "was written by a newer crm (format 2147483647, "),
  ])
  func refusesAFormatThatIsNone(format: Int, message: String) throws {
    let database = try TemporaryDatabase()
    try database.raw.write { try $0.execute(sql: "PRAGMA user_version = \(format)") }
    for mode in [Store.Mode.reading, .writing] {
      let error = failure { try Store.open(at: database.path, mode: mode) }
      #expect(error?.kind == .database)
      #expect(error?.message.en.contains(message) == true, "\(String(describing: error))")
    }
    #expect(try database.rows("PRAGMA user_version") == ["\(format)"])
  }

  /// What begins like a URI is a name like any other.
  @Test(arguments: ["file:crm.db", "file:crm.db?mode=memory", "file:///crm.db?immutable=1"])
  func takesNamesAsTheyAre(name: String) throws {
    let path = name
    let folder = NSTemporaryDirectory() + "crm-core-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(Store.name(path, isImmutable: false) == "./" + path)
    let odd = folder + "/a%20?b#c.db"
    try Store.create(
      at: odd, language: .en, as: TemporaryDatabase.admin, at: TemporaryDatabase.moment
    ).close()
    let queue = try Store.openQueue(
      odd, mode: .reading, patience: Patience(seconds: 5), isImmutable: true)
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM role") } == 6)
  }

  /// A database is there as a whole or not at all, and what a killed `init` left is swept.
  @Test func isMadeAsAWhole() throws {
    let folder = NSTemporaryDirectory() + "crm-core-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
    for name in [".crm.db.1a2b3c~", ".crm.db.1a2b3c~-wal", ".crm.db.1a2b3c~-shm"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let path = folder + "/crm.db"
    struct Stopped: Error {}
    #expect(throws: Stopped.self) {
      try Store.create(
        .crm, at: path, as: TemporaryDatabase.admin, at: TemporaryDatabase.moment
      ) { _ in
        #expect(try names().contains("crm.db") == false)
        throw Stopped()
      }
    }
    #expect(try names() == [])
    try Store.create(
      at: path, language: .en, as: TemporaryDatabase.admin, at: TemporaryDatabase.moment
    ).close()
    #expect(try names() == ["crm.db"])
  }

  /// What another database left there would be taken for changes of the new one.
  @Test(arguments: ["-wal", "-journal"]) func makesNothingBesideALog(suffix: String) throws {
    let database = try TemporaryDatabase()
    let path = database.folder + "/new.db"
    func make() -> CRMError? {
      failure {
        try Store.create(
          at: path, language: .en, as: TemporaryDatabase.admin, at: TemporaryDatabase.moment
        ).close()
      }
    }
    _ = try database.file("new.db" + suffix, "x")
    let error = make()
    #expect(error?.kind == .conflict)
    #expect(
      error?.message.en.hasSuffix("/new.db\(suffix) holds changes of a database that is gone")
        == true, "\(String(describing: error))")
    #expect(error?.message.vi.contains("không còn nữa") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
    // Empty ones stay behind where a database was only read.
    _ = try database.file("new.db" + suffix, "")
    #expect(make() == nil)
  }

  @Test func makesNothingAtALink() throws {
    let database = try TemporaryDatabase()
    let path = database.folder + "/link.db"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nothing.db")
    let error = failure {
      try Store.create(
        at: path, language: .en, as: TemporaryDatabase.admin, at: TemporaryDatabase.moment)
    }
    #expect(error?.kind == .conflict)
    #expect(!FileManager.default.fileExists(atPath: database.folder + "/nothing.db"))
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
    #expect(try database.rows("SELECT count(*) FROM role") == ["6"])
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
    let other = try TemporaryDatabase()
    let folder = other.folder + "/new"
    let store = try Store.create(
      at: folder + "/crm.db", language: .en, as: TemporaryDatabase.admin,
      at: TemporaryDatabase.moment)
    defer { store.close() }
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/crm.db")
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let made = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(made[.posixPermissions] as? Int == 0o700)
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
      (.SQLITE_IOERR, .database, "reading or writing crm.db failed"),
      (.SQLITE_IOERR_WRITE, .database, "reading or writing crm.db failed"),
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

  /// What can be said of the data depends on how far one was.
  @Test(
    arguments: [
      (ResultCode.SQLITE_IOERR_READ, DatabaseFailure.Stage.reading, "crm.db failed"),
      (.SQLITE_IOERR_WRITE, .writing, "failed; nothing was changed"),
      (.SQLITE_IOERR_WRITE, .committing, "failed; nothing was changed"),
      (.SQLITE_IOERR_FSYNC, .committing, "it may be there or not"),
      (.SQLITE_FULL, .reading, "the disk is full"),
      (.SQLITE_FULL, .writing, "the disk is full; nothing was changed"),
      (.SQLITE_FULL, .committing, "the disk is full; nothing was changed"),
    ])
  func saysWhatBecameOfTheData(code: ResultCode, stage: DatabaseFailure.Stage, end: String) {
    let error = DatabaseFailure.error(DatabaseError(resultCode: code), path: "crm.db", at: stage)
    #expect(error.kind == .database)
    #expect(error.message.en.hasSuffix(end))
    #expect(error.message.vi != error.message.en)
  }
}
