import Testing

@testable import CRMValues

@Suite struct PlannedTimeBoundsTests {
  @Test(
    arguments: [
      ("2026-12-01", "2026-12-01", "2026-12-01", "2026-12-02"),
      ("2026-12-01", "2026-12-31", "2026-12-01", "2027-01-01"),
      ("2026-12-01", nil, "2026-12-01", nil), (nil, "2026-12-31", nil, "2027-01-01"),
      (nil, nil, nil, nil), ("2026-12-01", "9999-12-31", "2026-12-01", nil),
    ] as [(String?, String?, String?, String?)])
  func isOneRangeInVietnam(
    _ first: String?, _ last: String?, _ lower: String?, _ upper: String?
  ) throws {
    let bounds = PlannedTime.bounds(
      from: try first.map(day), through: try last.map(day), in: .vietnam)
    #expect(
      bounds == .together(Bounds(lower: lower, upper: upper, upperIncluded: upper == nil)))
  }

  @Test func isTwoRangesElsewhere() throws {
    let first = try day("2026-03-29")
    #expect(
      PlannedTime.bounds(from: first, through: first, in: InstantTests.berlin)
        == .apart(
          days: Bounds(lower: "2026-03-29", upper: "2026-03-30", upperIncluded: false),
          moments: Bounds(
            lower: "2026-03-29T06:00:00+07:00", upper: "2026-03-30T05:00:00+07:00",
            upperIncluded: false)))
    #expect(
      PlannedTime.bounds(from: nil, through: first, in: .utc)
        == .apart(
          days: Bounds(upper: "2026-03-30", upperIncluded: false),
          moments: Bounds(upper: "2026-03-30T07:00:00+07:00", upperIncluded: false)))
    #expect(PlannedTime.bounds(from: nil, through: nil, in: .utc) == .together(Bounds()))
  }

  /// What the bounds hold is what falls on the days, for days and moments, in every zone.
  @Test(arguments: 0..<PlannedTimeTests.zones.count)
  func holdWhatFallsOnTheDays(_ index: Int) throws {
    let zone = PlannedTimeTests.zones[index]
    for (start, length) in [("2026-03-28", 1), ("2026-10-24", 3), ("2026-06-30", 2)] {
      let first = try day(start)
      for from in [first, nil] {
        for through in [first.adding(days: length - 1), nil] {
          let bounds = PlannedTime.bounds(from: from, through: through, in: zone)
          for time in times(around: first) {
            let day = time.day(in: zone)
            let isInside = from.map { day >= $0 } ?? true && through.map { day <= $0 } ?? true
            #expect(bounds.contains(time) == isInside, "\(time.storage) in \(bounds)")
          }
        }
      }
    }
  }

  private func times(around day: Day) -> [PlannedTime] {
    (-2...5).flatMap { distance -> [PlannedTime] in
      let day = day.adding(days: distance)
      let start = Int64(day.ordinal) * 86_400
      let moments = stride(from: start, to: start + 86_400, by: 1_800).flatMap { seconds in
        [seconds - 1, seconds].map { PlannedTime.moment(Instant(seconds: $0)) }
      }
      return [.day(day)] + moments
    }
  }
}
