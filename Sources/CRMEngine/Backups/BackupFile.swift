import CRMTables
import CRMValues
import Foundation
import GRDB
import GRDBSQLite

/// A whole database as one plain file (RULES 14.1).
///
/// It is a database of SQLite with nothing beside it, of the same `application_id` and `user_version`
/// as the one it was made of and in the journal mode DELETE, so that it can be read from where nobody
/// may write. What is kept beside the database once there are documents goes into a table `sqlar` of
/// it (<https://sqlite.org/sqlar.html>): one file still holds everything, and any program that knows
/// SQLite Archives takes them out. A restore refuses tables that it does not know (``KnownTables``).
enum BackupFile {
  /// The journal mode that a file is put in place with.
  enum Journal: String { case delete, wal }

  /// Fills a new file with what a database is in its open read transaction.
  ///
  /// - Throws: `DatabaseError`, ``Interruption/error``.
  static func fill(
    _ file: AtomicFile, from source: Database, as journal: Journal = .delete
  ) throws {
    do {
      let target = try open(file)
      defer { try? target.close() }
      try target.writeWithoutTransaction { target in
        try target.execute(sql: "PRAGMA journal_mode = OFF")
        try PageCopy.run(from: source, to: target)
      }
    }
    // The pages say what the source is in. By a connection of its own, as one looks only once.
    let target = try open(file)
    defer { try? target.close() }
    let mode = journal.rawValue
    let now = try target.inDatabase {
      try String.fetchOne($0, sql: "PRAGMA journal_mode = \(mode)")
    }
    guard now == mode else { throw DatabaseError(resultCode: .SQLITE_IOERR) }
  }

  /// Checks that a file is whole, as it will be read.
  ///
  /// - Throws: ``Damage``, `DatabaseError`, ``Interruption/error``.
  static func check(_ file: AtomicFile) throws {
    let queue = try open(file)
    defer { try? queue.close() }
    try queue.inDatabase(Soundness.check)
  }

  /// Removes a file that is not to be, with what SQLite has put beside it.
  static func discard(_ file: AtomicFile) {
    for suffix in DatabaseFiles.companions { unlink(file.temporaryPath + suffix) }
    file.discard()
  }

  /// Whether a file that nobody has open is a backup of a database of ours: nothing that is in use.
  static func isOne(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let header = FileHeader(of: path), header.isOurs, header.isPlain
    else { return false }
    return DatabaseFiles.companions.allSatisfy { !FilePath.isTaken(path + $0) }
  }

  /// Nobody sees the file before it has its name, and then it is on the disk at once: until then
  /// nothing of it has to be, and nothing taken back.
  private static func open(_ file: AtomicFile) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA temp_store = FILE")
      Interruption.end(db)
    }
    return try DatabaseQueue(
      path: FilePath.resolved(file.temporaryPath), configuration: configuration)
  }
}
