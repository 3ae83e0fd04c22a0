extension Recurrence {
  /// Reads a rule as people write it, or one of RFC 5545.
  ///
  /// Accepted are `daily`, `weekly`, `monthly`, `quarterly`, `yearly`, `weekdays`, `every 2 weeks`,
  /// `2w`, `every monday`, `monday, thursday`, the same in Vietnamese (`hằng tuần`, `mỗi 2 tuần`,
  /// `thứ hai, thứ năm`, `ngày làm việc`), case and marks ignored, and `FREQ=MONTHLY;BYDAY=-1FR`.
  ///
  /// - Throws: ``CRMError`` of kind request for what is no rule, for parts of rules that days do
  ///   not need, and for a rule that never occurs.
  public static func parse(_ typed: String) throws -> Recurrence {
    let text = cleaned(typed)
    var rule: Recurrence
    if text.contains("=") {
      rule = try Recurrence(parts: text)
    } else {
      guard let read = words(folded(text)) else { throw RecurrenceErrors.unreadable(typed) }
      rule = read
    }
    guard (1...1000).contains(rule.interval) else {
      throw RecurrenceErrors.range("INTERVAL", String(rule.interval))
    }
    rule.weekdays = Array(Set(rule.weekdays)).sorted {
      ($0.weekday, $0.ordinal) < ($1.weekday, $1.ordinal)
    }
    guard rule.occurs else { throw RecurrenceErrors.never(typed) }
    return rule
  }

  private static func words(_ text: String) -> Recurrence? {
    switch text {
    case "daily", "every day", "hang ngay", "moi ngay", "ngay": return Recurrence(.daily)
    case "weekly", "every week", "hang tuan", "moi tuan", "tuan": return Recurrence(.weekly)
    case "monthly", "every month", "hang thang", "moi thang", "thang": return Recurrence(.monthly)
    case "quarterly", "every quarter", "hang quy", "moi quy", "quy":
      return Recurrence(.monthly, interval: 3)
    case "yearly", "annually", "every year", "hang nam", "moi nam", "nam":
      return Recurrence(.yearly)
    case "weekdays", "every weekday", "ngay lam viec", "moi ngay lam viec":
      var rule = Recurrence(.weekly)
      rule.weekdays = (1...5).map { WeekdayRule($0) }
      return rule
    default: break
    }
    var rest = text
    for prefix in ["every ", "moi ", "hang "] where rest.hasPrefix(prefix) {
      rest = String(rest.dropFirst(prefix.count))
    }
    return distance(rest) ?? weekdays(rest)
  }

  /// Reads `2 weeks`, `2w`, `3 thang`.
  private static func distance(_ text: String) -> Recurrence? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), !digits.isEmpty else { return nil }
    switch cleaned(String(text.dropFirst(digits.count))) {
    case "d", "day", "days", "ngay": return Recurrence(.daily, interval: number)
    case "w", "week", "weeks", "tuan": return Recurrence(.weekly, interval: number)
    case "m", "month", "months", "thang": return Recurrence(.monthly, interval: number)
    case "quarter", "quarters", "quy":
      let (months, overflow) = number.multipliedReportingOverflow(by: 3)
      return overflow ? nil : Recurrence(.monthly, interval: months)
    case "y", "year", "years", "nam": return Recurrence(.yearly, interval: number)
    default: return nil
    }
  }

  /// Reads `monday, thursday`, `thu hai va thu nam`.
  private static func weekdays(_ text: String) -> Recurrence? {
    let joined = text.replacing(" and ", with: ",").replacing(" va ", with: ",")
    let days = joined.split(whereSeparator: { $0 == "," || $0 == ";" }).map {
      weekday(ofWord: cleaned(String($0)))
    }
    guard !days.isEmpty, !days.contains(nil) else { return nil }
    var rule = Recurrence(.weekly)
    rule.weekdays = days.compactMap { $0 }.map { WeekdayRule($0) }
    return rule
  }

  /// Reads the parts of a rule of RFC 5545.
  init(parts text: String) throws {
    var text = text.uppercased()
    if text.hasPrefix("RRULE:") { text = String(text.dropFirst(6)) }
    var values: [String: String] = [:]
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { cleaned(String($0)) }
      guard pair.count == 2 else { throw RecurrenceErrors.unreadable(text) }
      guard values.updateValue(pair[1], forKey: pair[0]) == nil else {
        throw RecurrenceErrors.doubled(pair[0])
      }
    }
    guard let frequency = values.removeValue(forKey: "FREQ").flatMap(Frequency.init) else {
      throw RecurrenceErrors.frequency
    }
    self.init(frequency)
    if values["COUNT"] != nil, values["UNTIL"] != nil { throw RecurrenceErrors.bothEnds }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) { try set(name, value) }
    if weekdays.contains(where: { $0.ordinal != 0 }),
      frequency == .daily || frequency == .weekly
    {
      throw RecurrenceErrors.ordinal
    }
    if !monthDays.isEmpty, frequency == .weekly { throw RecurrenceErrors.range("BYMONTHDAY", "") }
  }

  private mutating func set(_ name: String, _ value: String) throws {
    func numbers(_ range: ClosedRange<Int>) throws -> [Int] {
      let list = value.split(separator: ",").map { Int(cleaned(String($0))) }
      guard !list.isEmpty, list.allSatisfy({ $0.map { range.contains($0) && $0 != 0 } ?? false })
      else { throw RecurrenceErrors.range(name, value) }
      return Set(list.compactMap { $0 }).sorted()
    }
    switch name {
    case "INTERVAL": interval = try one(numbers(1...1000), name, value)
    case "COUNT": count = try one(numbers(1...1000), name, value)
    case "UNTIL": until = try Recurrence.day(value)
    case "BYMONTH": months = try numbers(1...12)
    case "BYMONTHDAY": monthDays = try numbers(-31...31)
    case "BYSETPOS": positions = try numbers(-366...366)
    case "WKST":
      guard let place = Recurrence.dayWords.firstIndex(of: value) else {
        throw RecurrenceErrors.range(name, value)
      }
      weekStart = place + 1
    case "BYDAY":
      weekdays = try value.split(separator: ",").map { word in
        let text = cleaned(String(word))
        guard let place = Recurrence.dayWords.firstIndex(of: String(text.suffix(2))) else {
          throw RecurrenceErrors.range(name, value)
        }
        guard text.count > 2 else { return WeekdayRule(place + 1) }
        guard let ordinal = Int(text.dropLast(2)), ordinal != 0, (-53...53).contains(ordinal)
        else { throw RecurrenceErrors.range(name, value) }
        return WeekdayRule(place + 1, ordinal: ordinal)
      }
    default: throw RecurrenceErrors.unsupported(name)
    }
  }

  private func one(_ numbers: [Int], _ name: String, _ value: String) throws -> Int {
    guard numbers.count == 1 else { throw RecurrenceErrors.range(name, value) }
    return numbers[0]
  }

  /// Reads the last day: a date, or the day in Vietnam of a date with a time.
  private static func day(_ value: String) throws -> Day {
    let digits = value.prefix(8)
    guard digits.count == 8, let number = Int(digits),
      let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { throw RecurrenceErrors.range("UNTIL", value) }
    let rest = value.dropFirst(8)
    guard !rest.isEmpty else { return day }
    let time = rest.dropFirst().prefix(6)
    guard rest.first == "T", time.count == 6, let clock = Int(time),
      clock / 10_000 < 24, clock / 100 % 100 < 60, clock % 100 < 61,
      ["", "Z"].contains(rest.dropFirst(7))
    else { throw RecurrenceErrors.range("UNTIL", value) }
    // Clocks in Vietnam are seven hours ahead.
    return value.hasSuffix("Z") && clock / 10_000 >= 17 ? day.adding(days: 1) : day
  }
}
