import Testing

@testable import CRMValues

/// The examples of RFC 5545, 3.8.5.3, as far as they speak of days, and what people write.
@Suite struct RecurrenceTests {
  private static func day(_ text: String) -> Day { Day(iso: text) ?? .first }

  private static let examples: [(rule: String, start: String, days: String)] = [
    (
      "FREQ=DAILY;COUNT=10", "1997-09-02",
      "09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11"
    ),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "09-02 09-12 09-22 10-02 10-12"),
    (
      "FREQ=WEEKLY;COUNT=10", "1997-09-02",
      "09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04"
    ),
    (
      "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02",
      "09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02 10-07"
    ),
    (
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01",
      "09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01 10-03 10-13 10-15 10-17 10-27 10-29 10-31 "
        + "11-10 11-12 11-14 11-24 11-26 11-28 12-08 12-10 12-12 12-22 12-24"
    ),
    (
      "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02",
      "09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16"
    ),
    (
      "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05",
      "09-05 10-03 11-07 12-05 01-02 02-06 03-06 04-03 05-01 06-05"
    ),
    (
      "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07",
      "09-07 09-28 11-02 11-30 01-04 01-25 03-01 03-29 05-03 05-31"
    ),
    ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", "09-22 10-20 11-17 12-22 01-19 02-16"),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "09-28 10-29 11-28 12-29 01-29 02-26"),
    (
      "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30",
      "09-30 10-01 10-31 11-01 11-30 12-01 12-31 01-01 01-31 02-01"
    ),
    (
      "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10",
      "09-10 09-11 09-12 09-13 09-14 09-15 03-10 03-11 03-12 03-13"
    ),
    (
      "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09-02",
      "09-02 09-09 09-16 09-23 09-30 11-04 11-11 11-18 11-25 01-06 01-13 01-20 01-27"
    ),
    ("FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10", "06-10 07-10 06-10 07-10"),
    ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "05-19 05-18 05-17"),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", "03-13 03-20 03-27 03-05 03-12 03-19 03-26"),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998-02-13", "02-13 03-13 11-13 08-13 10-13"),
    (
      "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13",
      "09-13 10-11 11-08 12-13 01-10 02-07 03-07 04-11 05-09 06-13"
    ),
    (
      "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05",
      "11-05 11-07 11-02"
    ),
    ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "09-04 10-07 11-06"),
    (
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29",
      "09-29 10-30 11-27 12-30 01-29 02-26 03-30"
    ),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "08-05 08-10 08-19 08-24"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "08-05 08-17 08-19 08-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", "01-15 01-30 02-15 03-15 03-30"),
    // The 31st leaves short months out, and 29 February other years.
    ("FREQ=MONTHLY;COUNT=4", "2026-01-31", "01-31 03-31 05-31 07-31"),
    ("FREQ=YEARLY;COUNT=3", "2024-02-29", "02-29 02-29 02-29"),
  ]

  @Test(arguments: examples)
  func fallsOnTheDays(rule: String, start: String, days: String) throws {
    let wanted = days.split(separator: " ").map(String.init)
    let start = Self.day(start)
    let recurrence = try Recurrence.parse(rule)
    let found = recurrence.days(from: start, in: start...Day.last, limit: wanted.count)
    #expect(found.map { String($0.iso.dropFirst(5)) } == wanted)
    // One after the other they are the same, from wherever it is looked.
    var day = start
    for next in found.dropFirst() {
      #expect(recurrence.next(after: day, from: start) == next)
      day = next
    }
    if recurrence.count != nil { #expect(recurrence.next(after: day, from: start) == nil) }
  }

  @Test(arguments: [
    ("daily", "FREQ=DAILY"), ("Hằng ngày", "FREQ=DAILY"), ("weekly", "FREQ=WEEKLY"),
    ("hàng tuần", "FREQ=WEEKLY"), ("hằng tháng", "FREQ=MONTHLY"), ("mỗi năm", "FREQ=YEARLY"),
    ("quarterly", "FREQ=MONTHLY;INTERVAL=3"), ("hằng quý", "FREQ=MONTHLY;INTERVAL=3"),
    ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"), ("2w", "FREQ=WEEKLY;INTERVAL=2"),
    ("mỗi 2 tuần", "FREQ=WEEKLY;INTERVAL=2"), ("3 tháng", "FREQ=MONTHLY;INTERVAL=3"),
    ("every monday", "FREQ=WEEKLY;BYDAY=MO"), ("thứ hai", "FREQ=WEEKLY;BYDAY=MO"),
    ("thứ năm và thứ hai", "FREQ=WEEKLY;BYDAY=MO,TH"), ("cn", "FREQ=WEEKLY;BYDAY=SU"),
    ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("ngày làm việc", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("rrule:freq=monthly;byday=-1fr", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("FREQ=WEEKLY;UNTIL=20270301", "FREQ=WEEKLY;UNTIL=20270301"),
    // Five in the afternoon in UTC is the next day in Vietnam.
    ("FREQ=WEEKLY;UNTIL=20270228T170000Z", "FREQ=WEEKLY;UNTIL=20270301"),
    ("FREQ=WEEKLY;UNTIL=20270228T165959Z", "FREQ=WEEKLY;UNTIL=20270228"),
  ])
  func readsWhatPeopleWrite(typed: String, storage: String) throws {
    let rule = try Recurrence.parse(typed)
    #expect(rule.storage == storage)
    #expect(Recurrence(storage: storage) == rule)
  }

  @Test(arguments: [
    ("sometimes", "is no recurrence"), ("", "is no recurrence"), ("every 2", "is no recurrence"),
    ("FREQ=HOURLY", "needs FREQ="), ("COUNT=3", "needs FREQ="), ("FREQ=DAILY;BYHOUR=9", "BYHOUR"),
    ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"), ("FREQ=DAILY;INTERVAL=1001", "INTERVAL=1001"),
    ("2000w", "INTERVAL=2000"), ("FREQ=DAILY;COUNT=0", "COUNT=0"),
    ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "not by both"),
    ("FREQ=DAILY;FREQ=WEEKLY", "stands twice"),
    ("FREQ=WEEKLY;BYDAY=1MO", "goes with MONTHLY"), ("FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX"),
    ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
    ("FREQ=DAILY;UNTIL=20270230", "UNTIL=20270230"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never occurs"),
    ("FREQ=MONTHLY;BYDAY=6MO", "never occurs"),
  ])
  func refusesWhatIsNone(typed: String, message: String) {
    let error = #expect(throws: CRMError.self) { try Recurrence.parse(typed) }
    #expect(error?.message.en.contains(message) == true, "\(error?.message.en ?? "")")
    #expect(error?.hints.isEmpty == false)
  }

  @Test(arguments: [
    ("weekly", "weekly", "hằng tuần"), ("2w", "every 2 weeks", "mỗi 2 tuần"),
    ("monday, thursday", "weekly on Monday, Thursday", "hằng tuần vào thứ hai, thứ năm"),
    ("weekdays", "weekdays", "ngày làm việc"),
    ("FREQ=DAILY;COUNT=3", "daily, 3 times", "hằng ngày, 3 lần"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=-1FR"),
  ])
  func isRead(typed: String, en: String, vi: String) throws {
    let rule = try Recurrence.parse(typed)
    #expect(rule.text(.en) == en)
    #expect(rule.text(.vi) == vi)
  }

  /// What comes long after the beginning is not counted up to.
  @Test func jumpsFar() throws {
    let start = Self.day("1900-01-01")
    for typed in ["daily", "weekly", "monthly", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"] {
      let rule = try Recurrence.parse(typed)
      for _ in 0..<1000 { #expect(rule.next(after: Self.day("9000-01-01"), from: start) != nil) }
    }
    #expect(try Recurrence.parse("daily").next(after: .last, from: start) == nil)
  }

  @Test func counts() throws {
    let rule = try Recurrence.parse("FREQ=DAILY;COUNT=2")
    #expect(rule.afterOne()?.count == 1)
    #expect(rule.afterOne()?.afterOne() == nil)
    #expect(try Recurrence.parse("daily").afterOne() == Recurrence(.daily))
  }

  @Test func endsForCalendars() throws {
    let rule = try Recurrence.parse("weekly").ending(on: Self.day("2027-03-01"))
    #expect(rule.rule(for: .day(Self.day("2026-12-02"))) == "FREQ=WEEKLY;UNTIL=20270301")
    let time = try #require(PlannedTime(storage: "2026-12-02T09:00:00+07:00"))
    #expect(rule.rule(for: time) == "FREQ=WEEKLY;UNTIL=20270301T165959Z")
  }
}
