extension Day {
  /// Returns the day so many days later (earlier when negative), at most 9999-12-31 and at
  /// least 0001-01-01.
  public func adding(days: Int) -> Day {
    let (sum, overflow) = ordinal.addingReportingOverflow(days)
    if overflow { return days < 0 ? .first : .last }
    return Day(checked: min(max(sum, Day.first.ordinal), Day.last.ordinal))
  }

  /// Returns the same day so many months later, or the last of that month where it is
  /// shorter: a month after 31 January is 28 or 29 February.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow || index < 12 || index >= 10_000 * 12 { return months < 0 ? .first : .last }
    let newMonth = index % 12 + 1
    let newDay = min(day, Day.daysIn(month: newMonth, year: index / 12))
    return Day(year: index / 12, month: newMonth, day: newDay) ?? self
  }

  /// Returns the number of days from this day to another, negative when that is earlier.
  public func days(until other: Day) -> Int {
    other.ordinal - ordinal
  }

  public var startOfWeek: Day { adding(days: 1 - weekday) }
  public var endOfWeek: Day { adding(days: 7 - weekday) }

  public var startOfMonth: Day { adding(days: 1 - day) }

  public var endOfMonth: Day {
    let (year, month, day) = parts
    return adding(days: Day.daysIn(month: month, year: year) - day)
  }

  public var startOfQuarter: Day {
    startOfMonth.adding(months: -((month - 1) % 3))
  }

  public var endOfQuarter: Day { startOfQuarter.adding(months: 2).endOfMonth }

  public var startOfYear: Day { startOfMonth.adding(months: 1 - month) }
  public var endOfYear: Day { startOfYear.adding(months: 11).endOfMonth }

  public var isLeapYear: Bool { Day.isLeapYear(year) }
}
