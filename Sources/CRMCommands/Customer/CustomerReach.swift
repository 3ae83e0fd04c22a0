import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// Whose customers a count is of: all, mine, nobody's, those of a filter or a view.
enum CustomerReach {
  static let options: [Option] =
    [
      FieldCriteria.mine,
      Option(
        "unassigned", Label("Without owner", vi: "Chưa có chủ sở hữu"),
        heading: FieldCriteria.heading),
    ] + ListCommand.selecting(.customer)

  static func query(_ session: Session, _ reader: Reader) throws -> Query {
    var query = try Selection.query(.customer, session, reader) ?? Query(.customer)
    if session.invocation.has("mine") {
      query.conditions.append(Criterion.mine(Catalogue.entity(.customer), session))
    }
    if session.invocation.has("unassigned") { query.conditions.append(Criterion.isEmpty("owner")) }
    return query
  }

  /// Returns a part of a whole as a percentage of one decimal, times 10,000 like all of them.
  static func percent(_ part: Int, of whole: Int) -> Value {
    guard whole > 0 else { return .integer(0) }
    return .integer(Int64((2000 * part + whole) / (2 * whole)) * 1000)
  }
}
