import CRMTestSupport
import CRMValues
import Foundation
import GRDB

@testable import CRMCore
@testable import CRMEngine

/// A temporary folder, gone with the last reference to it.
final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "crm-core-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// The names of what is in it, sorted.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

/// A database of a released version, opened, and so upgraded, by this one.
final class ReleasedDatabase {
  let folder: TemporaryFolder
  let store: Store
  private let raw: DatabaseQueue

  init(_ released: Released) throws {
    folder = try TemporaryFolder()
    try released.write(to: folder.file("crm.db"))
    store = try Store.open(at: folder.file("crm.db"), mode: .writing)
    raw = try DatabaseQueue(path: folder.file("crm.db"))
  }

  deinit {
    try? raw.close()
    store.close()
  }

  func shape() throws -> SchemaShape { try raw.read { try SchemaShape($0) } }

  func execute(_ sql: String) throws { try raw.write { try $0.execute(sql: sql) } }
}

extension Configuration {
  /// As tables are rebuilt.
  static var withoutForeignKeys: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    return configuration
  }
}
