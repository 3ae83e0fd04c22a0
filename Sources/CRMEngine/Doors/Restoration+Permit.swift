import CRMTables
import CRMValues
import Foundation
import GRDB

/// Who may put another database in the place of one.
extension Restoration {
  private enum Place { case missing, unusable, usable }

  /// Asks the database that is to be replaced whether the actor may; where there is none that could
  /// answer, its owner may.
  static func permit(
    _ catalogue: Catalogue, _ path: String, _ actor: Actor, _ moment: Moment, _ timeout: Double
  ) throws -> (isThere: Bool, upgrade: Upgrade?) {
    let place = try Store.guarded(path) { try Restoration.place(path, catalogue, timeout) }
    var silence: CRMError?
    if place == .usable {
      do {
        let store = try Store.open(catalogue, at: path, mode: .reading, timeout: timeout)
        defer { store.close() }
        try store.read(as: actor, at: moment) { try $0.permitWhole() }
        return (true, store.upgrade)
      } catch let error as CRMError where error.kind == .database { silence = error }
    }
    guard actor.origin == .owner else {
      throw RestoreFailure.nobodyToAsk(path, isThere: place != .missing, silence)
    }
    return (place != .missing, nil)
  }

  /// - Throws: ``CRMError`` for what is no file, a copy that is kept, or another program's; an error
  ///   of SQLite for what cannot be read or is in use.
  private static func place(
    _ path: String, _ catalogue: Catalogue, _ timeout: Double
  ) throws -> Place {
    guard FilePath.isTaken(FilePath.resolved(path)) else {
      if DatabaseCopy.isOne(path) { throw UpgradeFailure.isCopy(path) }
      return .missing
    }
    try Store.checkFile(path)
    do {
      let queue = try Store.openQueue(path, mode: .reading, patience: Patience(seconds: timeout))
      defer { try? queue.close() }
      return try queue.inDatabase { db in
        guard try Int.fetchOne(db, sql: "PRAGMA page_count") != 0 else { return .unusable }
        guard try Format.isOurs(db) else { throw DatabaseFailure.notOurs(path) }
        return (1...catalogue.migrations.current).contains(try Format.number(db))
          ? .usable : .unusable
      }
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    {
      return .unusable
    }
  }
}
