import CRMTables
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

  /// Opens an existing database.
  ///
  /// - Parameters:
  ///   - timeout: seconds to wait for others; see ``Patience``.
  ///   - older: what becomes of one of an older format, whatever it is opened for; see
  ///     ``Store/upgrade``.
  /// - Throws: ``CRMError`` of kind database where it is missing, foreign, newer, half-made or
  ///   damaged, or older and not to be upgraded.
  public static func open(
    _ catalogue: Catalogue, at path: String, mode: Mode, timeout: Double = 5,
    older: Older = .upgraded
  ) throws -> Store {
    try checkFile(path)
    return try guarded(path) {
      let current = catalogue.migrations.current
      let patience = Patience(seconds: timeout)
      let (queue, format) = try opened(path, mode, patience, current)
      guard format < current else {
        return Store(catalogue, path: path, queue: queue, patience: patience)
      }
      try queue.close()
      guard older == .upgraded else { throw UpgradeFailure.due(path, format, current) }
      let upgrade = try Upgrade.run(catalogue.migrations, at: path, patience)
      let (upgraded, _) = try opened(path, mode, patience, current)
      return Store(
        catalogue, path: path, queue: upgraded, patience: patience, upgrade: upgrade)
    }
  }

  /// Refuses what is no file, which SQLite would wait for or read without an end, and a copy that
  /// an upgrade made, which is to stay as it is.
  static func checkFile(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == EACCES else { throw DatabaseFailure.missing(path) }
      throw DatabaseFailure.error(DatabaseError(resultCode: .SQLITE_CANTOPEN), path: path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw DatabaseFailure.notOurs(path)
    default: throw DatabaseFailure.notAFile(path)
    }
    if DatabaseCopy.isOne(path) { throw UpgradeFailure.isCopy(path) }
  }

  /// Opens a database and reads of which format it is.
  private static func opened(
    _ path: String, _ mode: Mode, _ patience: Patience, _ current: Int
  ) throws -> (DatabaseQueue, format: Int) {
    func formatted(_ queue: DatabaseQueue) throws -> (DatabaseQueue, format: Int) {
      (queue, try queue.inDatabase { try Format.read($0, path, known: current) })
    }
    do {
      return try formatted(openQueue(path, mode: mode, patience: patience))
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // Beside what cannot be written, SQLite cannot keep what readers share, and reads nothing.
      guard let format = Format.inHeader(of: path) else { throw error }
      guard format >= current else { throw UpgradeFailure.notWritable(path, format, current) }
      guard mode == .reading else { throw error }
      guard log(beside: path) == nil else { throw DatabaseFailure.unfinished(path) }
      return try formatted(openQueue(path, mode: mode, patience: patience, isImmutable: true))
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE && mode == .reading
      && log(beside: path) == nil && Format.inHeader(of: path) == current
    {
      // On a full disk there is no room for what readers share, and one still wants to read.
      return try formatted(openQueue(path, mode: mode, patience: patience, isImmutable: true))
    }
  }

  /// Returns the file beside a database with changes that have yet to come into it, so that it
  /// cannot be read by itself; nil where there is none.
  static func log(beside path: String) -> String? {
    let original = FilePath.resolved(path)
    return ["-wal", "-journal"].map { original + $0 }.first { file in
      var status = stat()
      return stat(file, &status) == 0 && status.st_size > 0
    }
  }

  /// How much of a database is held in memory, in kilobytes. A writer looks at the same pages over
  /// and over; a reader at each once, so that more memory only costs the time to fill it: a count
  /// by birthday among a million takes 19 ms with the writer's, 10 with a reader's.
  static func cacheSize(_ mode: Mode) -> Int { mode == .reading ? 2_000 : 24_000 }

  /// Done at its first use only: SQLite takes it before the first connection of a process.
  private static let isConfigured: Void = crm_sqlite_configure()

  /// - Parameters:
  ///   - foreignKeys: off while tables are rebuilt.
  ///   - isImmutable: whether it is read without the files that readers and writers share, as of a
  ///     disk that nobody can write to. Changes that somebody makes meanwhile all the same go into
  ///     a log beside it.
  static func openQueue(
    _ path: String, mode: Mode, patience: Patience, foreignKeys: Bool = true,
    isImmutable: Bool = false
  ) throws -> DatabaseQueue {
    _ = isConfigured
    var configuration = Configuration()
    configuration.readonly = mode == .reading
    configuration.busyMode = .callback { patience.waitsForLock(tries: $0) }
    configuration.foreignKeysEnabled = foreignKeys
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -\(cacheSize(mode))")
      try db.execute(sql: "PRAGMA temp_store = FILE")
      db.add(function: SearchFunctions.fold)
      db.add(function: SearchFunctions.hasMarks)
      FoldedSearch.add(to: db)
      SameText.add(to: db)
      // The library notes every column that a statement names, for observers that we do not have:
      // a fifth of the time of a record's page.
      sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
      Interruption.end(db)
    }
    return try DatabaseQueue(
      path: name(path, isImmutable: isImmutable), configuration: configuration)
  }

  /// Returns the name by which SQLite opens the file of a path, whatever the path begins with.
  static func name(_ path: String, isImmutable: Bool) -> String {
    guard isImmutable else { return path.hasPrefix("file:") ? "./" + path : path }
    // What a URI would take for something else than a name.
    let marked = FilePath.resolved(path).replacing("%", with: "%25").replacing("?", with: "%3F")
      .replacing("#", with: "%23")
    return "file:\(marked)?immutable=1"
  }

  static func guarded<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DatabaseError {
      throw DatabaseFailure.error(error, path: path)
    }
  }
}
