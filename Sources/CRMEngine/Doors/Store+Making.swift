import CRMTables
import CRMValues
import Foundation
import GRDB

extension Store {
  /// Makes a new database, readable by its owner only. It has its name only once it is complete, so
  /// that who is stopped midway begins anew.
  ///
  /// - Parameter fill: writes what a new database starts with, as its first operation.
  /// - Throws: ``CRMError`` where a file already stands there or cannot be made.
  public static func create(
    _ catalogue: Catalogue, at path: String, as actor: Actor, at moment: Moment,
    filling fill: (Writer) throws -> Void
  ) throws -> Store {
    let file = try draft(of: path)
    do {
      try guarded(path) {
        let patience = Patience(seconds: 5)
        let queue = try openQueue(file.temporaryPath, mode: .writing, patience: patience)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA journal_mode = WAL")
          try db.inTransaction(.immediate) {
            try catalogue.migrations.make(db, catalogue)
            return .commit
          }
        }
        try Store(catalogue, path: path, queue: queue, patience: patience)
          .write(as: Actor(login: actor.login), command: "crm init", at: moment, fill)
      }
      try file.commit()
    } catch {
      for suffix in DatabaseFiles.companions { unlink(file.temporaryPath + suffix) }
      file.discard()
      throw error
    }
    return try open(catalogue, at: path, mode: .writing)
  }

  /// Makes the file that is to become the database, and its folder where that is missing.
  private static func draft(of path: String) throws -> AtomicFile {
    guard !FilePath.isTaken(path) else {
      throw CRMError(
        .conflict, "there is already a file at \(path)", vi: "đã có tệp tại \(path)",
        hints: [
          Label(
            "Use it as it is, or name another with --db FILE.",
            vi: "Hãy dùng tệp đó, hoặc chỉ tệp khác bằng --db TỆP.")
        ])
    }
    if DatabaseCopy.isOne(path) { throw UpgradeFailure.isCopy(path) }
    if let log = log(beside: path) { throw DatabaseFailure.leftLog(log) }
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try makeFolder(of: path)
      return try AtomicFile(path: path, replacing: false, permissions: 0o600)
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

  /// Makes the folder of a database where that is missing.
  static func makeFolder(of path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty, !FilePath.isTaken(folder) else { return }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
