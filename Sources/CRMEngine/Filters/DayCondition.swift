import CRMValues

extension FilterCompiler {
  /// Returns the condition that a day, stored as ISO text, answers a question.
  func dayCondition(
    _ column: SQLFragment, _ question: Question, _ name: String
  ) throws -> Condition {
    guard let ranges = try dayRanges(question, name) else {
      return .isFilled(column)
    }
    return .any(
      ranges.map { Condition(ValueRange($0) { .text($0.iso) }.condition(column)) })
  }

  /// Returns the condition that a moment, stored in seconds, answers a question: by the days of
  /// the zone, or by the clock where a time is typed.
  func instantCondition(
    _ column: SQLFragment, _ question: Question, _ name: String
  ) throws -> Condition {
    if let literal = question.literal, literal.text.contains(":") {
      return .any(
        try momentRanges(question, name).map { range in
          Condition(ValueRange(range) { .integer($0.seconds) }.condition(column))
        })
    }
    guard let ranges = try dayRanges(question, name) else {
      return .isFilled(column)
    }
    return .any(
      ranges.map { days in
        let moments = Bounds(
          lower: days.lower.map { Instant.startOfDay($0, in: context.moment.zone) },
          upper: days.upper.map {
            Instant.startOfDay($0.adding(days: 1), in: context.moment.zone)
          }, upperIncluded: false)
        return Condition(ValueRange(moments) { .integer($0.seconds) }.condition(column))
      })
  }

  /// Returns the ranges of days that a question allows, nil where any day will do.
  func dayRanges(_ question: Question, _ name: String) throws -> [Bounds<Day>]? {
    let today = context.moment.today
    func range(_ literal: Literal) throws -> Bounds<Day> {
      try located(literal, name) { try parseDayRange($0, today: today) }
    }
    switch question {
    case .equals(let literal): return [try range(literal)]
    case .isIn(let literals): return try literals.map(range)
    case .ordered(let symbol, let literal):
      return [
        try located(literal, name) { try parseDayRange(symbol.rawValue + $0, today: today) }
      ]
    case .isWithin(let literal):
      let days = try distance(literal, name)
      return [Bounds(lower: days.lowerBound, upper: days.upperBound)]
    case .isPresent: return nil
    case .contains: throw unfit(question, name, Self.noText)
    }
  }

  /// Returns the days from today to a distance, which may lie behind: `7d`, `2w`, `-1m`, `7`.
  func distance(_ literal: Literal, _ name: String) throws -> ClosedRange<Day> {
    let today = context.moment.today
    return try located(literal, name) { text in
      let isBehind = text.hasPrefix("-")
      let unsigned = isBehind || text.hasPrefix("+") ? String(text.dropFirst()) : text
      guard let distance = DayDistance(unsigned) ?? DayDistance(unsigned + "d") else {
        throw CRMError(
          .request, "“\(fitted(text, to: 60))” is not a number of days",
          vi: "“\(fitted(text, to: 60))” không phải là số ngày",
          hints: [Label("Write 7d, 2w or 1m.", vi: "Viết 7d, 2w hoặc 1m.")])
      }
      let day = today.adding(isBehind ? -distance : distance)
      return min(day, today)...max(day, today)
    }
  }

  private func momentRanges(_ question: Question, _ name: String) throws -> [Bounds<Instant>] {
    let zone = context.moment.zone
    func range(_ literal: Literal) throws -> Bounds<Instant> {
      try located(literal, name) { text in
        let bounds = try parseRange(text) { try Instant.parse($0, in: zone) }
        // A time without seconds is the whole minute.
        guard let moment = bounds.onlyValue, text.count(where: { $0 == ":" }) == 1 else {
          return bounds
        }
        return Bounds(
          lower: moment, upper: Instant(seconds: moment.seconds + 60), upperIncluded: false)
      }
    }
    switch question {
    case .equals(let literal): return [try range(literal)]
    case .isIn(let literals): return try literals.map(range)
    case .ordered(let symbol, let literal):
      let moment = try located(literal, name) { try Instant.parse($0, in: zone) }
      return [Self.bounds(symbol, moment)]
    case .isPresent: return []
    case .contains: throw unfit(question, name, Self.noText)
    case .isWithin: throw unfit(question, name, Self.noDate)
    }
  }
}
