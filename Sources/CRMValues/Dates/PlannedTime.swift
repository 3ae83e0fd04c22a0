/// When something is planned or was done, as people say it: a day, or a moment on a day.
public enum PlannedTime: Hashable, Sendable {
  /// A day without a time of day.
  case day(Day)
  /// A day with a time of day. What is read lies from 2 January of the year 1 to 30 December
  /// 9999 in UTC, so that every zone has a day for it.
  case moment(Instant)

  /// Makes a moment, nil outside the days that every zone has.
  public init?(_ moment: Instant) {
    let day = moment.day(in: .utc)
    guard day > .first && day < .last else { return nil }
    self = .moment(moment)
  }

  /// The storage form, which sorts as the times do: `2026-12-01` without a time, else
  /// `2026-12-01T14:00:00+07:00`, always by the clocks of Vietnam.
  public var storage: String { iso8601(in: .vietnam) }

  /// Makes a time of its storage form, nil for anything else.
  public init?(storage: String) {
    if let day = Day(iso: storage) {
      self = .day(day)
      return
    }
    var storage = storage
    let seconds: Int64? = storage.withUTF8 { bytes in
      guard bytes.count == 25, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
        bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
        bytes[16] == UInt8(ascii: ":"), bytes[19...].elementsEqual("+07:00".utf8),
        let year = readDigits(bytes, at: 0, count: 4),
        let month = readDigits(bytes, at: 5, count: 2),
        let day = readDigits(bytes, at: 8, count: 2),
        let day = Day(year: year, month: month, day: day),
        let hour = readDigits(bytes, at: 11, count: 2), hour < 24,
        let minute = readDigits(bytes, at: 14, count: 2), minute < 60,
        let second = readDigits(bytes, at: 17, count: 2), second < 60
      else { return nil }
      return Int64(day.ordinal) * 86_400 + Int64((hour - 7) * 3600 + minute * 60 + second)
    }
    guard let seconds else { return nil }
    self.init(Instant(seconds: seconds))
  }

  /// The exact moment, nil for a day without a time.
  public var instant: Instant? {
    switch self {
    case .day: nil
    case .moment(let moment): moment
    }
  }

  /// Returns the day on which the time falls in a zone.
  public func day(in zone: Zone) -> Day {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.day(in: zone)
    }
  }

  /// Returns the time as people read it in a zone: `2026-12-01 14:00:00` in English,
  /// `01/12/2026 14:00` in Vietnamese, the day alone where there is no more.
  public func text(in zone: Zone, _ language: Language) -> String {
    switch self {
    case .day(let day): day.text(language)
    case .moment(let moment): moment.text(in: zone, language)
    }
  }

  /// Returns the time as programs read it, by ISO 8601 in a zone: `2026-12-01`, or
  /// `2026-12-01T14:00:00+07:00`.
  public func iso8601(in zone: Zone) -> String {
    switch self {
    case .day(let day): return day.iso
    case .moment(let moment):
      let offset = zone.offset(moment.seconds)
      // The offsets of before standard time had seconds, which ISO 8601 cannot write.
      guard offset % 60 == 0, abs(offset) <= 18 * 3600 else { return iso8601(in: .vietnam) }
      let (day, second) = moment.local(in: zone)
      return "\(day.iso)T\(clock(second / 60)):\(twoDigits(second % 60))"
        + (offset < 0 ? "-" : "+") + clock(abs(offset) / 60)
    }
  }

  private func clock(_ minutes: Int) -> String {
    "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }
}

extension PlannedTime: Comparable {
  /// Orders times as their storage forms sort: a day comes before the moments that Vietnam has
  /// on it.
  public static func < (left: PlannedTime, right: PlannedTime) -> Bool {
    left.position < right.position
  }

  private var position: (Int, Int) {
    switch self {
    case .day(let day): return (day.ordinal, -1)
    case .moment(let moment):
      let (day, second) = moment.local(in: .vietnam)
      return (day.ordinal, second)
    }
  }
}
