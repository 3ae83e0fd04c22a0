import CRMTables
import CRMValues
import Foundation
import GRDB

/// Where a backup that is to be restored comes from.
public enum RestoreSource {
  case file(String)
  /// What gives its bytes, piece by piece, and nil after the last.
  case stream(() throws -> [UInt8]?)
}

/// A backup that has been checked and can take the place of a database (RULES 14.2).
///
/// Where the database can be opened, its pages are replaced in one transaction of SQLite, as any
/// command writes: who reads goes on reading what was there, who writes is waited for, and the file
/// with its owner, its rights and its links stays the same one. To put another file in its place
/// instead would pull it from under those who are just opening it, and leave a log beside it that is
/// another's. Only what cannot be opened is replaced by a file.
public struct Restoration {
  /// How many operations the backup holds, and when the newest was.
  public let operations: Int
  public let newest: Instant?
  /// The database that is there; nil where there is none that can be read.
  public let present: Present?
  public let format: Int
  /// What was done to the database that it replaces, where that was of an older format.
  public let upgrade: Upgrade?
  let path: String
  let source: Database
  let isThere: Bool
  let timeout: Double

  /// Checks that the actor may restore and that a file can be restored, and does something with it.
  ///
  /// - Parameters:
  ///   - source: the backup; a file stays as it is, and keeps the state that was checked meanwhile.
  ///   - name: how messages call it.
  ///   - path: the database, there or not.
  ///   - timeout: seconds to wait for who writes it.
  /// - Throws: ``CRMError`` where the actor may not, the file is no whole backup of ours of this
  ///   format or an older one, or is the database itself.
  public static func check(
    _ catalogue: Catalogue, of source: RestoreSource, called name: String, onto path: String,
    as actor: Actor, at moment: Moment, timeout: Double, _ body: (Restoration) throws -> Void
  ) throws {
    let permit = try Restoration.permit(catalogue, path, actor, moment, timeout)
    let (file, passing) = try Restoration.file(of: source, path)
    defer { passing.map(BackupFile.discard) }
    let queue = try Restoration.open(file, name, onto: path, timeout)
    defer { try? queue.close() }
    try Store.guarded(name) {
      try queue.inDatabase { db in
        try db.inTransaction(.deferred) {
          let format = try Restoration.format(of: db, catalogue, name)
          let extent = try Extent(db)
          let present = try permit.isThere ? Restoration.present(path, beside: db, timeout) : nil
          try body(
            Restoration(
              operations: extent.count, newest: extent.newest, present: present, format: format,
              upgrade: permit.upgrade, path: path, source: db, isThere: permit.isThere,
              timeout: timeout))
          return .rollback
        }
      }
    }
  }

  /// Returns the path of a backup; of one that comes as a stream, that of a file beside the database
  /// that is not to stay.
  private static func file(
    of source: RestoreSource, _ path: String
  ) throws -> (String, AtomicFile?) {
    switch source {
    case .file(let file): return (file, nil)
    case .stream(let next):
      try Store.makeFolder(of: path)
      let file = try AtomicFile(
        path: FilePath.resolved(path), replacing: false, permissions: 0o600)
      while let bytes = try next() { try bytes.withUnsafeBytes(file.write) }
      return (file.temporaryPath, file)
    }
  }

  /// Opens a backup for reading: also where nobody may write beside it.
  private static func open(
    _ file: String, _ name: String, onto path: String, _ timeout: Double
  ) throws -> DatabaseQueue {
    var status = stat()
    guard stat(file, &status) == 0 else { throw CRMError.cannotOpen(name, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw RestoreFailure.notAFile(name) }
    if FilePath.isSame(file, path) { throw RestoreFailure.isItself(name) }
    return try Store.guarded(name) {
      do {
        let queue = try Store.openQueue(file, mode: .reading, patience: Patience(seconds: timeout))
        try queue.inDatabase { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        return queue
      } catch let error as DatabaseError
        where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      {
        guard Store.log(beside: file) == nil else { throw DatabaseFailure.unfinished(name) }
        return try Store.openQueue(
          file, mode: .reading, patience: Patience(seconds: timeout), isImmutable: true)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
        throw RestoreFailure.notOurs(name)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        throw RestoreFailure.damaged(name, Damage.said(error.message ?? "\(error.resultCode)"))
      }
    }
  }

  /// Returns the format of a backup that can be restored by this program.
  private static func format(
    of db: Database, _ catalogue: Catalogue, _ name: String
  ) throws -> Int {
    guard try Format.isOurs(db) else { throw RestoreFailure.notOurs(name) }
    let format = try Format.read(db, name, known: catalogue.migrations.current)
    do { try Soundness.check(db) } catch let damage as Damage {
      throw RestoreFailure.damaged(name, damage.reason)
    }
    let known = try KnownTables(of: format, catalogue)
    let tables = try known.differences(in: db)
    guard tables.unknown.isEmpty else { throw RestoreFailure.unknown(name, tables.unknown) }
    guard tables.missing.isEmpty else {
      let names = tables.missing.joined(separator: ", ")
      throw RestoreFailure.damaged(name, Label("without \(names)", vi: "thiếu \(names)"))
    }
    let lacking = try known.lacking(in: db)
    guard lacking.isEmpty else { throw RestoreFailure.lacking(name, lacking) }
    return format
  }
}
