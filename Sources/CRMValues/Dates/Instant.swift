/// A moment, to the second.
public struct Instant: Comparable, Hashable, Sendable {
  /// The seconds since 1970-01-01 00:00 UTC, the storage form.
  public let seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.seconds < right.seconds
  }

  /// Returns the moment at which a day begins in a zone.
  public static func startOfDay(_ day: Day, in zone: Zone) -> Instant {
    Instant(seconds: zone.moment(ofLocal: Int64(day.ordinal) * 86_400))
  }

  /// Returns the calendar day of the moment in a zone.
  public func day(in zone: Zone) -> Day {
    local(in: zone).day
  }

  /// Returns the moment as people read it in a zone: `2026-11-22 14:05:09` in English,
  /// `22/11/2026 14:05` in Vietnamese.
  public func text(in zone: Zone, _ language: Language) -> String {
    let (day, second) = local(in: zone)
    let minutes = "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))"
    switch language {
    case .en: return "\(day.iso) \(minutes):\(twoDigits(second % 60))"
    case .vi: return "\(day.text(.vi)) \(minutes)"
    }
  }

  /// The moment in UTC by ISO 8601: `2026-11-22T07:05:09Z`.
  public var iso8601: String {
    let (day, second) = local(in: .utc)
    return "\(day.iso)T\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))"
      + ":\(twoDigits(second % 60))Z"
  }

  /// Returns day and second of the day on the clocks of a zone.
  public func local(in zone: Zone) -> (day: Day, second: Int) {
    let (shifted, overflow) = seconds.addingReportingOverflow(Int64(zone.offset(seconds)))
    let local = overflow ? seconds : shifted
    var (days, second) = local.quotientAndRemainder(dividingBy: 86_400)
    if second < 0 {
      days -= 1
      second += 86_400
    }
    guard let day = Day(ordinal: Int(days)) else {
      return days < 0 ? (.first, 0) : (.last, 86_399)
    }
    return (day, Int(second))
  }

  /// Reads a date with a time: `2026-11-22T14:05:09Z`, `2026-11-22 14:05+07:00`,
  /// `22/11/2026 14:05`. Without an offset the time is that of the zone's clocks; without a
  /// time the moment is the start of the day.
  ///
  /// - Throws: a `CRMError` of kind `request` when there is no such date or time.
  public static func parse(_ typed: String, in zone: Zone) throws -> Instant {
    let text = cleaned(typed)
    guard let numeric = NumericDate(text) else { throw unreadable(text) }
    let day = try numeric.day(typed: text)
    guard let time = numeric.time else { return startOfDay(day, in: zone) }
    let local = Int64(day.ordinal) * 86_400 + Int64(time.seconds)
    if let offset = time.offset { return Instant(seconds: local - Int64(offset)) }
    return Instant(seconds: zone.moment(ofLocal: local))
  }

  private static func unreadable(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) is not a date and time",
      vi: "\(quoted(typed)) không phải là ngày giờ",
      hints: [
        Label("Write 2026-11-22 14:05 or 22/11/2026 14:05", vi: "Viết 22/11/2026 14:05")
      ])
  }
}
