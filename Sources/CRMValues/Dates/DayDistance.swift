/// A distance between days: `7d`, `2w`, `3m`, `1y`, also `7 days`, `2 tuần`, `3 tháng`.
public struct DayDistance: Hashable, Sendable {
  public let months: Int
  public let days: Int

  public init(months: Int = 0, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// Reads a number of days, weeks, months or years, nil for anything else. There is no sign,
  /// and the number has up to six digits.
  public init?(_ text: String) {
    let text = folded(text)
    let digits = text.utf8.prefix { $0 &- 0x30 < 10 }
    guard digits.count <= 6, let count = Int(String(Substring(digits))) else { return nil }
    switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
    case "d", "day", "days", "ngay": self.init(days: count)
    case "w", "week", "weeks", "tuan": self.init(days: count * 7)
    case "m", "month", "months", "thang": self.init(months: count)
    case "y", "year", "years", "nam": self.init(months: count * 12)
    default: return nil
    }
  }

  public static prefix func - (distance: DayDistance) -> DayDistance {
    DayDistance(months: -distance.months, days: -distance.days)
  }
}

extension Day {
  /// Returns the day at a distance, months counted before days.
  public func adding(_ distance: DayDistance) -> Day {
    adding(months: distance.months).adding(days: distance.days)
  }
}
