import CRMValues
import GRDB
import GRDBSQLite

/// Puts all pages of one database in the place of those of another, by SQLite's online backup: one
/// transaction of the target, which is the old or the new however it ends. Others go on reading it
/// as it was, and go on writing the source.
enum PageCopy {
  /// Pages between two looks at whether somebody has asked to stop: 16 MB.
  private static let pages: Int32 = 1 << 12

  /// Copies what the source is in its open read transaction, or at the first step.
  ///
  /// - Parameter held: called once nobody else can write to the target any more, and before
  ///   anything of it is changed.
  /// - Throws: `DatabaseError`: `SQLITE_BUSY` where somebody else writes the target,
  ///   `SQLITE_READONLY` where its pages have another size and it is in WAL mode;
  ///   ``Interruption/error``. The target then is as it was.
  static func run(
    from source: Database, to target: Database, once held: () throws -> Void = {}
  ) throws {
    guard
      let copy = sqlite3_backup_init(
        target.sqliteConnection, "main", source.sqliteConnection, "main")
    else { throw DatabaseError(resultCode: target.lastErrorCode, message: target.lastErrorMessage) }
    do {
      // Takes the locks and copies nothing.
      _ = try isDone(sqlite3_backup_step(copy, 0))
      try held()
      while try !isDone(sqlite3_backup_step(copy, pages)) { try Interruption.check() }
    } catch {
      sqlite3_backup_finish(copy)
      throw error
    }
    let code = sqlite3_backup_finish(copy)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    target.clearSchemaCache()
  }

  private static func isDone(_ code: Int32) throws -> Bool {
    guard code == SQLITE_OK || code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    return code == SQLITE_DONE
  }
}
