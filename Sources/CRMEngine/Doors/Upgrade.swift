import CRMTables
import CRMValues
import GRDB
import GRDBSQLite

/// The upgrade of a database to the format this program writes: carried out by the first command
/// that opens it, whatever that is for.
public struct Upgrade: Sendable {
  /// The format it had, and the one it has.
  public let from: Int
  public let to: Int
  /// Where the database stands as it was before.
  public let copy: String

  /// Says what was done.
  public var said: Label {
    Label(
      "The database was upgraded from format \(from) to \(to); as it was before, it is in \(copy)",
      vi: "Đã nâng cơ sở dữ liệu từ định dạng \(from) lên \(to); bản trước đó nằm ở \(copy)")
  }

  /// Upgrades a database, all of it or nothing, once a copy of it stands beside it. Nobody else
  /// writes meanwhile; others read what was there before.
  ///
  /// - Returns: nil where another process has done it in the meantime.
  /// - Throws: ``CRMError`` of kind database where the copy cannot be made, the file not be
  ///   written, or a step fails. The database then is as it was.
  static func run(
    _ migrations: Migrations, at path: String, _ patience: Patience
  ) throws -> Upgrade? {
    let known = Format.inHeader(of: path) ?? 0
    let current = migrations.current
    var made: DatabaseCopy?
    var stage = DatabaseFailure.Stage.writing
    if DatabaseCopy.isLinkedTo(path) { throw UpgradeFailure.isCopy(path) }
    patience.begin()
    defer { patience.end() }
    let turn = WriteTurn.awaited(at: path, patience)
    defer { turn?.end() }
    do {
      let queue = try Store.openQueue(path, mode: .writing, patience: patience, foreignKeys: false)
      defer { try? queue.close() }
      return try queue.writeWithoutTransaction { db in
        // SQLite falls back to reading, and even then begins what it calls a transaction.
        guard sqlite3_db_readonly(db.sqliteConnection, "main") == 0 else {
          throw DatabaseError(resultCode: .SQLITE_READONLY)
        }
        var result: Upgrade?
        try db.inTransaction(.immediate) {
          let format = try Format.read(db, path, known: current)
          guard format < current else { return .rollback }
          let copy = try copied(path, format)
          made = copy
          do { try migrations.upgrade(db, from: format, to: current) } catch {
            throw FailedStep(
              cause: error, error: UpgradeFailure.failed(path, format, current, error))
          }
          result = Upgrade(from: format, to: current, copy: copy.path)
          stage = .committing
          return .commit
        }
        return result
      }
    } catch {
      // What it was made for did not come about; but where the disk fails, a copy is worth having.
      if !isOfTheDisk(error) { made?.remove() }
      guard let failure = error as? DatabaseError else {
        throw (error as? FailedStep)?.error ?? error
      }
      guard [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM].contains(failure.resultCode) else {
        throw DatabaseFailure.error(failure, path: path, at: stage)
      }
      throw UpgradeFailure.notWritable(path, known, current)
    }
  }

  /// Puts a copy beside the database, read by a connection of its own: the one that is about to
  /// write cannot be copied from.
  private static func copied(_ path: String, _ format: Int) throws -> DatabaseCopy {
    let suffix = DatabaseFiles.copySuffix(format)
    do {
      let source = try Store.openQueue(path, mode: .reading, patience: Patience(seconds: 5))
      defer { try? source.close() }
      return try source.inDatabase { try DatabaseCopy.make(of: path, suffix, from: $0) }
    } catch {
      try Interruption.check()
      throw UpgradeFailure.noCopy(of: path, FilePath.resolved(path) + suffix, error)
    }
  }

  /// What a step went wrong with, and what to say of it.
  private struct FailedStep: Error {
    let cause: any Error
    let error: CRMError
  }

  private static func isOfTheDisk(_ error: any Error) -> Bool {
    let cause = (error as? FailedStep)?.cause ?? error
    return (cause as? DatabaseError).map {
      [.SQLITE_IOERR, .SQLITE_CORRUPT].contains($0.resultCode)
    } ?? false
  }
}
