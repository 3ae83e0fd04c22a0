import CRMValues
import GRDB

/// One check at work on what it found in a round.
struct Mending {
  let writer: Writer
  let path: String
  /// Whether nothing is to stay of it.
  let isTried: Bool
  let round: Int
  let place: Int

  private var found: String {
    "FROM \(FaultTable.name) WHERE round = \(round) AND place = \(place) "
      + "AND state = '\(Fault.State.mendable.rawValue)'"
  }

  /// Returns a query of the records of a kind, or rows of a table, that are to be mended, in
  /// parentheses.
  func ids(of subject: String, field: String? = nil) -> String {
    "(SELECT record \(found) AND subject = '\(subject)'"
      + (field.map { " AND field = '\($0)'" } ?? "") + ")"
  }

  /// Returns in which kinds, tables and fields something is to be mended.
  func places() throws -> [(subject: String, field: String?)] {
    let find = try writer.cache.prepared("SELECT DISTINCT subject, field \(found) ORDER BY 1, 2")
    var places: [(String, String?)] = []
    while try find.step() { places.append((find.text(0) ?? "", find.text(1))) }
    return places
  }

  /// Runs a statement.
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
