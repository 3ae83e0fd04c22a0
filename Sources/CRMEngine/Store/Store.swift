import CRMValues
import CSQLiteMemory
import Foundation
import GRDB

/// The database: one file, two doors. Everything read passes ``read(as:at:_:)`` and everything
/// written ``write(as:command:at:dryRun:_:)``; both know who acts. There is no third door.
public final class Store {
  public let path: String
  /// The kinds of the business whose database it is.
  public let catalogue: Catalogue
  private let queue: DatabaseQueue
  /// How many records of a kind are few for an actor to see, so that they are looked up once.
  package var few = GuardedTables.few

  private init(_ catalogue: Catalogue, path: String, queue: DatabaseQueue) {
    self.catalogue = catalogue
    self.path = path
    self.queue = queue
  }

  /// How a database is opened.
  public enum Mode: Sendable { case reading, writing }

  /// Makes a new database, readable by its owner only.
  ///
  /// - Parameter fill: writes what a new database starts with, as its first operation.
  /// - Throws: ``CRMError`` where a file already stands there or cannot be made.
  public static func create(
    _ catalogue: Catalogue, at path: String, as actor: Actor, at moment: Moment,
    filling fill: (Writer) throws -> Void
  ) throws -> Store {
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
    do {
      let store = try guarded(path) {
        let queue = try openQueue(path, mode: .writing, timeout: 5)
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA journal_mode = WAL")
          try db.inTransaction(.immediate) {
            try catalogue.migrations.migrate(db, from: 0)
            return .commit
          }
        }
        return Store(catalogue, path: path, queue: queue)
      }
      try store.write(as: actor, command: "crm init", at: moment, fill)
      return store
    } catch {
      for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: path + suffix) }
      throw error
    }
  }

  /// Opens an existing database.
  ///
  /// - Parameter timeout: seconds to wait for another writer.
  /// - Throws: ``CRMError`` of kind database where it is missing, foreign, newer or damaged.
  public static func open(
    _ catalogue: Catalogue, at path: String, mode: Mode, timeout: Double = 5
  ) throws -> Store {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw DatabaseFailure.missing(path)
    }
    guard !isDirectory.boolValue else { throw DatabaseFailure.notOurs(path) }
    return try guarded(path) {
      let queue = try openQueue(path, mode: mode, timeout: timeout)
      try queue.inDatabase { db in
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard application == Migrations.applicationID else { throw DatabaseFailure.notOurs(path) }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let current = catalogue.migrations.current
        guard version <= current else {
          throw DatabaseFailure.newer(path, version: version, known: current)
        }
        if version < current, mode == .writing {
          try db.inTransaction(.immediate) {
            try catalogue.migrations.migrate(db, from: version)
            return .commit
          }
        }
      }
      return Store(catalogue, path: path, queue: queue)
    }
  }

  /// How much of a database is held in memory, in kilobytes. A writer looks at the same pages over
  /// and over; a reader at each once, so that more memory only costs the time to fill it: a count
  /// by birthday among a million takes 19 ms with the writer's, 10 with a reader's.
  static func cacheSize(_ mode: Mode) -> Int { mode == .reading ? 2_000 : 24_000 }

  /// Done at its first use only: SQLite takes it before the first connection of a process.
  private static let memoryIsSet: Void = crm_sqlite_set_memory()

  private static func openQueue(
    _ path: String, mode: Mode, timeout: Double
  ) throws -> DatabaseQueue {
    _ = memoryIsSet
    var configuration = Configuration()
    configuration.readonly = mode == .reading
    configuration.busyMode = .timeout(timeout)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -\(cacheSize(mode))")
      try db.execute(sql: "PRAGMA temp_store = FILE")
      db.add(function: SearchFunctions.fold)
      db.add(function: SearchFunctions.hasMarks)
      FoldedSearch.add(to: db)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func guarded<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DatabaseError {
      throw DatabaseFailure.error(error, path: path)
    }
  }

  /// Runs a body that reads, on one consistent state of the data, on behalf of an actor.
  ///
  /// - Parameter action: what it is for; records are seen as far as that reaches, too.
  public func read<T>(
    as login: String, for action: Action = .view, at moment: Moment,
    _ body: (Reader) throws -> T
  ) throws -> T {
    try Store.guarded(path) {
      try queue.inDatabase { db in
        var result: T?
        try db.inTransaction(.deferred) {
          let cache = StatementCache(db)
          let actor = try Store.actor(login, cache)
          let rights = try Rights(of: actor.user, cache, catalogue)
            .seeing(asFarAs: action, catalogue)
          let guarded =
            rights.isEverything
            ? nil : try GuardedTables(rights, login: actor.login, cache, catalogue, few: few)
          result = try body(
            try Reader(
              cache: cache, catalogue: catalogue, actor: actor, rights: rights, moment: moment,
              guarded: guarded))
          return .rollback
        }
        guard let result else { throw DatabaseFailure.interrupted }
        return result
      }
    }
  }

  /// Runs a body that writes, as one operation in one transaction: all of it lands and can be
  /// undone together, or nothing does.
  ///
  /// - Parameters:
  ///   - command: the command line as it is to stand in the log, secrets removed.
  ///   - dryRun: everything is carried out, then taken back.
  /// - Returns: what the body returns; the operation's number is ``Writer/operation``.
  @discardableResult
  public func write<T>(
    as actor: Actor, command: String, at moment: Moment, dryRun: Bool = false,
    _ body: (Writer) throws -> T
  ) throws -> T {
    try Store.guarded(path) {
      try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          let cache = StatementCache(db)
          let known = try Store.actor(actor.login, cache)
          let writer = try Writer(
            cache: cache, catalogue: catalogue, actor: known,
            rights: try Rights(of: known.user, cache, catalogue), moment: moment,
            command: command)
          result = try body(writer)
          try writer.finish()
          return dryRun ? .rollback : .commit
        }
        guard let result else { throw DatabaseFailure.interrupted }
        return result
      }
    }
  }

  /// Closes the database; the last to close it puts everything into the one file. What was
  /// committed is safe without this.
  public func close() { try? queue.close() }

  /// Stops the running statement; the transaction it belongs to is taken back. Safe from a
  /// signal's thread.
  public func interrupt() { queue.interrupt() }

  private static func actor(_ login: String, _ cache: StatementCache) throws -> Actor {
    let statement = try cache.statement(
      "SELECT id FROM user WHERE code = ? AND deleted IS NULL")
    statement.bind(1, login)
    return Actor(login: login, user: try statement.firstInteger())
  }
}
