/// Says when something of 29 February is due in a year that has none.
public enum LeapDayRule: String, CaseIterable, Sendable {
  case february28, march1
  /// Not at all.
  case onlyLeapYears
}

extension YearlyDay {
  /// Returns the next time the day comes round, the given day itself included.
  public func next(onOrAfter start: Day, leapDayFallsOn rule: LeapDayRule) -> Day {
    // Two leap years are at most eight years apart (1896 and 1904).
    let year = start.year
    for candidate in year...year + 8 {
      if let day = occurrence(in: candidate, leapDayFallsOn: rule), day >= start { return day }
    }
    return .last
  }

  /// Returns the day in a given year, nil for 29 February where the rule passes over the year.
  public func occurrence(in year: Int, leapDayFallsOn rule: LeapDayRule) -> Day? {
    if let day = Day(year: year, month: month, day: day) { return day }
    switch rule {
    case .february28: return Day(year: year, month: 2, day: 28)
    case .march1: return Day(year: year, month: 3, day: 1)
    case .onlyLeapYears: return nil
    }
  }

  /// Returns the completed years on a day, nil when the year is unknown or yet to come.
  ///
  /// Who was born on 29 February is a year older on the day of the rule, by default 1 March;
  /// where only leap years count, the years between are counted on 1 March too.
  public func age(on day: Day, leapDayFallsOn rule: LeapDayRule = .march1) -> Int? {
    guard let year, let firstDay, day >= firstDay else { return nil }
    let current = day.year
    let anniversary =
      occurrence(in: current, leapDayFallsOn: rule)
      ?? Day(year: current, month: 3, day: 1)
    guard let anniversary else { return nil }
    return current - year - (day < anniversary ? 1 : 0)
  }
}
