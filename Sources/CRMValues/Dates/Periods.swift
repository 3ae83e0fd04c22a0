/// Returns the first and last day of `2026`, `2026-05`, `05/2026`, `2026-q2`, `q2/2026`; nil for
/// anything else.
///
/// - Throws: a `CRMError` of kind `request` for a month or quarter that does not exist.
func periodOfNumbers(_ text: String) throws -> ClosedRange<Day>? {
  let bytes = Array(text.utf8)
  if bytes.count == 4, let year = number(bytes[...]) {
    return try months(text, year: year, first: 1, count: 12)
  }
  guard
    let separator = bytes.firstIndex(where: {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
    })
  else { return nil }
  var year = bytes[..<separator]
  var part = bytes[(separator + 1)...]
  if year.count != 4 { (year, part) = (part, year) }
  guard year.count == 4, let year = number(year) else { return nil }
  if part.count == 2, let letter = part.first, letter | 0x20 == UInt8(ascii: "q") {
    guard let quarter = number(part.dropFirst()) else { return nil }
    guard (1...4).contains(quarter) else {
      throw CRMError(
        .request, "\(text) is not a quarter: a year has four",
        vi: "\(text) không phải là quý: một năm có bốn quý")
    }
    return try months(text, year: year, first: quarter * 3 - 2, count: 3)
  }
  guard part.count <= 2, let month = number(part) else { return nil }
  return try months(text, year: year, first: month, count: 1)
}

private func months(
  _ text: String, year: Int, first month: Int, count: Int
) throws -> ClosedRange<Day> {
  guard let start = Day(year: year, month: month, day: 1) else {
    throw CRMError.impossibleDay(text, year: year, month: month, day: 1)
  }
  return start...start.adding(months: count - 1).endOfMonth
}

private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard !bytes.isEmpty else { return nil }
  var number = 0
  for byte in bytes {
    guard case let digit = byte &- 0x30, digit < 10 else { return nil }
    number = number * 10 + Int(digit)
  }
  return number
}

/// Returns the first and last day of a period that folded words name (`this year`, `thang nay`),
/// nil when they name none.
func periodOfWords(_ words: String, today: Day) -> ClosedRange<Day>? {
  let parts = words.split(separator: " ")
  guard parts.count == 2 else { return nil }
  let distance: Int
  switch (parts[0], parts[1]) {
  case ("this", _), (_, "nay"): distance = 0
  case ("last", _), ("previous", _), (_, "truoc"), ("nam", "ngoai"): distance = -1
  case ("next", _), (_, "sau"), (_, "toi"): distance = 1
  default: return nil
  }
  let isEnglish = ["this", "last", "previous", "next"].contains(parts[0])
  switch (isEnglish, isEnglish ? parts[1] : parts[0]) {
  case (true, "week"), (false, "tuan"):
    let day = today.adding(days: 7 * distance)
    return day.startOfWeek...day.endOfWeek
  case (true, "month"), (false, "thang"):
    let day = today.startOfMonth.adding(months: distance)
    return day...day.endOfMonth
  case (true, "quarter"), (false, "quy"):
    let day = today.startOfQuarter.adding(months: 3 * distance)
    return day...day.endOfQuarter
  case (true, "year"), (false, "nam"):
    let day = today.startOfYear.adding(months: 12 * distance)
    return day...day.endOfYear
  default: return nil
  }
}
