import CRMCore
import CRMEngine
import CRMValues
import Foundation
import Synchronization

/// New databases for tests, made once and copied: making one costs more than most tests.
public enum NewDatabase {
  private struct Wanted: Hashable {
    let language: Language
    let login: String
    let now: Instant
  }

  private static let made = Mutex<[Wanted: Data]>([:])

  /// Opens a new database at a path, as `crm init` makes it.
  public static func store(
    at path: String, _ language: Language, as login: String, at moment: Moment
  ) throws -> Store {
    let wanted = Wanted(language: language, login: login, now: moment.now)
    let file = try made.withLock { made in
      if let file = made[wanted] { return file }
      let file = try contents(wanted, moment)
      made[wanted] = file
      return file
    }
    try file.write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    return try Store.open(at: path, mode: .writing)
  }

  private static func contents(_ wanted: Wanted, _ moment: Moment) throws -> Data {
    let folder = NSTemporaryDirectory() + "crm-new-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/crm.sqlite"
    try Store.create(
      at: path, language: wanted.language, as: Actor(login: wanted.login), at: moment
    ).close()
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }
}
