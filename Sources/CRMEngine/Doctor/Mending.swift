import CRMValues
import GRDB

/// One check at work on what it found in a round.
struct Mending {
  let writer: Writer
  let path: String
  /// Whether nothing is to stay of it.
  let isTried: Bool

  private static let table = "temp.doctor_mended"

  /// Takes over what a check found, into a temporary table that statements can ask.
  init(
    _ writer: Writer, _ path: String, isTried: Bool, _ faults: FaultTable, round: Int, place: Int
  ) throws {
    self.writer = writer
    self.path = path
    self.isTried = isTried
    try run(
      "CREATE TEMP TABLE IF NOT EXISTS doctor_mended "
        + "(subject TEXT, record INTEGER, field TEXT, wanted TEXT); DELETE FROM \(Mending.table)")
    let insert = try writer.cache.statement("INSERT INTO \(Mending.table) VALUES (?,?,?,?)")
    try faults.eachMendable(round: round, place: place) { subject, record, field, wanted in
      insert.bind(1, subject)
      insert.bind(2, record.map(Value.integer) ?? .null)
      insert.bind(3, field.map(Value.text) ?? .null)
      insert.bind(4, wanted.map(Value.text) ?? .null)
      try insert.run()
    }
  }

  /// Returns a query of the records of a kind, or rows of a table, that are to be mended, in
  /// parentheses.
  func ids(of subject: String, field: String? = nil) -> String {
    "(SELECT record FROM \(Mending.table) WHERE subject = '\(subject)'"
      + (field.map { " AND field = '\($0)'" } ?? "") + ")"
  }

  /// Returns in which kinds, tables and fields something is to be mended, and what should be there:
  /// the greatest of several.
  func places() throws -> [(subject: String, field: String?, wanted: String?)] {
    let find = try writer.cache.prepared(
      "SELECT subject, field, max(wanted) FROM \(Mending.table) GROUP BY 1, 2 ORDER BY 1, 2")
    var places: [(String, String?, String?)] = []
    while try find.step() { places.append((find.text(0) ?? "", find.text(1), find.text(2))) }
    return places
  }

  /// Returns the kinds in which something is to be mended.
  func entities() throws -> [Entity] {
    Set(try places().map(\.subject)).sorted().compactMap {
      writer.catalogue.kind(named: $0).map(writer.entity)
    }
  }

  /// Runs statements.
  func run(_ sql: String) throws { try writer.cache.db.execute(sql: sql) }

  /// Carries out what may fail by itself and then leaves nothing.
  func apart(_ body: () throws -> Void) throws {
    do {
      try writer.cache.db.inSavepoint {
        try body()
        return .commit
      }
    } catch let error as DatabaseError where Examination.isOfTheData(error) {
      // It is looked for again, and told of as left.
    } catch let error as CRMError where error.isRefusal {}
  }
}
