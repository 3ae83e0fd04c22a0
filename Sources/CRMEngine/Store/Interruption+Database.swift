import CRMValues
import GRDB
import GRDBSQLite

extension Interruption {
  /// Has a signal end what runs long on a connection; its transaction is taken back.
  static func end(_ db: Database) {
    sqlite3_progress_handler(
      db.sqliteConnection, 4_000, { _ in Interruption.happened ? 1 : 0 }, nil)
  }
}
