extension Expression {
  /// Returns the tree with other values, those in brackets included.
  func replacing(_ change: (Literal) -> Literal) -> Expression {
    switch self {
    case .all(let parts): return .all(parts.map { $0.replacing(change) })
    case .any(let parts): return .any(parts.map { $0.replacing(change) })
    case .not(let part): return .not(part.replacing(change))
    case .comparison(let comparison):
      let steps = comparison.path.steps.map { step in
        FieldPath.Step(
          step.name, condition: step.condition?.replacing(change), place: step.place)
      }
      return .comparison(Comparison(FieldPath(steps), comparison.test.replacing(change)))
    }
  }
}

extension Comparison.Test {
  fileprivate func replacing(_ change: (Literal) -> Literal) -> Comparison.Test {
    switch self {
    case .compare(let symbol, let literal): return .compare(symbol, change(literal))
    case .isIn(let literals): return .isIn(literals.map(change))
    case .isNotIn(let literals): return .isNotIn(literals.map(change))
    case .isWithin(let literal): return .isWithin(change(literal))
    case .isNotWithin(let literal): return .isNotWithin(change(literal))
    case .isEmpty, .isNotEmpty: return self
    }
  }
}
