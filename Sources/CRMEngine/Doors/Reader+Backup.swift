import CRMTables
import CRMValues
import Foundation

/// Where a backup goes.
public enum BackupPlace {
  /// A file that is not there yet.
  case file(String)
  /// Files that differ by the moment in their names, of which so many stay.
  case rotating(String, keep: Int)
  /// Nowhere for long: it is passed on once it is whole.
  case sink(any ByteSink)
}

/// What came of a backup.
public struct Backup: Sendable {
  /// Its path; nil where it was passed on.
  public let path: String?
  /// In bytes.
  public let size: Int
  public let format: Int
  /// The older ones that were removed for it, oldest first.
  public let removed: [String]
}

extension Reader {
  /// Refuses who may not see and configure everything (RULES 14.1).
  func permitWhole() throws {
    guard !rights.isWhole(catalogue) else { return }
    let role = try rights.role.map { try label(.role, $0) } ?? ""
    let grant = "crm role grant \(shellWord(role)) --on all --to view,configure --reach all"
    throw CRMError(
      .notPermitted,
      "\(actor.login) may not see and configure everything, which a backup takes",
      vi: "\(actor.login) không được xem và cấu hình mọi thứ nên không được sao lưu, khôi phục",
      hints: [
        Label(
          "Have an administrator do it, or give the right: \(grant)",
          vi: "Hãy nhờ quản trị, hoặc cấp quyền: \(grant)")
      ])
  }

  /// Makes a backup of everything, as it is in this reader's state of the data: others write on. It
  /// has its name once it is whole, checked and on the disk (RULES 14.1).
  ///
  /// - Parameter database: the path of the database.
  /// - Throws: ``CRMError`` where the actor may not, there is no room, the place is taken, or the
  ///   database is damaged. Nothing is left of it then, and no other backup is removed.
  public func backUp(to place: BackupPlace, of database: String) throws -> Backup {
    try permitWhole()
    switch place {
    case .file(let path):
      let file = try AtomicFile(path: path, replacing: false, permissions: 0o600)
      return try made(file, path, database) { try file.commit(orAs: nil) }
    case .rotating(let pattern, let count):
      let names = BackupNames(pattern)
      let moment = moment.now.stamp(in: moment.zone)
      let file = try AtomicFile(
        path: names.path(moment, 1), replacing: false, permissions: 0o600, beside: pattern)
      let backup = try made(file, pattern, database) {
        try file.commit { names.path(moment, $0) }
      }
      let removed = try names.prune(to: count, keeping: backup.path ?? "", database)
      return Backup(path: backup.path, size: backup.size, format: backup.format, removed: removed)
    case .sink(let sink):
      let file = try AtomicFile(
        path: FilePath.resolved(database), replacing: false, permissions: 0o600)
      defer { BackupFile.discard(file) }
      return try made(file, "-", database) {
        try file.send(to: sink)
        return nil
      }
    }
  }

  /// - Parameter put: puts the whole file in its place and returns that.
  private func made(
    _ file: AtomicFile, _ path: String, _ database: String, _ put: () throws -> String?
  ) throws -> Backup {
    do {
      try BackupFile.fill(file, from: cache.db)
      try BackupFile.check(file)
      try Interruption.check()
      var status = stat()
      _ = stat(file.temporaryPath, &status)
      return Backup(
        path: try put(), size: Int(status.st_size), format: catalogue.migrations.current,
        removed: [])
    } catch {
      BackupFile.discard(file)
      try Interruption.check()
      throw BackupFailure.error(error, path, of: database)
    }
  }
}

extension Instant {
  /// The moment as it stands in the name of a file: `20261130-201500`.
  func stamp(in zone: Zone) -> String {
    let digits = text(in: zone, .en).filter { $0.isASCII && $0.isNumber }
    return "\(digits.prefix(8))-\(digits.suffix(6))"
  }
}
