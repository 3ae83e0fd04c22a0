import Testing

@testable import CRMValues

@Suite struct PlannedTimeTests {
  static let zones: [Zone] = [
    .vietnam, .utc, InstantTests.berlin, .fixed(hours: 14), .fixed(hours: -11),
    Zone { _ in 19_800 },  // India, +05:30
    Zone { $0 < 0 ? 25_600 : 25_200 },  // seconds in the offset, as before standard time
  ]

  private func moment(_ text: String) throws -> PlannedTime {
    .moment(try Instant.parse(text, in: .vietnam))
  }

  @Test func isADayAlone() throws {
    let time = try PlannedTime.day(day("2026-12-01"))
    #expect(time.storage == "2026-12-01")
    #expect(time.instant == nil)
    #expect(time.text(in: .vietnam, .en) == "2026-12-01")
    #expect(time.text(in: .vietnam, .vi) == "01/12/2026")
    for zone in Self.zones {
      #expect(time.iso8601(in: zone) == "2026-12-01")
      #expect(try time.day(in: zone) == day("2026-12-01"))
    }
  }

  @Test func isAMoment() throws {
    let time = try moment("2026-12-01 02:00")
    #expect(time.storage == "2026-12-01T02:00:00+07:00")
    #expect(time.instant?.iso8601 == "2026-11-30T19:00:00Z")
    #expect(time.text(in: .vietnam, .en) == "2026-12-01 02:00:00")
    #expect(time.text(in: .vietnam, .vi) == "01/12/2026 02:00")
    #expect(time.text(in: InstantTests.berlin, .vi) == "30/11/2026 20:00")
    #expect(try time.day(in: .vietnam) == day("2026-12-01"))
    #expect(try time.day(in: .utc) == day("2026-11-30"))
  }

  @Test(
    arguments: zip(
      zones,
      [
        "2026-07-01T14:00:00+07:00", "2026-07-01T07:00:00+00:00", "2026-07-01T09:00:00+02:00",
        "2026-07-01T21:00:00+14:00", "2026-06-30T20:00:00-11:00", "2026-07-01T12:30:00+05:30",
        "2026-07-01T14:00:00+07:00",
      ]))
  func hasTheOffsetOfAZone(_ zone: Zone, _ expected: String) throws {
    #expect(try moment("2026-07-01 14:00").iso8601(in: zone) == expected)
  }

  @Test func offsetsWithSecondsAreWrittenAsVietnams() throws {
    let zone = try #require(Self.zones.last)
    #expect(try moment("1900-01-01 00:00").iso8601(in: zone) == "1900-01-01T00:00:00+07:00")
    #expect(
      try moment("1900-01-01 00:00").iso8601(in: Zone { _ in 70_000 * 60 })
        == "1900-01-01T00:00:00+07:00")
  }

  @Test(arguments: [
    "", "2026-12-1", "2026-12-01 ", "2026-02-30", "2026-12-01T14:00:00Z",
    "2026-12-01T14:00:00+08:00", "2026-12-01 14:00:00+07:00", "2026-12-01T14:00+07:00",
    "2026-12-01T24:00:00+07:00", "2026-12-01T14:60:00+07:00", "2026-12-01T14:00:60+07:00",
    "2026-02-30T14:00:00+07:00", "2026/12/01T14:00:00+07:00", "2026-12-01T14-00-00+07:00",
    "2026-12-01T1a:00:00+07:00", "0001-01-01T00:00:00+07:00", "9999-12-31T23:00:00+07:00",
    "２026-12-01T14:00:0+07:00",
  ])
  func onlyItsOwnFormIsStorage(_ text: String) {
    #expect(PlannedTime(storage: text) == nil)
  }

  @Test func keepsToTheDaysOfEveryZone() throws {
    let first = try Instant.parse("0001-01-02T00:00Z", in: .utc)
    let last = try Instant.parse("9999-12-30T23:59:59Z", in: .utc)
    #expect(PlannedTime(first) == .moment(first) && PlannedTime(last) == .moment(last))
    for seconds in [first.seconds - 1, last.seconds + 1, .max, .min] {
      #expect(PlannedTime(Instant(seconds: seconds)) == nil)
    }
    for zone in Self.zones {
      for moment in [first, last] { try roundTrip(.moment(moment), zone) }
      for day in [Day.first, .last] { try roundTrip(.day(day), zone) }
    }
  }

  /// Moments of 2026 and 2027 by steps that meet every hour, then some far away.
  @Test(arguments: 0..<zones.count)
  func whatIsWrittenIsRead(_ index: Int) throws {
    let zone = Self.zones[index]
    let start = try Instant.parse("2026-01-01", in: .utc).seconds
    let near = stride(from: start, to: start + 2 * 366 * 86_400, by: 12_347)
    let far = stride(from: Int64(-60_000_000_000), to: 250_000_000_000, by: 987_654_321)
    for seconds in Array(near) + Array(far) {
      let moment = Instant(seconds: seconds)
      try roundTrip(.moment(moment), zone)
      try roundTrip(.day(moment.day(in: zone)), zone)
    }
  }

  private func roundTrip(_ time: PlannedTime, _ zone: Zone) throws {
    let now = Instant(seconds: 0)
    #expect(PlannedTime(storage: time.storage) == time)
    for text in [time.storage, time.iso8601(in: zone)] {
      #expect(try PlannedTime.parse(text, now: now, today: .first, in: zone) == time, "\(text)")
    }
  }

  @Test func storageSortsAsTheTimesDo() throws {
    var times: [PlannedTime] = []
    for text in ["2026-11-30", "2026-12-01", "2026-12-02"] {
      times.append(.day(try day(text)))
      for clock in ["00:00", "06:59:59", "07:00", "23:59:59"] {
        times.append(try moment("\(text) \(clock)"))
      }
    }
    #expect(times.sorted() == times)
    #expect(times.map(\.storage).sorted() == times.map(\.storage))
  }
}
