import CRMValues

extension FilterCompiler {
  /// Returns the condition that a number answers a question.
  ///
  /// - Parameter kind: integer, decimal, percent, money or duration: how values are typed.
  func numberCondition(
    _ number: SQLFragment, _ kind: FieldKind, _ question: Question, _ name: String
  ) throws -> Condition {
    guard let ranges = try numberRanges(kind, question, name) else {
      return .isFilled(number)
    }
    return .any(ranges.map { Condition($0.condition(number)) })
  }

  /// Returns the ranges that a question allows a number, nil where any number will do.
  func numberRanges(
    _ kind: FieldKind, _ question: Question, _ name: String
  ) throws -> [ValueRange]? {
    func range(_ literal: Literal) throws -> ValueRange {
      ValueRange(
        try located(literal, name) { try parseRange($0) { try Self.number($0, kind) } },
        Value.integer)
    }
    switch question {
    case .equals(let literal): return [try range(literal)]
    case .isIn(let literals): return try literals.map(range)
    case .ordered(let symbol, let literal):
      let number = try located(literal, name) { try Self.number($0, kind) }
      return [ValueRange(Self.bounds(symbol, number), Value.integer)]
    case .isPresent: return nil
    case .contains: throw unfit(question, name, Self.noText)
    case .isWithin: throw unfit(question, name, Self.noDate)
    }
  }

  /// Reads a number as a kind of field stores it.
  private static func number(_ text: String, _ kind: FieldKind) throws -> Int64 {
    switch kind {
    case .money: return try Money.parse(text)
    case .decimal, .percent: return try Decimal4.parse(text).scaled
    case .duration: return try TimeSpan.parse(text).seconds
    default: return try parseWholeNumber(text)
    }
  }

  /// Returns the range of what stands in an order to a value.
  static func bounds<Bound>(_ symbol: Comparison.Symbol, _ value: Bound) -> Bounds<Bound> {
    switch symbol {
    case .less: return Bounds(upper: value, upperIncluded: false)
    case .atMost: return Bounds(upper: value)
    case .greater: return Bounds(lower: value, lowerIncluded: false)
    case .atLeast: return Bounds(lower: value)
    case .equals, .differs, .contains, .lacks: return .exactly(value)
    }
  }
}
