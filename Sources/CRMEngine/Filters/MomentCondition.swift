import CRMValues

extension FilterCompiler {
  /// Returns the condition that a time, stored as ``PlannedTime`` text, answers a question: by the
  /// days of the zone, or by the clock where a time is typed. Ranges of texts, so that an index on
  /// the column serves.
  func momentCondition(
    _ column: SQLFragment, _ question: Question, _ name: String
  ) throws -> Condition {
    guard let ranges = try timeRanges(question, name) else { return .isFilled(column) }
    return .any(
      ranges.map { range in
        switch range.storedBounds(in: context.moment.zone) {
        case .together(let times): return Self.condition(column, times)
        case .apart(let days, let moments):
          let length = Value.integer(Int64(PlannedTime.StoredBounds.dayLength))
          return .any([
            .all([Condition("length(\(column)) = \(length)"), Self.condition(column, days)]),
            .all([Condition("length(\(column)) > \(length)"), Self.condition(column, moments)]),
          ])
        }
      })
  }

  private static func condition(_ column: SQLFragment, _ texts: Bounds<String>) -> Condition {
    Condition(ValueRange(texts, Value.text).condition(column))
  }

  /// Returns the ranges of times that a question allows, nil where any time will do.
  private func timeRanges(_ question: Question, _ name: String) throws -> [TimeRange]? {
    let moment = context.moment
    func range(_ literal: Literal, _ symbol: String = "") throws -> TimeRange {
      try located(literal, name) {
        try TimeRange.parse(symbol + $0, now: moment.now, today: moment.today, in: moment.zone)
      }
    }
    switch question {
    case .equals(let literal): return [try range(literal)]
    case .isIn(let literals): return try literals.map { try range($0) }
    case .ordered(let symbol, let literal): return [try range(literal, symbol.rawValue)]
    case .isWithin, .isPresent, .contains:
      return try dayRanges(question, name).map { $0.map { TimeRange($0) } }
    }
  }
}
