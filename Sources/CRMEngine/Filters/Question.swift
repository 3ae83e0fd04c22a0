/// What a condition asks of a field, without its negation.
enum Question {
  case equals(Literal)
  case ordered(Comparison.Symbol, Literal)
  case contains(Literal)
  case isIn([Literal])
  case isWithin(Literal)
  case isPresent

  /// The first value, nil where there is none.
  var literal: Literal? {
    switch self {
    case .equals(let literal), .ordered(_, let literal), .contains(let literal),
      .isWithin(let literal):
      return literal
    case .isIn(let literals): return literals.first
    case .isPresent: return nil
    }
  }
}

extension Comparison.Test {
  /// The question, and whether the test is its opposite. Every test is true or false of every
  /// record, so that `!=` holds where there is no value at all.
  var question: (Question, isNegated: Bool) {
    switch self {
    case .compare(.equals, let value): return (Self.equals(value), value.text.isEmpty)
    case .compare(.differs, let value): return (Self.equals(value), !value.text.isEmpty)
    case .compare(.contains, let value): return (.contains(value), false)
    case .compare(.lacks, let value): return (.contains(value), true)
    case .compare(let symbol, let value): return (.ordered(symbol, value), false)
    case .isIn(let values): return (.isIn(values), false)
    case .isNotIn(let values): return (.isIn(values), true)
    case .isEmpty: return (.isPresent, true)
    case .isNotEmpty: return (.isPresent, false)
    case .isWithin(let value): return (.isWithin(value), false)
    case .isNotWithin(let value): return (.isWithin(value), true)
    }
  }

  /// `= ""` asks for what is empty.
  private static func equals(_ value: Literal) -> Question {
    value.text.isEmpty ? .isPresent : .equals(value)
  }
}
