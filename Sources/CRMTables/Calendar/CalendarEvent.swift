import CRMValues

/// An event in a calendar: of a whole day, or at a time.
public struct CalendarEvent: Sendable {
  /// How an event comes back every year (RFC 5545, 3.3.10).
  public enum Yearly: Sendable {
    case sameDay
    /// An event of 29 February, in other years on the day of the rule.
    case leapDay(LeapDayRule)

    var rule: String {
      switch self {
      case .sameDay: return "FREQ=YEARLY"
      case .leapDay(.february28): return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
      // The 60th day of a year is 29 February or 1 March.
      case .leapDay(.march1): return "FREQ=YEARLY;BYYEARDAY=60"
      case .leapDay(.onlyLeapYears): return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
      }
    }
  }

  /// The same for the same person and occasion in every file, so that a calendar replaces the
  /// event it has.
  public let uid: String
  public let start: PlannedTime
  /// When it ends, of a day the last one; nil where that is not known.
  public var end: PlannedTime?
  /// By which rule of RFC 5545 it comes again.
  public var rule: String?
  /// The time that the rule has for this one, where it takes place at another.
  public var replaces: PlannedTime?
  /// Whether whoever has it in their calendar is busy meanwhile.
  public var isBusy = false
  public let summary: String
  /// Lines of text below the summary; may be empty.
  public let details: [String]

  public init(uid: String, at start: PlannedTime, summary: String, details: [String] = []) {
    self.uid = uid
    self.start = start
    self.summary = summary
    self.details = details
  }

  public init(
    uid: String, day: Day, yearly: Yearly? = nil, summary: String, details: [String] = []
  ) {
    self.init(uid: uid, at: .day(day), summary: summary, details: details)
    rule = yearly?.rule
  }
}
