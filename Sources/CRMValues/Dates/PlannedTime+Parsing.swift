extension PlannedTime {
  /// Reads a day or a moment as people write it, case and marks ignored.
  ///
  /// Accepted are
  /// - a day, as `parseDay` reads it: `2026-12-01`, `1/12/2026`, `mai`, `friday`, `+2d`, `eom`;
  /// - a time of day, which is today's: `14h`, `14h30`, `9:05`, `2pm`, `9 giờ 30`, `2h chiều`;
  /// - both, in either order: `2026-12-01 14:00`, `mai 9h30`, `9h30 mai`, `+2d 9h`,
  ///   `8 giờ tối thứ sáu`, `sáng mai lúc 9h`;
  /// - ISO 8601 with an offset: `2026-12-01T14:00:00+07:00`, `2026-12-01T07:00Z`;
  /// - `now`, `bây giờ`, and hours, minutes or seconds from now: `+3h`, `+1h30`, `-90 phút`.
  ///
  /// `m` behind a sign counts months up to 12, as for days, and minutes above: `+3m`, `+90m`.
  /// A time without an offset is that of the zone's clocks. Words that mean nothing are
  /// refused, so that no time is dropped in silence.
  ///
  /// - Throws: a `CRMError` of kind `request` for a day or time that does not exist, or for
  ///   what cannot be read.
  public static func parse(
    _ text: String, now: Instant, today: Day, in zone: Zone
  ) throws -> PlannedTime {
    if let day = Day(iso: text) { return .day(day) }
    let typed = cleaned(text)
    if let numeric = NumericDate(typed) {
      let day = try numeric.day(typed: typed)
      guard let time = numeric.time else { return .day(day) }
      return try at(day, time.seconds, time.offset, in: zone, typed)
    }
    guard typed.utf8.count < 100 else { throw CRMError.unreadableTime(typed) }
    if let moment = try fromNow(typed, now: now) {
      guard let time = PlannedTime(moment) else { throw CRMError.tooFar(typed) }
      return time
    }
    if let day = try? parseDay(typed, today: today) { return .day(day) }
    let (day, time) = try TimeWords(typed).read(today: today)
    return try at(day, time.seconds, time.offset, in: zone, typed)
  }

  private static func at(
    _ day: Day, _ seconds: Int, _ offset: Int?, in zone: Zone, _ typed: String
  ) throws -> PlannedTime {
    let local = Int64(day.ordinal) * 86_400 + Int64(seconds)
    let moment = offset.map { local - Int64($0) } ?? zone.moment(ofLocal: local)
    guard let time = PlannedTime(Instant(seconds: moment)) else { throw CRMError.tooFar(typed) }
    return time
  }

  /// Reads `now` or a distance from now in hours, minutes or seconds.
  private static func fromNow(_ typed: String, now: Instant) throws -> Instant? {
    var words = folded(typed)
    if let word = ["now", "bay gio"].first(where: words.hasPrefix) {
      words = cleaned(String(words.dropFirst(word.count)))
      if words.isEmpty { return now }
    }
    guard let sign = words.first, sign == "+" || sign == "-" else { return nil }
    let distance = cleaned(String(words.dropFirst()))
    if let days = DayDistance(distance), days.months <= 12 || !distance.hasSuffix("m") {
      return nil
    }
    let span: TimeSpan
    do throws(TimeSpanFailure) {
      span = try TimeSpan.read(distance, upTo: .hour)
    } catch {
      if error == .unreadable || error == .withoutUnit { return nil }
      throw error.described(typed)
    }
    let (moment, overflow) = now.seconds.addingReportingOverflow(
      sign == "-" ? -span.seconds : span.seconds)
    if overflow { throw CRMError.tooFar(typed) }
    return Instant(seconds: moment)
  }
}
