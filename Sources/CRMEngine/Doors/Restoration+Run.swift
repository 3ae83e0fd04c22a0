import CRMTables
import CRMValues
import Foundation
import GRDB
import GRDBSQLite

extension Restoration {
  /// Puts the backup in the place of the database. Stopped or killed at any moment, the database is
  /// the old one or the new one, whole.
  ///
  /// - Returns: where the old one stands, nil where there was none.
  /// - Throws: ``CRMError`` where somebody else writes it and does not come to an end in time, or
  ///   there is no room; it then is as it was.
  public func run(at moment: Moment) throws -> String? {
    let suffix = DatabaseFiles.replacedSuffix(moment.now.stamp(in: moment.zone))
    return try Store.guarded(path) {
      if isThere {
        do { return try replacePages(suffix) } catch let error as DatabaseError
          where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
        {
          // What cannot be opened: the backup itself was found whole.
        }
      }
      return try replaceFile(FilePath.resolved(path) + suffix)
    }
  }

  private func replacePages(_ suffix: String) throws -> String {
    let patience = Patience(seconds: timeout)
    patience.begin()
    let turn = WriteTurn.awaited(at: path, patience)
    defer { turn?.end() }
    let queue = try Store.openQueue(
      path, mode: .writing, patience: patience, foreignKeys: false)
    defer { try? queue.close() }
    var old: DatabaseCopy?
    do {
      try queue.writeWithoutTransaction { target in
        guard sqlite3_db_readonly(target.sqliteConnection, "main") == 0 else {
          throw DatabaseError(resultCode: .SQLITE_READONLY)
        }
        try checkPageSize(target)
        // One that was copied here by hand may be in another mode, in which readers are in the way.
        try target.execute(sql: "PRAGMA journal_mode = WAL")
        try PageCopy.run(from: source, to: target) {
          old = try copied(suffix)
        }
        // As far as nobody reads the old one any more; the rest when the last one closes it.
        _ = try? target.checkpoint(.passive)
      }
    } catch {
      old?.remove()
      throw error
    }
    return old?.path ?? ""
  }

  /// Keeps the old one, read by a connection of its own while nobody can write.
  private func copied(_ suffix: String) throws -> DatabaseCopy {
    let reading = try Store.openQueue(path, mode: .reading, patience: Patience(seconds: timeout))
    defer { try? reading.close() }
    return try reading.inDatabase { try DatabaseCopy.make(of: path, suffix, from: $0) }
  }

  private func checkPageSize(_ target: Database) throws {
    let sizes = try [source, target].map { try Int.fetchOne($0, sql: "PRAGMA page_size") ?? 0 }
    guard sizes[0] == sizes[1] else { throw RestoreFailure.otherPageSize(path, sizes[0], sizes[1]) }
  }

  /// Puts a new file in the place of one that SQLite cannot open, or of none. What was there, with
  /// its log, gets the name for what was replaced.
  private func replaceFile(_ wanted: String) throws -> String? {
    try Store.makeFolder(of: path)
    let file = try AtomicFile(path: path, replacing: isThere, permissions: 0o600)
    do {
      file.takeOwner(of: path)
      try BackupFile.fill(file, from: source, as: .wal)
      try Interruption.check()
      let original = FilePath.resolved(path)
      var old = wanted
      var number = 1
      while ([""] + DatabaseFiles.companions).contains(where: { FilePath.isTaken(old + $0) }) {
        number += 1
        old = "\(wanted).\(number)"
      }
      // Without links there is a moment in which there is no database.
      if isThere, link(original, old) != 0, rename(original, old) != 0 {
        throw CRMError.cannotWrite(old, errno)
      }
      try moveCompanions(of: original, to: old)
      try file.commit()
      return isThere ? old : nil
    } catch {
      BackupFile.discard(file)
      throw error
    }
  }

  /// Puts away what would be taken for the new one's: what holds changes beside the old one.
  private func moveCompanions(of original: String, to old: String) throws {
    for suffix in DatabaseFiles.companions where FilePath.isTaken(original + suffix) {
      var status = stat()
      let isLog = stat(original + suffix, &status) == 0 && status.st_size > 0 && suffix != "-shm"
      guard
        (isLog ? rename(original + suffix, old + suffix) : unlink(original + suffix)) == 0
      else { throw CRMError.cannotWrite(original + suffix, errno) }
    }
  }
}
