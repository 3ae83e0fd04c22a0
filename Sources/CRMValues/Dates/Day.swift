/// A calendar day of the years 1 to 9999, in the Gregorian calendar throughout.
public struct Day: Comparable, Hashable, Sendable {
  /// The days since 1970-01-01.
  public let ordinal: Int

  /// Makes the day with the given number of days since 1970-01-01, nil outside 1…9999.
  public init?(ordinal: Int) {
    guard ordinal >= Self.first.ordinal && ordinal <= Self.last.ordinal else { return nil }
    self.ordinal = ordinal
  }

  /// Makes a day of the calendar, nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, year: year)
    else { return nil }
    self.init(checked: Self.ordinal(year: year, month: month, day: day))
  }

  init(checked ordinal: Int) {
    self.ordinal = ordinal
  }

  public static let first = Day(checked: ordinal(year: 1, month: 1, day: 1))
  public static let last = Day(checked: ordinal(year: 9999, month: 12, day: 31))

  public static func < (left: Day, right: Day) -> Bool {
    left.ordinal < right.ordinal
  }

  /// Returns year, month (1…12) and day (1…31) at once, cheaper than one after the other.
  public var parts: (year: Int, month: Int, day: Int) {
    // Days since 0000-03-01, in eras of 400 years, so that the leap day ends its year
    // (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms). Never negative here.
    let shifted = ordinal + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  /// The day of the week by ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    let fromMonday = (ordinal + 3) % 7
    return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
  }

  public static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Returns the number of days of a month (1…12) of a year.
  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2: return isLeapYear(year) ? 29 : 28
    default: return 31
    }
  }

  private static func ordinal(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
