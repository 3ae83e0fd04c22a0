import CRMValues
import CSQLiteMemory
import Foundation
import GRDB
import GRDBSQLite

extension Store {
  /// How a database is opened.
  public enum Mode: Sendable { case reading, writing }

  /// What becomes of a database of an older format.
  public enum Older: Sendable { case upgraded, refused }

  /// Makes a new database, readable by its owner only.
  ///
  /// - Parameter fill: writes what a new database starts with, as its first operation.
  /// - Throws: ``CRMError`` where a file already stands there or cannot be made.
  public static func create(
    _ catalogue: Catalogue, at path: String, as actor: Actor, at moment: Moment,
    filling fill: (Writer) throws -> Void
  ) throws -> Store {
    try makeFile(path)
    do {
      let store = try guarded(path) {
        let queue = try openQueue(path, mode: .writing, timeout: 5)
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA journal_mode = WAL")
          try db.inTransaction(.immediate) {
            try catalogue.migrations.make(db, catalogue)
            return .commit
          }
        }
        return Store(catalogue, path: path, queue: queue)
      }
      // Who makes a database is the first to be trusted with it.
      try store.write(
        as: Actor(login: actor.login), command: "crm init", at: moment, fill)
      return store
    } catch {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
      throw error
    }
  }

  /// Makes an empty file, and its folder where that is missing.
  private static func makeFile(_ path: String) throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else {
      throw CRMError(
        .conflict, "there is already a file at \(path)", vi: "đã có tệp tại \(path)",
        hints: [
          Label(
            "Use it as it is, or name another with --db FILE.",
            vi: "Hãy dùng tệp đó, hoặc chỉ tệp khác bằng --db TỆP.")
        ])
    }
    let folder = (path as NSString).deletingLastPathComponent
    do {
      if !folder.isEmpty, !files.fileExists(atPath: folder) {
        try files.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
      guard
        files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw CocoaError(.fileWriteNoPermission) }
    } catch {
      throw CRMError(
        .database, "\(path) cannot be made", vi: "không tạo được \(path)",
        hints: [
          Label(
            "Check that you may write in \(folder.isEmpty ? "." : folder).",
            vi: "Hãy kiểm tra quyền ghi trong \(folder.isEmpty ? "." : folder).")
        ])
    }
  }

  /// Opens an existing database.
  ///
  /// - Parameters:
  ///   - timeout: seconds to wait for another writer.
  ///   - older: what becomes of one of an older format, whatever it is opened for; see
  ///     ``Store/upgrade``.
  /// - Throws: ``CRMError`` of kind database where it is missing, foreign, newer, half-made or
  ///   damaged, or older and not to be upgraded.
  public static func open(
    _ catalogue: Catalogue, at path: String, mode: Mode, timeout: Double = 5,
    older: Older = .upgraded
  ) throws -> Store {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw DatabaseFailure.missing(path)
    }
    guard !isDirectory.boolValue else { throw DatabaseFailure.notOurs(path) }
    return try guarded(path) {
      let current = catalogue.migrations.current
      let (queue, format) = try opened(path, mode, timeout, current)
      guard format < current else { return Store(catalogue, path: path, queue: queue) }
      try queue.close()
      guard older == .upgraded else { throw UpgradeFailure.due(path, format, current) }
      let upgrade = try Upgrade.run(catalogue.migrations, at: path, timeout: timeout)
      let (upgraded, _) = try opened(path, mode, timeout, current)
      return Store(catalogue, path: path, queue: upgraded, upgrade: upgrade)
    }
  }

  /// Opens a database and reads of which format it is.
  private static func opened(
    _ path: String, _ mode: Mode, _ timeout: Double, _ current: Int
  ) throws -> (DatabaseQueue, format: Int) {
    do {
      let queue = try openQueue(path, mode: mode, timeout: timeout)
      return (queue, try queue.inDatabase { try Format.read($0, path, known: current) })
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // Beside what cannot be written, SQLite cannot keep what readers share, and reads nothing.
      guard let format = Format.inHeader(of: path), format < current else { throw error }
      throw UpgradeFailure.notWritable(path, format, current)
    }
  }

  /// How much of a database is held in memory, in kilobytes. A writer looks at the same pages over
  /// and over; a reader at each once, so that more memory only costs the time to fill it: a count
  /// by birthday among a million takes 19 ms with the writer's, 10 with a reader's.
  static func cacheSize(_ mode: Mode) -> Int { mode == .reading ? 2_000 : 24_000 }

  /// Done at its first use only: SQLite takes it before the first connection of a process.
  private static let memoryIsSet: Void = crm_sqlite_set_memory()

  /// - Parameter foreignKeys: off while tables are rebuilt.
  static func openQueue(
    _ path: String, mode: Mode, timeout: Double, foreignKeys: Bool = true
  ) throws -> DatabaseQueue {
    _ = memoryIsSet
    var configuration = Configuration()
    configuration.readonly = mode == .reading
    configuration.busyMode = .timeout(timeout)
    configuration.foreignKeysEnabled = foreignKeys
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -\(cacheSize(mode))")
      try db.execute(sql: "PRAGMA temp_store = FILE")
      db.add(function: SearchFunctions.fold)
      db.add(function: SearchFunctions.hasMarks)
      FoldedSearch.add(to: db)
      // The library notes every column that a statement names, for observers that we do not have:
      // a fifth of the time of a record's page.
      sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  static func guarded<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DatabaseError {
      throw DatabaseFailure.error(error, path: path)
    }
  }
}
