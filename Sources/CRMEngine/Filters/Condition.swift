/// A condition in SQL.
///
/// Where a condition is neither true nor false it counts as false. That carries through AND and
/// OR; only negation has to know.
struct Condition {
  let fragment: SQLFragment
  /// Whether it is true or false of every row, never null.
  let isDecided: Bool
  /// The opposite, where there is a better way to say it than NOT.
  private let opposite: SQLFragment?

  init(_ fragment: SQLFragment, isDecided: Bool = false, opposite: SQLFragment? = nil) {
    self.fragment = fragment
    self.isDecided = isDecided
    self.opposite = opposite
  }

  /// Returns the condition that a column holds something. SQLite looks for empty ones in an
  /// index where it reads IS NULL, not where it reads NOT (… IS NOT NULL).
  static func isFilled(_ column: SQLFragment) -> Condition {
    Condition("\(column) IS NOT NULL", isDecided: true, opposite: "\(column) IS NULL")
  }

  static let never = Condition("0", isDecided: true)

  var negated: Condition {
    if let opposite { return Condition(opposite, isDecided: true) }
    return isDecided
      ? Condition("NOT (\(fragment))", isDecided: true)
      : Condition("(\(fragment)) IS NOT TRUE", isDecided: true)
  }

  static func all(_ parts: [Condition]) -> Condition {
    Condition(.joined(parts.map(\.fragment), by: "AND"), isDecided: parts.allSatisfy(\.isDecided))
  }

  static func any(_ parts: [Condition]) -> Condition {
    Condition(.joined(parts.map(\.fragment), by: "OR"), isDecided: parts.allSatisfy(\.isDecided))
  }

  /// Returns membership in a list of values; equality where there is one.
  static func member(_ column: SQLFragment, of values: [Value]) -> Condition {
    switch values.count {
    case 0: return .never
    case 1: return Condition("\(column) = \(values[0])")
    default: return Condition("\(column) IN (\(SQLFragment.list(values)))")
    }
  }
}
