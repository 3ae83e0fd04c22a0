import CRMCore
import CRMEngine

/// The comparisons that options of a list stand for.
enum Criterion {
  /// The field is one of the values.
  static func equals(_ field: String, _ values: [String]) -> Expression {
    let literals = values.map { Literal($0) }
    guard literals.count == 1, let only = literals.first else {
      return .comparison(Comparison(FieldPath(field), .isIn(literals)))
    }
    return .comparison(Comparison(FieldPath(field), .compare(.equals, only)))
  }

  static func equals(_ field: String, _ value: String) -> Expression { equals(field, [value]) }

  /// The acting user owns the record, or is to carry it out; kept in a view, whoever uses that.
  static func mine(_ entity: Entity, _ session: Session) -> Expression {
    let isKept = session.invocation.declares("save") && session.invocation.has("save")
    let fields = entity.fields.filter { $0.road == .owner || $0.road == .performer }.map(\.name)
    let conditions = fields.map { equals($0, isKept ? "me" : session.login) }
    return conditions.count == 1 ? conditions[0] : .any(conditions)
  }

  /// The field holds the text as a part, case and marks left out.
  static func contains(_ field: String, _ value: String) -> Expression {
    compare(field, .contains, value)
  }

  static func compare(
    _ field: String, _ symbol: Comparison.Symbol, _ value: String
  ) -> Expression {
    .comparison(Comparison(FieldPath(field), .compare(symbol, Literal(value))))
  }

  static func isEmpty(_ field: String) -> Expression {
    .comparison(Comparison(FieldPath(field), .isEmpty))
  }
}
