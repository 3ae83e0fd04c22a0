import CRMTables
import CRMValues
import Foundation
import GRDB

/// A consistent copy of a database beside it, readable by the owner of the database only.
struct DatabaseCopy {
  let path: String

  /// Copies the database as it was last committed, while the caller keeps others from writing. The
  /// copy has its name only once it is complete and on the disk.
  ///
  /// - Parameter format: that of the database, which the name of the copy says; where that name is
  ///   taken, the next free number follows.
  /// - Throws: ``CRMError`` of kind database where there is no room or no right.
  static func make(of database: String, _ format: Int) throws -> DatabaseCopy {
    // Beside the file itself, not beside a link to it: that is where its owner may write.
    let original = URL(fileURLWithPath: database).resolvingSymlinksInPath().path
    let wanted = original + DatabaseFiles.copySuffix(format)
    let unfinished = DatabaseCopy(path: wanted + ".unfinished")
    do {
      // One that was left by a copy that was killed: nobody else is copying.
      unfinished.remove()
      try unfinished.makeFile(like: original)
      try unfinished.fill(from: original)
      let copy = DatabaseCopy(path: free(wanted))
      guard rename(unfinished.path, copy.path) == 0 else { throw POSIXError.last }
      syncFolder(of: copy.path)
      return copy
    } catch {
      unfinished.remove()
      try Interruption.check()
      throw UpgradeFailure.noCopy(of: database, wanted, error)
    }
  }

  /// Whether a path leads to a copy, by its name.
  static func isOne(_ path: String) -> Bool {
    DatabaseFiles.baseOfCopy(path) != nil
      || DatabaseFiles.baseOfCopy(FilePath.resolved(path)) != nil
  }

  /// Whether a file is also called like a copy in its folder: of one file with several names each
  /// changes with the others.
  static func isLinkedTo(_ path: String) -> Bool {
    let original = FilePath.resolved(path)
    var status = stat()
    guard stat(original, &status) == 0, status.st_nlink > 1 else { return false }
    let folder = (original as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { name in
      var other = stat()
      return DatabaseFiles.baseOfCopy(name) != nil && stat("\(folder)/\(name)", &other) == 0
        && other.st_ino == status.st_ino && other.st_dev == status.st_dev
    }
  }

  func remove() {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Makes the empty file, of the same owner as the database: root may do it for somebody.
  private func makeFile(like original: String) throws {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw POSIXError.last }
    defer { close(file) }
    var status = stat()
    if stat(original, &status) == 0 { _ = fchown(file, status.st_uid, status.st_gid) }
  }

  private func fill(from original: String) throws {
    let source = try Store.openQueue(original, mode: .reading, patience: Patience(seconds: 5))
    defer { try? source.close() }
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let target = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? target.close() }
    try source.inDatabase { from in
      try target.writeWithoutTransaction { to in
        try from.backup(to: to, pagesPerStep: 1 << 12) { _ in try Interruption.check() }
      }
    }
  }

  /// Returns the name, or with the first number from 2 on that makes it one of no file.
  private static func free(_ wanted: String) -> String {
    var name = wanted
    var number = 1
    var status = stat()
    while lstat(name, &status) == 0 {
      number += 1
      name = "\(wanted).\(number)"
    }
    return name
  }

  /// Puts the new name on the disk, too.
  private static func syncFolder(of path: String) {
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}

extension POSIXError {
  /// What the last call of the system went wrong with.
  fileprivate static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
