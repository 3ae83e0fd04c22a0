import Testing

@testable import CRMValues

@Suite struct InstantTests {
  /// Berlin in 2026: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC.
  static let berlin = Zone { $0 >= 1_774_746_000 && $0 < 1_792_890_000 ? 7200 : 3600 }

  @Test func readsInAZone() throws {
    let instant = try Instant.parse("2026-11-22T07:05:09Z", in: .vietnam)
    #expect(instant.seconds == 1_795_331_109)
    #expect(instant.text(in: .vietnam, .en) == "2026-11-22 14:05:09")
    #expect(instant.text(in: .vietnam, .vi) == "22/11/2026 14:05")
    #expect(instant.iso8601 == "2026-11-22T07:05:09Z")
    #expect(instant.day(in: .vietnam).iso == "2026-11-22")
  }

  @Test(arguments: [
    ("2026-11-22T17:30:00Z", "2026-11-23"), ("2026-11-22T16:59:59Z", "2026-11-22"),
    ("1969-12-31T23:59:59Z", "1970-01-01"), ("1969-12-31T16:59:59Z", "1969-12-31"),
  ])
  func fallsOnTheLocalDay(_ text: String, _ expected: String) throws {
    #expect(try Instant.parse(text, in: .utc).day(in: .vietnam).iso == expected)
  }

  @Test(arguments: [
    ("2026-11-22T07:05:09Z", "2026-11-22T07:05:09Z"),
    ("2026-11-22 14:05:09", "2026-11-22T07:05:09Z"),
    ("2026-11-22T14:05+07:00", "2026-11-22T07:05:00Z"),
    ("2026-11-22T14:05:09.999+0700", "2026-11-22T07:05:09Z"),
    ("2026-11-22T02:05-05", "2026-11-22T07:05:00Z"), ("22/11/2026 14:05", "2026-11-22T07:05:00Z"),
    ("2026-11-22", "2026-11-21T17:00:00Z"), ("22/11/2026 2:05 CH", "2026-11-22T07:05:00Z"),
    ("22/11/2026 12:05 SA", "2026-11-21T17:05:00Z"),
    ("2026-12-31T23:59:60Z", "2026-12-31T23:59:59Z"),
  ])
  func readsText(_ text: String, _ expected: String) throws {
    #expect(try Instant.parse(text, in: .vietnam).iso8601 == expected)
  }

  @Test(arguments: [
    "", "now", "14:05", "2026-11-22T", "2026-11-22 24:00", "2026-11-22 14:05 XM",
    "30/02/2026 10:00",
    "2026-11-22T14:05+19:00", "2026-11-22T14:05+07:", "2026-11-22T14:05+07:60",
  ])
  func refusesTheRest(_ text: String) throws {
    _ = try refusal { try Instant.parse(text, in: .vietnam) }
  }

  @Test(arguments: [
    ("2026-03-28", "2026-03-27T23:00:00Z"), ("2026-03-29", "2026-03-28T23:00:00Z"),
    ("2026-03-30", "2026-03-29T22:00:00Z"), ("2026-10-25", "2026-10-24T22:00:00Z"),
    ("2026-10-26", "2026-10-25T23:00:00Z"),
  ])
  func daysBeginByTheClocksOfAZone(_ iso: String, _ expected: String) throws {
    #expect(try Instant.startOfDay(day(iso), in: Self.berlin).iso8601 == expected)
  }

  @Test(arguments: [
    ("2026-03-29 01:59:59", "2026-03-29T00:59:59Z"), ("2026-03-29 02:30", "2026-03-29T01:30:00Z"),
    ("2026-03-29 03:00", "2026-03-29T01:00:00Z"), ("2026-10-25 02:30", "2026-10-25T00:30:00Z"),
    ("2026-10-25 03:00", "2026-10-25T02:00:00Z"),
  ])
  func clocksThatJumpAreRead(_ text: String, _ expected: String) throws {
    #expect(try Instant.parse(text, in: Self.berlin).iso8601 == expected)
  }

  @Test func startOfDayIsInItsDay() throws {
    var day = try day("2026-01-01")
    while day.year == 2026 {
      for zone in [Zone.vietnam, .utc, Self.berlin, .fixed(hours: -11)] {
        let start = Instant.startOfDay(day, in: zone)
        #expect(start.day(in: zone) == day && start.local(in: zone).second == 0)
      }
      day = day.adding(days: 1)
    }
  }

  @Test(arguments: [Int64.max, .min])
  func extremesDoNotTrap(_ seconds: Int64) {
    #expect(!Instant(seconds: seconds).text(in: .vietnam, .en).isEmpty)
  }
}
