/// Some times: days, moments or both, from one end to another.
public struct TimeRange: Hashable, Sendable {
  /// One end of a range. A day belongs to it as a whole.
  public enum End: Hashable, Sendable {
    case day(Day)
    case moment(Instant, isIncluded: Bool)
  }

  /// The first times, nil where there is no limit.
  public let lower: End?
  /// The last times, nil where there is no limit.
  public let upper: End?

  public init(from lower: End? = nil, through upper: End? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Makes the range of all times on some days.
  public init(_ days: Bounds<Day>) {
    self.init(from: days.lower.map(End.day), through: days.upper.map(End.day))
  }

  /// Returns the storage forms of the times in the range, days being those of a zone.
  ///
  /// A day without a time comes before the moments on it: from 14:00 on it is left out.
  public func storedBounds(in zone: Zone) -> PlannedTime.StoredBounds {
    let byDays = PlannedTime.bounds(from: lower?.day, through: upper?.day, in: zone)
    let hasVietnameseDays = [lower, upper].allSatisfy { end in
      guard case .moment(let moment, _)? = end else { return true }
      return moment.day(in: zone) == moment.day(in: .vietnam)
    }
    if case .together(let days) = byDays, hasVietnameseDays {
      return .together(moments(else: days))
    }
    let next = upper?.day.flatMap { Day(ordinal: $0.ordinal + 1) }
    let moments = moments(
      else: Bounds(
        lower: lower?.day.map { Self.storage(startOf: $0, zone) },
        upper: next.map { Self.storage(startOf: $0, zone) }, upperIncluded: next == nil))
    return .apart(days: days(in: zone, next: next), moments: moments)
  }

  private static func storage(startOf day: Day, _ zone: Zone) -> String {
    PlannedTime.moment(.startOfDay(day, in: zone)).storage
  }

  /// The range with the ends that are moments in place of others.
  private func moments(else days: Bounds<String>) -> Bounds<String> {
    var (lower, lowerIncluded) = (days.lower, days.lowerIncluded)
    var (upper, upperIncluded) = (days.upper, days.upperIncluded)
    if case .moment(let moment, let isIncluded)? = self.lower {
      (lower, lowerIncluded) = (PlannedTime.moment(moment).storage, isIncluded)
    }
    if case .moment(let moment, let isIncluded)? = self.upper {
      (upper, upperIncluded) = (PlannedTime.moment(moment).storage, isIncluded)
    }
    return Bounds(
      lower: lower, upper: upper, lowerIncluded: lowerIncluded, upperIncluded: upperIncluded)
  }

  /// The days without a time: of the day of a moment those before it, which are its own day.
  private func days(in zone: Zone, next: Day?) -> Bounds<String> {
    var (lower, lowerIncluded) = (self.lower?.day?.iso, true)
    var (upper, upperIncluded) = (next?.iso, next == nil)
    if case .moment(let moment, _)? = self.lower {
      (lower, lowerIncluded) = (moment.day(in: zone).iso, false)
    }
    if case .moment(let moment, _)? = self.upper {
      (upper, upperIncluded) = (moment.day(in: zone).iso, true)
    }
    return Bounds(
      lower: lower, upper: upper, lowerIncluded: lowerIncluded, upperIncluded: upperIncluded)
  }
}

extension TimeRange.End {
  /// The day that belongs to the range as a whole, nil for a moment.
  var day: Day? {
    if case .day(let day) = self { return day }
    return nil
  }
}
