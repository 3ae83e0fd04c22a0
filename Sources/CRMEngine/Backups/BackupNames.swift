import CRMTables
import CRMValues
import Foundation

/// The names of backups that are made again and again, `crm-20261130-201500.sqlite` of
/// `crm.sqlite`: the moment stands before the extension.
package struct BackupNames {
  /// The folder with the slash behind it, empty for the current one.
  private let folder: String
  private let beginning: String
  private let ending: String

  /// - Parameter pattern: the path without the moment.
  package init(_ pattern: String) {
    let (folder, name) = FilePath.split(pattern)
    self.folder = folder
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
    beginning = name[..<dot] + "-"
    ending = String(name[dot...])
  }

  /// Returns the path of a backup.
  ///
  /// - Parameters:
  ///   - moment: when it is made, as `20261130-201500`.
  ///   - number: which of that moment, from 1 on.
  func path(_ moment: String, _ number: Int) -> String {
    folder + beginning + moment + (number > 1 ? "-\(number)" : "") + ending
  }

  /// When a backup of this form was made, and which of that moment it is.
  private func place(_ name: String) -> (moment: Substring, number: Int)? {
    guard name.hasPrefix(beginning), name.hasSuffix(ending),
      name.utf8.count > beginning.utf8.count + ending.utf8.count
    else { return nil }
    let middle = name.dropFirst(beginning.count).dropLast(ending.count)
    guard let match = middle.wholeMatch(of: /([0-9]{8}-[0-9]{6})(?:-([1-9][0-9]{0,8}))?/) else {
      return nil
    }
    let number = match.2.flatMap { Int($0) } ?? 1
    return match.2 == nil || number > 1 ? (match.1, number) : nil
  }

  /// Removes all but the newest backups of this form; nothing that is no backup of ours.
  ///
  /// - Parameters:
  ///   - count: how many stay, the one that was just made among them.
  ///   - made: the path of that one.
  ///   - database: the database that is open, whatever it is called.
  /// - Returns: what was removed, oldest first.
  /// - Throws: ``CRMError`` where one cannot be removed; those before it are.
  func prune(to count: Int, keeping made: String, _ database: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    let others = names.compactMap { name in place(name).map { (name: name, place: $0) } }
      .sorted { $0.place < $1.place }
      .map { folder + $0.name }
      .filter { path in
        !FilePath.isSame(path, made) && !FilePath.isSame(path, database) && BackupFile.isOne(path)
      }
    let doomed = others.dropLast(count - 1)
    for path in doomed where unlink(path) != 0 && errno != ENOENT {
      throw CRMError.cannotWrite(path, errno)
    }
    return Array(doomed)
  }
}
