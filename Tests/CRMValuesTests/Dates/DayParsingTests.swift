import Testing

@testable import CRMValues

@Suite struct DayParsingTests {
  /// A Sunday.
  let today = "2026-11-22"

  @Test(arguments: [
    "2026-12-05", "05/12/2026", "5/12/2026", "05-12-2026", "05.12.2026", "2026/12/05",
    "2026-12-5", " 2026-12-05 ", "2026-12-05T00:00:00", "2026-12-05 00:00", "2026-12-05T23:59:59Z",
    "2026-12-05T23:59:59.123+07:00", "05/12/2026 14:05", "5/12/2026 2:05:09 CH",
    "05/12/2026 12:00:00 AM", "\u{FEFF}05/12/2026\u{A0}",
  ])
  func readsDigitsWithTheDayFirst(_ text: String) throws {
    #expect(try parseDay(text, today: day(today)).iso == "2026-12-05")
  }

  @Test(arguments: [
    ("today", "2026-11-22"), ("TODAY", "2026-11-22"), ("tomorrow", "2026-11-23"),
    ("yesterday", "2026-11-21"), ("today+7d", "2026-11-29"), ("today-2w", "2026-11-08"),
    ("-3m", "2026-08-22"), ("+1y", "2027-11-22"), ("+3 days", "2026-11-25"),
    ("today + 1 w", "2026-11-29"),
    ("monday", "2026-11-23"), ("tuesday", "2026-11-24"), ("saturday", "2026-11-28"),
    ("sunday", "2026-11-29"), ("Fri", "2026-11-27"), ("monday+1w", "2026-11-30"),
    ("som", "2026-11-01"), ("eom", "2026-11-30"), ("soy", "2026-01-01"), ("eoy", "2026-12-31"),
    ("sow", "2026-11-16"), ("eow", "2026-11-22"), ("eom-1m", "2026-10-30"),
    ("today+1m-1d", "2026-12-21"),
    ("hôm nay", "2026-11-22"), ("Hom nay", "2026-11-22"), ("ngày mai", "2026-11-23"),
    ("hôm qua", "2026-11-21"), ("ngày kia", "2026-11-24"), ("mốt", "2026-11-24"),
    ("hôm kia", "2026-11-20"),
    ("hôm nay+7 ngày", "2026-11-29"), ("-2 tuần", "2026-11-08"), ("+1 tháng", "2026-12-22"),
    ("-1 năm", "2025-11-22"), ("thứ hai", "2026-11-23"), ("thứ 3", "2026-11-24"),
    ("thứ tư", "2026-11-25"), ("thứ năm", "2026-11-26"), ("T6", "2026-11-27"),
    ("Thứ Bảy", "2026-11-28"), ("Chủ nhật", "2026-11-29"), ("cuối tháng", "2026-11-30"),
    ("đầu năm", "2026-01-01"), ("ho\u{302}m nay", "2026-11-22"),
  ])
  func readsWords(_ text: String, _ expected: String) throws {
    #expect(try parseDay(text, today: day(today)).iso == expected)
  }

  @Test(arguments: [
    (
      "30/02/1990", "30/02/1990 is not a date: February 1990 has 28 days",
      "30/02/1990 không phải là ngày: tháng 2 năm 1990 có 28 ngày"
    ),
    (
      "29/2/2100", "29/2/2100 is not a date: February 2100 has 28 days",
      "29/2/2100 không phải là ngày: tháng 2 năm 2100 có 28 ngày"
    ),
    (
      "2026-04-31", "2026-04-31 is not a date: April 2026 has 30 days",
      "2026-04-31 không phải là ngày: tháng 4 năm 2026 có 30 ngày"
    ),
    (
      "12/25/2026", "12/25/2026 is not a date: there is no month 25",
      "12/25/2026 không phải là ngày: không có tháng 25"
    ),
    (
      "0/1/2026", "0/1/2026 is not a date: there is no day 0",
      "0/1/2026 không phải là ngày: không có ngày 0"
    ),
    (
      "01/01/0000", "01/01/0000 is not a date: there is no year 0",
      "01/01/0000 không phải là ngày: không có năm 0"
    ),
    (
      "20/12/90", "20/12/90 is not a date: the year needs four digits",
      "20/12/90 không phải là ngày: năm phải có bốn chữ số"
    ),
    ("20/12", "20/12 is not a date: the year is missing", "20/12 không phải là ngày: thiếu năm"),
    ("soon", "“soon” is not a date", "“soon” không phải là ngày"),
  ])
  func saysWhatIsWrong(_ text: String, _ english: String, _ vietnamese: String) throws {
    let error = try refusal { try parseDay(text, today: day(today)) }
    #expect(error.message == Label(english, vi: vietnamese))
  }

  @Test func suggestsTheOrderOfDayAndMonth() throws {
    let error = try refusal { try parseDay("12/25/2026", today: day(today)) }
    #expect(error.hints.first?.en.contains("25/12") == true)
    #expect(try refusal { try parseDay("30/02/1990", today: day(today)) }.hints.isEmpty)
  }

  @Test(arguments: [
    "", " ", "20", "2026", "2026-12", "20/12-2026", "20//2026", "2026-12-05T", "2026-12-05T25:00",
    "2026-12-05 14", "2026-12-05x", "/12/2026", "20/12/", "20/12/20261", "202/12/2026",
    "today+", "today+7", "today+7x", "+d", "7d", "today+9999999d", "monday tuesday", "++7d",
    "1/2/3/4", "20/123/2026", "2026-12-05T14:60", "05/12/2026 13:00 PM", "２０/12/2026",
  ])
  func refusesTheRest(_ text: String) throws {
    let today = try day(today)
    _ = try refusal { try parseDay(text, today: today) }
  }
}
