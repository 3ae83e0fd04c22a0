import CRMValues

/// A range of stored values.
struct ValueRange {
  let lower: Value?
  let upper: Value?
  let lowerIncluded: Bool
  let upperIncluded: Bool

  init<Bound>(_ bounds: Bounds<Bound>, _ stored: (Bound) -> Value) {
    lower = bounds.lower.map(stored)
    upper = bounds.upper.map(stored)
    lowerIncluded = bounds.lowerIncluded
    upperIncluded = bounds.upperIncluded
  }

  /// Returns the condition that a column's value lies in the range.
  func condition(_ column: SQLFragment) -> SQLFragment {
    switch (lower, upper) {
    case (nil, nil): return "\(column) IS NOT NULL"
    case (let lower?, nil): return "\(column) \(raw: lowerIncluded ? ">=" : ">") \(lower)"
    case (nil, let upper?): return "\(column) \(raw: upperIncluded ? "<=" : "<") \(upper)"
    case (let lower?, let upper?):
      if lower == upper && lowerIncluded && upperIncluded { return "\(column) = \(lower)" }
      if lowerIncluded && upperIncluded { return "\(column) BETWEEN \(lower) AND \(upper)" }
      return "\(column) \(raw: lowerIncluded ? ">=" : ">") \(lower) "
        + "AND \(column) \(raw: upperIncluded ? "<=" : "<") \(upper)"
    }
  }

  /// Whether a range of integers holds the number.
  func contains(_ number: Int64) -> Bool {
    if let lower = lower?.integer, lowerIncluded ? number < lower : number <= lower {
      return false
    }
    if let upper = upper?.integer, upperIncluded ? number > upper : number >= upper {
      return false
    }
    return true
  }
}

extension SQLFragment {
  static func + (left: SQLFragment, right: SQLFragment) -> SQLFragment {
    "\(left)\(right)"
  }
}
