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
  /// - Parameters:
  ///   - suffix: what follows the name of the database; where that is taken, the next free number
  ///     follows.
  ///   - source: a connection of its own that reads the database.
  /// - Throws: `DatabaseError` or ``CRMError`` where there is no room or no right.
  static func make(of database: String, _ suffix: String, from source: Database) throws
    -> DatabaseCopy
  {
    // Beside the file itself, not beside a link to it: that is where its owner may write.
    let original = FilePath.resolved(database)
    let wanted = original + suffix
    let file = try AtomicFile(
      path: wanted, replacing: false, permissions: 0o600, beside: original)
    do {
      file.takeOwner(of: original)
      try BackupFile.fill(file, from: source)
      return DatabaseCopy(path: try file.commit { "\(wanted).\($0)" })
    } catch {
      BackupFile.discard(file)
      throw error
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

  func remove() { unlink(path) }
}
