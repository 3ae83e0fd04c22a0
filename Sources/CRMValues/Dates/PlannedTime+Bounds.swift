extension PlannedTime {
  /// Which storage forms fall on some days of a zone, as ranges of text.
  public enum StoredBounds: Hashable, Sendable {
    /// One range holds days and moments alike.
    case together(Bounds<String>)
    /// One range holds the days (10 characters), another the moments (25 characters); each may
    /// hold texts of the other length, which do not count.
    case apart(days: Bounds<String>, moments: Bounds<String>)

    /// The length of the storage form of a day, which tells it from that of a moment.
    public static let dayLength = 10

    public func contains(_ time: PlannedTime) -> Bool {
      switch self {
      case .together(let range): range.contains(time.storage)
      case .apart(let days, let moments):
        (time.instant == nil ? days : moments).contains(time.storage)
      }
    }
  }

  /// Returns the storage forms of the times that fall on the days from the first through the
  /// last, where nil is no limit.
  ///
  /// Where both limits are midnight in Vietnam, as they always are there, it is one range:
  /// from `2026-12-01` to before `2026-12-02` for 1 December.
  public static func bounds(
    from first: Day?, through last: Day?, in zone: Zone
  ) -> StoredBounds {
    let next = last.flatMap { Day(ordinal: $0.ordinal + 1) }
    let start = first.map { Instant.startOfDay($0, in: zone) }
    let end = next.map { Instant.startOfDay($0, in: zone) }
    let isVietnamese =
      start == first.map { Instant.startOfDay($0, in: .vietnam) }
      && end == next.map { Instant.startOfDay($0, in: .vietnam) }
    let days = Bounds(lower: first?.iso, upper: next?.iso, upperIncluded: next == nil)
    if isVietnamese { return .together(days) }
    return .apart(
      days: days,
      moments: Bounds(
        lower: start.map { PlannedTime.moment($0).storage },
        upper: end.map { PlannedTime.moment($0).storage }, upperIncluded: end == nil))
  }
}
