import Testing

@testable import CRMValues

@Suite struct TimeRangeTests {
  /// 2026-11-22 10:00 in Vietnam.
  private static let now = Instant(seconds: 1_795_316_400)

  private func bounds(_ text: String, _ zone: Zone = .vietnam) throws -> PlannedTime.StoredBounds {
    try TimeRange.parse(
      text, now: Self.now, today: Self.now.day(in: zone), in: zone
    ).storedBounds(in: zone)
  }

  @Test(
    arguments: [
      ("2026-12-01", "2026-12-01 =< t < 2026-12-02"), ("today", "2026-11-22 =< t < 2026-11-23"),
      ("2026-12", "2026-12-01 =< t < 2027-01-01"), ("..2026-12-01", "t < 2026-12-02"),
      ("> 2026-12-01", "2026-12-02 =< t"), ("< 2026-12-01", "t < 2026-12-01"),
      ("14h", "2026-11-22T14:00:00+07:00 =< t =< 2026-11-22T14:00:59+07:00"),
      ("2026-12-01T14:00:00+07:00", "2026-12-01T14:00:00+07:00 =< t =< 2026-12-01T14:00:00+07:00"),
      (">= '2026-12-01 14:00'", ""), (">= 2026-12-01 14:00", "2026-12-01T14:00:00+07:00 =< t"),
      ("> 2026-12-01 14:00", "2026-12-01T14:00:59+07:00 < t"),
      ("< 1/12/2026 14h30", "t < 2026-12-01T14:30:00+07:00"),
      ("<= 1/12/2026 14h30", "t =< 2026-12-01T14:30:59+07:00"),
      ("mai 9h..2026-12-01", "2026-11-23T09:00:00+07:00 =< t < 2026-12-02"),
      (">= now", "2026-11-22T10:00:00+07:00 =< t"), ("<+3h", "t < 2026-11-22T13:00:00+07:00"),
    ])
  func isOneRangeInVietnam(text: String, expected: String) throws {
    guard !expected.isEmpty else {
      _ = try refusal { try bounds(text) }
      return
    }
    guard case .together(let range) = try bounds(text) else {
      Issue.record("two ranges")
      return
    }
    #expect(described(range) == expected)
  }

  private func described(_ range: Bounds<String>) -> String {
    (range.lower.map { $0 + (range.lowerIncluded ? " =< " : " < ") } ?? "") + "t"
      + (range.upper.map { (range.upperIncluded ? " =< " : " < ") + $0 } ?? "")
  }

  /// Days without a time belong to the day of the zone, moments to the clocks.
  @Test func isTwoRangesElsewhere() throws {
    #expect(
      try bounds(">= 2026-12-01 20:00", .utc)
        == .apart(
          days: Bounds(lower: "2026-12-01", lowerIncluded: false),
          moments: Bounds(lower: "2026-12-02T03:00:00+07:00")))
    #expect(
      try bounds("<= 2026-12-01 20:00:00", .utc)
        == .apart(
          days: Bounds(upper: "2026-12-01"),
          moments: Bounds(upper: "2026-12-02T03:00:00+07:00")))
    #expect(
      try bounds("2026-12-01..2026-12-01 20:00:00", .utc)
        == .apart(
          days: Bounds(lower: "2026-12-01", upper: "2026-12-01"),
          moments: Bounds(
            lower: "2026-12-01T07:00:00+07:00", upper: "2026-12-02T03:00:00+07:00")))
  }

  @Test(arguments: ["mai 10h..mai 9h", "2026-12-02..2026-12-01 23h", "25h", "2026-13", "khi nào"])
  func refuses(text: String) throws {
    _ = try refusal { try bounds(text) }
  }
}
