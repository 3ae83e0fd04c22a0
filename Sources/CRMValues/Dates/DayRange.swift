/// Reads a range of days. Both ends of the result belong to it.
///
/// Accepted are `2026-01-01..2026-06-30`, `..30/06/2026`, `2026-01-01..`, `<20/12/2026`, `<=`,
/// `>`, `>=`, one day, and periods, which may also be ends: `2026`, `2026-05`, `05/2026`,
/// `2026-q2`, `this-year`, `last-quarter`, `next-month`, `this-week` (weeks start on Monday),
/// `năm nay`, `quý trước`, `tháng sau`, `tuần này`, `năm ngoái`. A day is anything that
/// `parseDay` reads.
///
/// - Throws: a `CRMError` of kind `request` for what is no range of days.
public func parseDayRange(_ text: String, today: Day) throws -> Bounds<Day> {
  switch try RangeShape(text) {
  case .single(let value):
    let period = try parsePeriod(value, today: today)
    return Bounds(lower: period.lowerBound, upper: period.upperBound)
  case .below(let value, let included):
    let period = try parsePeriod(value, today: today)
    return Bounds(upper: included ? period.upperBound : period.lowerBound.adding(days: -1))
  case .above(let value, let included):
    let period = try parsePeriod(value, today: today)
    return Bounds(lower: included ? period.lowerBound : period.upperBound.adding(days: 1))
  case .between(let lower, let upper):
    let first = try lower.map { try parsePeriod($0, today: today).lowerBound }
    let last = try upper.map { try parsePeriod($0, today: today).upperBound }
    if let first, let last, first > last { throw CRMError.backwardRange(text) }
    return Bounds(lower: first, upper: last)
  }
}

/// Reads a year, quarter, month, week or day as its first and last day.
private func parsePeriod(_ text: String, today: Day) throws -> ClosedRange<Day> {
  if let period = try namedPeriod(text, today: today) { return period }
  let day = try parseDay(text, today: today)
  return day...day
}

/// Reads a year, quarter, month or week as its first and last day, nil for anything else.
func namedPeriod(_ text: String, today: Day) throws -> ClosedRange<Day>? {
  if let period = try periodOfNumbers(text) { return period }
  let words = String(folded(text).map { $0 == "-" ? " " : $0 })
  return periodOfWords(words, today: today)
}
