import CRMValues
import GRDB

/// What was found so far. Of a damaged database that may be as much as there are records, so it
/// stands in a temporary database of its own: SQLite writes nothing more, not even temporary tables,
/// in a transaction that has met a damaged page.
final class FaultTable {
  private let queue: DatabaseQueue
  /// The last round in which something was moved.
  private var movesIn = 0

  init() throws {
    // Without a name it is a file that is gone with the connection, and in memory while it is small.
    queue = try DatabaseQueue(path: "")
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF;
          CREATE TABLE fault (
            id INTEGER PRIMARY KEY, round INTEGER, place INTEGER, state TEXT, subject TEXT,
            record INTEGER, code TEXT, field TEXT, found TEXT, wanted TEXT, same TEXT);
          CREATE INDEX fault_by_same ON fault (place, same, round);
          CREATE TABLE moved (
            round INTEGER, subject TEXT, field TEXT, holder INTEGER, by INTEGER);
          CREATE INDEX moved_by_holder ON moved (holder, subject, field, round);
          """)
    }
  }

  /// Appends a fault.
  ///
  /// - Parameter same: what makes it the same as one of another round.
  func append(
    round: Int, place: Int, _ state: Fault.State, _ subject: String, _ record: Int64?,
    _ texts: [String?], same: String
  ) throws {
    let values: [(any DatabaseValueConvertible)?] =
      [round, place, state.rawValue, subject, record] + texts + [same]
    try queue.writeWithoutTransaction { db in
      try db.cachedStatement(
        sql: "INSERT INTO fault (round, place, state, subject, record, code, field, found, wanted, "
          + "same) VALUES (?,?,?,?,?,?,?,?,?,?)"
      ).execute(arguments: StatementArguments(values))
    }
  }

  /// Notes by how much the mending of a part will move what its document sums.
  func move(_ subject: String, _ field: String, of holder: Int64, by number: Int64, round: Int)
    throws
  {
    movesIn = round
    try queue.writeWithoutTransaction { db in
      try db.cachedStatement(sql: "INSERT INTO moved VALUES (?,?,?,?,?)")
        .execute(arguments: [round, subject, field, holder, number])
    }
  }

  /// Returns by how much the mending of a document's parts will move the sum of a field of theirs.
  func moved(_ subject: String, _ field: String, of holder: Int64, round: Int) throws -> Int64 {
    guard movesIn == round else { return 0 }
    return try queue.read { db in
      try Int64.fetchOne(
        db.cachedStatement(
          sql: "SELECT sum(by) FROM moved WHERE holder = ? AND subject = ? AND field = ? "
            + "AND round = ?"), arguments: [holder, subject, field, round]) ?? 0
    }
  }

  /// Returns how many faults of a round, and of one check of it, can be mended.
  func mendable(round: Int, place: Int? = nil) throws -> Int {
    try queue.read { db in
      try Int.fetchOne(
        db,
        sql:
          "SELECT count(*) FROM fault WHERE round = ? AND state = ? AND (?3 IS NULL OR place = ?3)",
        arguments: [round, Fault.State.mendable.rawValue, place]) ?? 0
    }
  }

  /// Hands over where something of a check can be mended, and what should be there.
  func eachMendable(
    round: Int, place: Int,
    _ body: (_ subject: String, _ record: Int64?, _ field: String?, _ wanted: String?) throws ->
      Void
  ) throws {
    try queue.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT subject, record, field, wanted FROM fault WHERE round = ? AND place = ? "
          + "AND state = ? ORDER BY id",
        arguments: [round, place, Fault.State.mendable.rawValue])
      while let row = try rows.next() { try body(row[0], row[1], row[2], row[3]) }
    }
  }

  /// Hands over every fault of any round once, in the order of the checks.
  ///
  /// - Parameter last: the last round: what it did not find any more has been mended.
  func each(
    last: Int, _ body: (_ place: Int, _ state: Fault.State, _ texts: [String?]) throws -> Void
  ) throws {
    try queue.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT place, state, round = ?1 OR EXISTS (SELECT 1 FROM fault l
            WHERE l.place = f.place AND l.same = f.same AND l.round = ?1),
          subject, code, field, found, wanted FROM fault f WHERE NOT EXISTS (SELECT 1 FROM fault e
            WHERE e.place = f.place AND e.same = f.same AND (e.round, e.id) < (f.round, f.id))
          ORDER BY place, id
          """, arguments: [last])
      while let row = try rows.next() {
        var state = Fault.State(rawValue: row[1]) ?? .left
        if last > 1, state == .mendable { state = row[2] == 1 ? .left : .mended }
        try body(row[0], state, (3...7).map { row[$0] })
      }
    }
  }
}
