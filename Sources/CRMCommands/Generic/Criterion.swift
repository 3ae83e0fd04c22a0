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

  /// The acting user is to carry the record out, or owns one that nobody carries out; kept in a view,
  /// whoever uses that.
  static func mine(_ entity: Entity, _ session: Session) -> Expression {
    let isKept = session.invocation.declares("save") && session.invocation.has("save")
    let performers = entity.fields.filter { $0.road == .performer }
    let own = performers.isEmpty ? entity.fields.filter { $0.road == .owner } : performers
    let fields = own.map(\.name)
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

  /// The record is still to come, or being worked on.
  static func open(_ schedule: Schedule, _ entity: Entity) -> Expression {
    let choices = entity.field(schedule.status)?.choices(of: .open) ?? []
    return equals(schedule.status, choices.map(\.key))
  }

  static func isEmpty(_ field: String) -> Expression {
    .comparison(Comparison(FieldPath(field), .isEmpty))
  }
}
