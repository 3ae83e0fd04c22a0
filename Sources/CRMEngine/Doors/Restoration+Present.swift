import CRMValues
import GRDB

extension Restoration {
  /// The database that is there, beside the backup that is to take its place.
  public struct Present: Sendable {
    public enum History: Sendable, Equatable {
      /// All of its operations are in the backup.
      case contained
      /// The backup is of before so many of its last operations.
      case longer(by: Int64)
      /// It has gone another way than the backup, or is another company's.
      case other
    }

    /// How many operations it holds, and when the newest was.
    public let operations: Int
    public let newest: Instant?
    public let history: History
  }

  /// Looks at the database that is there; nil where there is none that can be read.
  static func present(
    _ path: String, beside backup: Database, _ timeout: Double
  ) throws -> Present? {
    do {
      let queue = try Store.openQueue(path, mode: .reading, patience: Patience(seconds: timeout))
      defer { try? queue.close() }
      return try queue.inDatabase { db in
        let there = try Extent(db)
        return Present(
          operations: there.count, newest: there.newest,
          history: try history(of: db, there, beside: backup, Extent(backup)))
      }
    } catch is DatabaseError { return nil }
  }

  /// The numbers of operations follow one another, so the last that both could have tells whether
  /// they have gone the same way up to it.
  private static func history(
    of db: Database, _ there: Extent, beside backup: Database, _ extent: Extent
  ) throws -> Present.History {
    let common = min(there.last, extent.last)
    func row(_ db: Database) throws -> Row? {
      try Row.fetchOne(
        db, sql: "SELECT time, actor, command FROM operation WHERE id = ?", arguments: [common])
    }
    guard try row(db) == row(backup) else { return .other }
    return there.last > extent.last ? .longer(by: there.last - extent.last) : .contained
  }

  /// How far the log of a database goes.
  struct Extent {
    let count: Int
    let newest: Instant?
    let last: Int64

    init(_ db: Database) throws {
      let row = try Row.fetchOne(db, sql: "SELECT count(*), max(time), max(id) FROM operation")
      count = row?[0] ?? 0
      newest = (row?[1] as Int64?).map { Instant(seconds: $0) }
      last = row?[2] ?? 0
    }
  }
}
