extension Recurrence {
  /// Returns the first day after another on which it comes, of a series that began on `start`;
  /// nil where it has ended. The start is the first time, whether or not the rule falls on it.
  public func next(after day: Day, from start: Day) -> Day? {
    days(from: start, in: day.adding(days: 1)...Day.last, limit: 1).first
  }

  /// Returns the days within a range on which a series comes that began on `start`, at most so
  /// many.
  public func days(from start: Day, in range: ClosedRange<Day>, limit: Int) -> [Day] {
    var found: [Day] = []
    var number = 0
    /// Takes a day; returns whether more may come.
    func take(_ day: Day) -> Bool {
      number += 1
      if let count, number > count { return false }
      if let until, day > until { return false }
      if day > range.upperBound { return false }
      if day >= range.lowerBound { found.append(day) }
      return found.count < limit
    }
    guard limit > 0, take(start) else { return found }
    // Only what is counted has to be gone through from its first time on.
    var period = count == nil ? max(0, periods(from: start, to: range.lowerBound) - 1) : 0
    var empty = 0
    while empty < Recurrence.patience {
      guard let days = days(ofPeriod: period, from: start) else { return found }
      period += 1
      let coming = days.filter { $0 > start }
      empty = coming.isEmpty ? empty + 1 : 0
      for day in coming where !take(day) { return found }
    }
    return found
  }

  /// How many periods without a day mean that none comes any more: 29 February may be eight years
  /// off, and with every so many years longer.
  private static let patience = 10_000

  /// How many periods lie between the one a series began in and that of a day.
  private func periods(from start: Day, to day: Day) -> Int {
    guard day > start else { return 0 }
    let (first, other) = (start.parts, day.parts)
    switch frequency {
    case .daily: return start.days(until: day) / interval
    case .weekly: return start.days(until: day) / 7 / interval
    case .monthly:
      return ((other.year - first.year) * 12 + other.month - first.month) / interval
    case .yearly: return (other.year - first.year) / interval
    }
  }

  /// Returns the days of a period in order; nil beyond the years that there are.
  private func days(ofPeriod period: Int, from start: Day) -> [Day]? {
    let (step, overflow) = period.multipliedReportingOverflow(by: interval)
    guard !overflow, step < 4_000_000 else { return nil }
    let all: [Day]
    switch frequency {
    case .daily:
      let day = start.adding(days: step)
      guard day < .last else { return nil }
      all = [day].filter { isInMonths($0) && isOnMonthDay($0) && isOnWeekday($0) }
    case .weekly:
      let back = (start.weekday - weekStart + 7) % 7
      let week = start.adding(days: step * 7 - back)
      guard week < Day.last.adding(days: -7) else { return nil }
      let wanted = weekdays.isEmpty ? [start.weekday] : weekdays.map(\.weekday)
      all = (0..<7).map { week.adding(days: $0) }.filter {
        wanted.contains($0.weekday) && isInMonths($0)
      }
    case .monthly:
      let index = start.year * 12 + start.month - 1 + step
      guard index < 120_000 else { return nil }
      all =
        months.isEmpty || months.contains(index % 12 + 1)
        ? days(ofMonth: index % 12 + 1, index / 12, from: start) : []
    case .yearly:
      let year = start.year + step
      guard year <= 9999 else { return nil }
      all = days(ofYear: year, from: start)
    }
    guard !positions.isEmpty else { return all }
    let places = positions.map { $0 > 0 ? $0 - 1 : all.count + $0 }
    return Set(places).sorted().filter(all.indices.contains).map { all[$0] }
  }

  private func days(ofMonth month: Int, _ year: Int, from start: Day) -> [Day] {
    let length = Day.daysIn(month: month, year: year)
    var wanted: [Int]
    if !monthDays.isEmpty {
      wanted = monthDays.map { $0 > 0 ? $0 : length + 1 + $0 }
    } else if weekdays.isEmpty {
      wanted = [start.day]
    } else {
      wanted = Array(1...length)
    }
    wanted = Set(wanted).sorted().filter { (1...length).contains($0) }
    let days = wanted.compactMap { Day(year: year, month: month, day: $0) }
    return days.filter { day in
      weekdays.isEmpty
        || weekdays.contains { rule in
          guard rule.weekday == day.weekday else { return false }
          if rule.ordinal == 0 { return true }
          return rule.ordinal > 0
            ? (day.day - 1) / 7 + 1 == rule.ordinal : (length - day.day) / 7 + 1 == -rule.ordinal
        }
    }
  }

  private func days(ofYear year: Int, from start: Day) -> [Day] {
    if months.isEmpty, monthDays.isEmpty, !weekdays.isEmpty {
      return weekdaysOfYear(year)
    }
    let wanted =
      !months.isEmpty
      ? months : !monthDays.isEmpty || !weekdays.isEmpty ? Array(1...12) : [start.month]
    return Set(wanted).sorted().flatMap { days(ofMonth: $0, year, from: start) }
  }

  /// Ordinals of a year count its weeks.
  private func weekdaysOfYear(_ year: Int) -> [Day] {
    guard let first = Day(year: year, month: 1, day: 1) else { return [] }
    let length = Day.isLeapYear(year) ? 366 : 365
    return (0..<length).map { first.adding(days: $0) }.filter { day in
      let place = first.days(until: day)
      return weekdays.contains { rule in
        guard rule.weekday == day.weekday else { return false }
        if rule.ordinal == 0 { return true }
        return rule.ordinal > 0
          ? place / 7 + 1 == rule.ordinal : (length - 1 - place) / 7 + 1 == -rule.ordinal
      }
    }
  }

  private func isInMonths(_ day: Day) -> Bool { months.isEmpty || months.contains(day.month) }

  private func isOnMonthDay(_ day: Day) -> Bool {
    guard !monthDays.isEmpty else { return true }
    let (year, month, number) = day.parts
    let length = Day.daysIn(month: month, year: year)
    return monthDays.contains { $0 > 0 ? $0 == number : length + 1 + $0 == number }
  }

  private func isOnWeekday(_ day: Day) -> Bool {
    weekdays.isEmpty || weekdays.contains { $0.weekday == day.weekday }
  }

  /// Whether there is any day it could ever fall on.
  var occurs: Bool {
    var rule = self
    (rule.interval, rule.count, rule.until) = (1, nil, nil)
    // 2000 to 2028 has every month begin on every day of the week, leap years included.
    guard let start = Day(year: 1999, month: 12, day: 31) else { return true }
    return rule.next(after: start, from: start).map { $0.year <= 2030 } ?? false
  }
}
