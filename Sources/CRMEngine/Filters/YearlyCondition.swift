import CRMValues

extension FilterCompiler {
  /// Returns the condition that a birthday or founding day answers a question.
  ///
  /// A typed day without a year compares day and month, one with a year the whole date.
  /// Relative days and periods (`today`, `this-month`) mean the days that come round then,
  /// `month 12` the whole month.
  func yearlyCondition(_ field: Field, _ question: Question) throws -> Condition {
    switch question {
    case .equals(let literal): return try comesRound(field, literal)
    case .isIn(let literals): return .any(try literals.map { try comesRound(field, $0) })
    case .isWithin(let literal): return due(field, try distance(literal, field.name))
    case .ordered(let symbol, let literal):
      return try located(literal, field.name) { text in
        if let day = try? YearlyDay.parse(text), day.year == nil {
          return Condition("\(monthDay(field)) \(raw: symbol.rawValue) \(Value.text(day.monthDay))")
        }
        let days = try parseDayRange(symbol.rawValue + text, today: context.moment.today)
        return dated(field, days)
      }
    case .contains: throw unfit(question, field.name, Self.noText)
    case .isPresent: return present(column(field))
    }
  }

  private func comesRound(_ field: Field, _ literal: Literal) throws -> Condition {
    try located(literal, field.name) { text in
      if let range = try monthDays(text) { return self.range(field, range) }
      let days = try parseDayRange(text, today: context.moment.today)
      guard let first = days.lower, let last = days.upper, !Self.hasYear(text) else {
        return dated(field, days)
      }
      return due(field, first...last)
    }
  }

  /// Reads a day or month without a year, or a range of them, which may run over the year's end.
  private func monthDays(_ text: String) throws -> (first: String, last: String)? {
    let ends: [String]
    if let dots = text.firstRange(of: "..") {
      ends = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
    } else {
      ends = [text]
    }
    var days: [(first: String, last: String)] = []
    for end in ends {
      if let month = Self.month(end) {
        days.append(("\(month)-01", "\(month)-31"))
        continue
      }
      guard !Self.hasYear(end), end.contains(where: \.isNumber),
        Self.isDayAndMonth(end)
      else { return nil }
      let day = try YearlyDay.parse(end).monthDay
      days.append((day, day))
    }
    guard let first = days.first, let last = days.last else { return nil }
    return (first.first, last.last)
  }

  /// Reads `month 12` or `tháng 12`, of whatever year, as two digits.
  private static func month(_ text: String) -> String? {
    let words = folded(text).split(separator: " ")
    guard words.count == 2, ["month", "thang"].contains(words[0]), let number = Int(words[1]),
      (1...12).contains(number)
    else { return nil }
    return number < 10 ? "0\(number)" : "\(number)"
  }

  /// Tells whether a text is digits and separators only, as in `20/12` or `--12-20`.
  private static func isDayAndMonth(_ text: String) -> Bool {
    cleaned(text).utf8.allSatisfy {
      $0 &- 0x30 < 10 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
  }

  /// Tells whether four digits in a row occur, but for `--1220`.
  private static func hasYear(_ text: String) -> Bool {
    if text.hasPrefix("--") { return false }
    var run = 0
    for byte in text.utf8 {
      run = byte &- 0x30 < 10 ? run + 1 : 0
      if run == 4 { return true }
    }
    return false
  }

  /// Returns the condition that day and month lie between two, over the year's end where the
  /// second is the smaller.
  private func range(
    _ field: Field, _ range: (first: String, last: String), and more: String? = nil
  ) -> Condition {
    var pieces = [range]
    if range.first > range.last { pieces = [(range.first, "12-31"), ("01-01", range.last)] }
    if let more { pieces.append((more, more)) }
    if pieces.count == 1 { return Condition(piece(field, range)) }
    // SQLite scans for several ranges joined by OR; each by itself is found by the index.
    let inner = nested(entity)
    let selects = pieces.map { piece -> SQLFragment in
      """
      SELECT \(raw: inner.alias).id FROM \(raw: entity.table) \(raw: inner.alias) \
      WHERE \(inner.piece(field, piece))
      """
    }
    return Condition(
      "\(raw: alias).id IN (\(SQLFragment.joined(selects, " UNION ALL ")))", isDecided: true)
  }

  private func piece(_ field: Field, _ range: (first: String, last: String)) -> SQLFragment {
    let day = monthDay(field)
    let first = Value.text(range.first)
    if range.first == range.last { return "\(day) = \(first)" }
    return "\(day) BETWEEN \(first) AND \(Value.text(range.last))"
  }

  /// Compares whole dates; what has no year is outside of every range.
  private func dated(_ field: Field, _ days: Bounds<Day>) -> Condition {
    let column = column(field)
    if let day = days.onlyValue {
      let monthDay = Value.text(YearlyDay(day).monthDay)
      // The plus keeps SQLite from putting the date into the expression the index is on.
      return Condition(
        "\(self.monthDay(field)) = \(monthDay) AND +\(column) = \(Value.text(day.iso))")
    }
    let first = Bounds(lower: days.lower ?? .first, upper: days.upper)
    return Condition(ValueRange(first) { .text($0.iso) }.condition(column))
  }

  /// Returns the condition that the day comes round within some days of the calendar.
  private func due(_ field: Field, _ days: ClosedRange<Day>) -> Condition {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first.adding(months: 12) <= last { return present(column(field)) }
    let range = (YearlyDay(first).monthDay, YearlyDay(last).monthDay)
    let leapDay = YearlyDay(year: nil, month: 2, day: 29)
    let isDue = (first.year...last.year).contains { year in
      leapDay?.occurrence(in: year, leapDayFallsOn: context.leapDay).map(days.contains) ?? false
    }
    let text = "02-29"
    let isInside =
      range.0 <= range.1 ? range.0 <= text && text <= range.1 : range.0 <= text || text <= range.1
    if isDue && !isInside { return self.range(field, range, and: text) }
    let plain = self.range(field, range)
    if isDue || !isInside { return plain }
    return .all([plain, Condition("\(monthDay(field)) <> \(Value.text(text))")])
  }

  /// The expression that the index is on.
  private func monthDay(_ field: Field) -> SQLFragment { "substr(\(column(field)), -5)" }
}
