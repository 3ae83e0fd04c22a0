import CRMValues

/// The clock as a command sees it: it comes from outside, so that cron can catch up and tests
/// are exact.
public struct Moment: Sendable {
  /// Seconds since 1970 UTC.
  public let now: Instant
  /// The day that relative dates and reminders count from.
  public let today: Day
  public let zone: Zone

  public init(now: Instant, today: Day, zone: Zone) {
    self.now = now
    self.today = today
    self.zone = zone
  }
}
