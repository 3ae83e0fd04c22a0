import Testing

@testable import CRMValues

@Suite struct DayTests {
  @Test func countsEveryDayOf800Years() throws {
    var expected = try day("1600-01-01")
    var ordinal = expected.ordinal
    var weekday = 6  // Saturday, by the proleptic Gregorian calendar
    for year in 1600...2400 {
      for month in 1...12 {
        for number in 1...Day.daysIn(month: month, year: year) {
          let made = Day(year: year, month: month, day: number)
          guard let made, made.ordinal == ordinal, made.parts == (year, month, number),
            made.weekday == weekday, Day(iso: made.iso) == made
          else {
            Issue.record("\(year)-\(month)-\(number)")
            return
          }
          expected = made
          ordinal += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(expected.iso == "2400-12-31")
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2026-11-22", 20779, 7), ("2000-02-29", 11016, 2),
    ("1969-12-31", -1, 3), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func knowsOrdinalAndWeekday(_ iso: String, _ ordinal: Int, _ weekday: Int) throws {
    let day = try day(iso)
    #expect(day.ordinal == ordinal)
    #expect(day.weekday == weekday)
    #expect(Day(ordinal: ordinal) == day)
    #expect(day.iso == iso)
  }

  @Test(arguments: [
    (1990, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
    (0, 1, 1), (10_000, 1, 1), (2026, 1, 32), (-1, 1, 1),
  ])
  func refusesWhatIsNoDay(_ year: Int, _ month: Int, _ number: Int) {
    #expect(Day(year: year, month: month, day: number) == nil)
  }

  @Test(arguments: [
    "2026-1-01", "2026-01-01 ", " 2026-01-01", "2026/01/01", "20260101", "2026-02-30", "",
    "2026-01-0a", "２０２６-01-01", "0000-01-01",
  ])
  func storageFormIsStrict(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ("2026-12-15", 1, "2027-01-15"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 0, "2026-05-31"),
    ("9999-12-31", 1, "9999-12-31"),
    ("0001-01-01", -1, "0001-01-01"), ("2026-01-01", .max, "9999-12-31"),
    ("2026-01-01", .min, "0001-01-01"),
  ])
  func addsMonths(_ start: String, _ months: Int, _ expected: String) throws {
    #expect(try day(start).adding(months: months).iso == expected)
  }

  @Test(arguments: [
    ("2026-12-31", 1, "2027-01-01"), ("2024-02-28", 1, "2024-02-29"),
    ("2026-03-01", -1, "2026-02-28"),
    ("2026-01-01", .max, "9999-12-31"), ("2026-01-01", .min, "0001-01-01"),
  ])
  func addsDays(_ start: String, _ days: Int, _ expected: String) throws {
    #expect(try day(start).adding(days: days).iso == expected)
  }

  @Test func findsTheEndsOfPeriods() throws {
    let today = try day("2026-11-22")
    #expect(today.startOfWeek.iso == "2026-11-16")
    #expect(today.endOfWeek.iso == "2026-11-22")
    #expect(today.startOfMonth.iso == "2026-11-01")
    #expect(today.endOfMonth.iso == "2026-11-30")
    #expect(today.startOfQuarter.iso == "2026-10-01")
    #expect(today.endOfQuarter.iso == "2026-12-31")
    #expect(today.startOfYear.iso == "2026-01-01")
    #expect(today.endOfYear.iso == "2026-12-31")
    #expect(try day("2024-02-01").endOfMonth.iso == "2024-02-29")
    #expect(try day("2024-02-01").isLeapYear)
    #expect(today.days(until: try day("2026-12-01")) == 9)
  }

  @Test func readsInBothLanguages() throws {
    let day = try day("2026-02-05")
    #expect(day.text(.en) == "2026-02-05")
    #expect(day.text(.vi) == "05/02/2026")
  }
}
