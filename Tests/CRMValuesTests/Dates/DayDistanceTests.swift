import Testing

@testable import CRMValues

@Suite struct DayDistanceTests {
  @Test(arguments: [
    ("7d", 0, 7), ("2w", 0, 14), ("3m", 3, 0), ("1y", 12, 0), ("7 days", 0, 7), ("1 Week", 0, 7),
    ("2 tuần", 0, 14), ("3 tháng", 3, 0), ("1 năm", 12, 0), ("10 ngày", 0, 10), ("0d", 0, 0),
  ])
  func reads(_ text: String, _ months: Int, _ days: Int) {
    #expect(DayDistance(text) == DayDistance(months: months, days: days))
  }

  @Test(arguments: ["", "d", "7", "-7d", "+7d", "7x", "1234567d", "7.5d", "d7", "7 d 3", "７d"])
  func refusesTheRest(_ text: String) {
    #expect(DayDistance(text) == nil)
  }

  @Test func countsMonthsBeforeDays() throws {
    let start = try day("2026-01-31")
    #expect(start.adding(DayDistance(months: 1, days: 1)).iso == "2026-03-01")
    #expect(start.adding(-DayDistance(months: 1, days: 1)).iso == "2025-12-30")
  }
}
