import CRMTables
import CRMValues
import Foundation
import GRDB

/// Why no backup is made of a database, and what to do about it.
enum BackupFailure {
  /// Turns what a copy went wrong with into what a user can act on.
  ///
  /// - Parameters:
  ///   - path: the backup, as the user named it.
  ///   - database: what it is made of.
  static func error(_ error: any Error, _ path: String, of database: String) -> any Error {
    switch error {
    case let damage as Damage: return damaged(database, damage)
    case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
      return CRMError.cannotWrite(path, ENOSPC)
    case let error as DatabaseError where error.extendedResultCode == .SQLITE_IOERR_WRITE:
      return CRMError.cannotWrite(path, EIO)
    case let error as DatabaseError: return DatabaseFailure.error(error, path: database)
    default: return error
    }
  }

  private static func damaged(_ database: String, _ damage: Damage) -> CRMError {
    CRMError(
      .database, "\(database) is damaged, and no backup is made of it: \(damage.reason.en)",
      vi: "\(database) bị hỏng nên không sao lưu: \(damage.reason.vi)",
      hints: [
        Label(
          "Keep the backups you have, and put the newest in its place: crm restore FILE",
          vi: "Hãy giữ các bản sao lưu đang có và khôi phục bản mới nhất: crm restore TỆP")
      ])
  }

  /// What a copy went wrong with, as a part of a sentence.
  static func reason(_ error: any Error) -> Label {
    switch error {
    case let error as DatabaseError: Damage.said(error.message ?? "\(error.resultCode)")
    case let error as CRMError: error.message
    default: Label(same: "\(error)")
    }
  }
}
