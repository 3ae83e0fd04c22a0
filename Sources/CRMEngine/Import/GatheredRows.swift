import CRMTables
import CRMValues
import GRDB

/// The rows of a table with those of one key together, at the place of the first of them; else in
/// the order of the table.
///
/// They are read to the end at once and wait in a temporary file that no one else can open, and
/// that is gone with the process, so that memory does not grow with the table.
final class GatheredRows: RowReader {
  let sheetName: String?
  private let rows: PreparedStatement
  private let queue: DatabaseQueue
  private let count: Int
  private var given = 0
  private var hasEnded = false

  /// - Parameters:
  ///   - key: what the rows of one group have in common; nil for a row that is a group of its own.
  ///   - watch: called before each row with how far everything is, from 0 to a half.
  init(
    _ rows: any RowReader, by key: (TableRow) -> String?, watch: (Double?) throws -> Void
  ) throws {
    sheetName = rows.sheetName
    // SQLite makes a file without a name of an empty path.
    queue = try DatabaseQueue(path: "")
    (count, self.rows) = try queue.inDatabase { db in
      // What is lost with the process needs no journal.
      try db.execute(sql: "PRAGMA journal_mode = OFF")
      try db.execute(
        sql: """
          CREATE TABLE gathered (
            place INTEGER PRIMARY KEY, first INTEGER NOT NULL, line INTEGER NOT NULL,
            cells TEXT NOT NULL
          );
          CREATE TABLE first (key TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
          """)
      let spread = try Spread(db)
      while let row = try rows.next() {
        if row.isBlank { continue }
        try watch(rows.progress.map { $0 / 2 })
        try spread.append(row, key(row))
      }
      return (Int(spread.count), try spread.gathered())
    }
  }

  var progress: Double? { count == 0 ? 1 : 0.5 + Double(given) / Double(count) / 2 }

  func next() throws -> TableRow? {
    guard !hasEnded else { return nil }
    return try queue.inDatabase { _ in
      guard try rows.step() else {
        hasEnded = true
        return nil
      }
      given += 1
      let line = Int(rows.integer(0))
      return rows.withBytes(1) { TableRow(line: line, packed: $0) }
    }
  }
}

/// The rows on their way into the file.
private final class Spread {
  private let db: Database
  private let insert: PreparedStatement
  private let find: PreparedStatement
  private let note: PreparedStatement
  private(set) var count: Int64 = 0
  private var key: String?
  private var first: Int64 = 0
  /// Whether rows of one key stand apart.
  private var isScattered = false
  private var bytes: [UInt8] = []

  init(_ db: Database) throws {
    self.db = db
    insert = try PreparedStatement(db, "INSERT INTO gathered VALUES (?, ?, ?, ?)")
    find = try PreparedStatement(db, "SELECT place FROM first WHERE key = ?")
    note = try PreparedStatement(db, "INSERT INTO first VALUES (?, ?)")
  }

  func append(_ row: TableRow, _ key: String?) throws {
    count += 1
    if key == nil || key != self.key {
      first = try self.first(of: key)
      self.key = key
    }
    bytes.removeAll(keepingCapacity: true)
    row.pack(into: &bytes)
    insert.bind(1, count)
    insert.bind(2, first)
    insert.bind(3, Int64(row.line))
    try bytes.withUnsafeBufferPointer { bytes in
      insert.bind(4, lasting: bytes)
      try insert.run()
    }
  }

  private func first(of key: String?) throws -> Int64 {
    guard let key else { return count }
    find.bind(1, key)
    if let place = try find.firstInteger() {
      isScattered = true
      return place
    }
    note.bind(1, key)
    note.bind(2, count)
    try note.run()
    return count
  }

  /// Returns a query of lines and cells.
  func gathered() throws -> PreparedStatement {
    if isScattered { try db.execute(sql: "CREATE INDEX gathered_by_first ON gathered(first)") }
    return try PreparedStatement(
      db, "SELECT line, cells FROM gathered ORDER BY \(isScattered ? "first, place" : "place")")
  }
}
