import CRMValues

/// An event of a whole day in a calendar.
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
  public let day: Day
  public let yearly: Yearly?
  public let summary: String
  /// Lines of text below the summary; may be empty.
  public let details: [String]

  public init(
    uid: String, day: Day, yearly: Yearly? = nil, summary: String, details: [String] = []
  ) {
    self.uid = uid
    self.day = day
    self.yearly = yearly
    self.summary = summary
    self.details = details
  }
}
