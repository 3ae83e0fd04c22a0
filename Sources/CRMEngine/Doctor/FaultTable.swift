import CRMValues

/// What was found so far, in a temporary table: of a damaged database that may be as much as there
/// are records. Each round looks at everything anew.
struct FaultTable {
  static let name = "temp.doctor_fault"

  private let cache: StatementCache

  init(_ cache: StatementCache) { self.cache = cache }

  /// Makes the table, empty.
  func make() throws {
    try cache.db.execute(
      sql: """
        DROP TABLE IF EXISTS \(FaultTable.name);
        CREATE TEMP TABLE doctor_fault (
          id INTEGER PRIMARY KEY, round INTEGER, place INTEGER, state TEXT, subject TEXT,
          record INTEGER, code TEXT, field TEXT, found TEXT, wanted TEXT, same TEXT);
        CREATE INDEX temp.doctor_fault_by_same ON doctor_fault (place, same, round);
        """)
  }

  /// Appends a fault.
  ///
  /// - Parameter same: what makes it the same as one of another round.
  func append(
    round: Int, place: Int, _ state: Fault.State, _ subject: String, _ record: Int64?,
    _ texts: [String?], same: String
  ) throws {
    let insert = try cache.statement(
      "INSERT INTO \(FaultTable.name) (round, place, state, subject, record, code, field, found, "
        + "wanted, same) VALUES (?,?,?,?,?,?,?,?,?,?)")
    insert.bind(1, Int64(round))
    insert.bind(2, Int64(place))
    insert.bind(3, state.rawValue)
    insert.bind(4, subject)
    insert.bind(5, record.map(Value.integer) ?? .null)
    for (index, text) in texts.enumerated() {
      insert.bind(Int32(6 + index), text.map(Value.text) ?? .null)
    }
    insert.bind(10, same)
    try insert.run()
  }

  /// Returns how many faults of a round, and of one check of it, can be mended.
  func mendable(round: Int, place: Int? = nil) throws -> Int64 {
    let count = try cache.prepared(
      "SELECT count(*) FROM \(FaultTable.name) WHERE round = ?1 AND state = ?2 "
        + "AND (?3 IS NULL OR place = ?3)")
    count.bind(1, Int64(round))
    count.bind(2, Fault.State.mendable.rawValue)
    count.bind(3, place.map { .integer(Int64($0)) } ?? .null)
    return try count.firstInteger() ?? 0
  }

  /// Hands over every fault of any round once, in the order of the checks.
  ///
  /// - Parameter last: the last round: what it did not find any more has been mended.
  func each(
    last: Int, _ body: (_ place: Int, _ state: Fault.State, _ texts: [String?]) throws -> Void
  ) throws {
    let rows = try cache.prepared(
      """
      SELECT place, state, subject, code, field, found, wanted, round = ?1 OR EXISTS (
        SELECT 1 FROM \(FaultTable.name) l
        WHERE l.place = f.place AND l.same = f.same AND l.round = ?1)
      FROM \(FaultTable.name) f WHERE NOT EXISTS (
        SELECT 1 FROM \(FaultTable.name) e
        WHERE e.place = f.place AND e.same = f.same AND (e.round, e.id) < (f.round, f.id))
      ORDER BY place, id
      """)
    rows.bind(1, Int64(last))
    while try rows.step() {
      var state = rows.text(1).flatMap(Fault.State.init) ?? .left
      if last > 1, state == .mendable { state = rows.integer(7) == 1 ? .left : .mended }
      try body(Int(rows.integer(0)), state, (2...6).map { rows.text(Int32($0)) })
    }
  }
}
