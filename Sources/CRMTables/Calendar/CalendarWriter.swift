import CRMValues

/// Writes events as an iCalendar file (RFC 5545): lines end in CR LF and are folded at 75 bytes.
///
/// Nothing is opened before the first event: a calendar has at least one (3.6).
public final class CalendarWriter {
  private let target: OutputTarget
  private let stamp: String
  private let language: Language
  private let product: String
  private var buffer: OutputBuffer?

  private let hasTimes: Bool

  /// - Parameters:
  ///   - stamp: when the file is made.
  ///   - product: the name and version of the program.
  ///   - hasTimes: whether events have times of day, by the clocks of Vietnam.
  public init(
    _ target: OutputTarget, at stamp: Instant, language: Language, product: String,
    hasTimes: Bool = false
  ) {
    self.target = target
    self.hasTimes = hasTimes
    self.stamp = CalendarWriter.basic(stamp)
    self.language = language
    self.product = product
  }

  /// Writes an event.
  ///
  /// - Throws: ``CRMError`` where the file cannot be written.
  public func write(_ event: CalendarEvent) throws {
    if buffer == nil { try begin() }
    var lines = [
      "BEGIN:VEVENT", "UID:\(VCardRecord.escaped(event.uid))", "DTSTAMP:\(stamp)",
      CalendarWriter.line("DTSTART", event.start),
    ]
    if let end = event.end { lines.append(CalendarWriter.line("DTEND", afterLast(end))) }
    if let rule = event.rule { lines.append("RRULE:\(rule)") }
    if let time = event.replaces { lines.append(CalendarWriter.line("RECURRENCE-ID", time)) }
    lines.append("SUMMARY;LANGUAGE=\(language.rawValue):\(VCardRecord.escaped(event.summary))")
    if !event.details.isEmpty {
      let text = VCardRecord.escaped(event.details.joined(separator: "\n"))
      lines.append("DESCRIPTION;LANGUAGE=\(language.rawValue):\(text)")
    }
    // Who has a birthday is not busy.
    lines += ["TRANSP:\(event.isBusy ? "OPAQUE" : "TRANSPARENT")", "END:VEVENT"]
    for line in lines { buffer?.appendFolded(line) }
    try buffer?.flushIfFull()
  }

  /// Ends the calendar and puts a file in place; nothing where there were no events.
  public func finish() throws {
    buffer?.appendFolded("END:VCALENDAR")
    try buffer?.finish()
  }

  private func begin() throws {
    buffer = OutputBuffer(try target.open())
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0",
      "PRODID:-//crm//\(product)//\(language.rawValue.uppercased())",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]
    for line in head + (hasTimes ? CalendarWriter.zone : []) { buffer?.appendFolded(line) }
  }

  /// Vietnam, where clocks are never changed.
  private static let zone = [
    "BEGIN:VTIMEZONE", "TZID:Asia/Ho_Chi_Minh", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE",
  ]

  /// An event of whole days ends before the day after its last (RFC 5545, 3.6.1).
  private func afterLast(_ end: PlannedTime) -> PlannedTime {
    guard case .day(let day) = end else { return end }
    return .day(day.adding(days: 1))
  }

  /// `DTSTART;VALUE=DATE:20261122`, `DTSTART;TZID=Asia/Ho_Chi_Minh:20261122T100000`.
  private static func line(_ name: String, _ time: PlannedTime) -> String {
    switch time {
    case .day(let day): return "\(name);VALUE=DATE:\(basic(day))"
    case .moment:
      let local = time.storage.prefix(19).filter { $0 != "-" && $0 != ":" }
      return "\(name);TZID=Asia/Ho_Chi_Minh:\(local)"
    }
  }

  /// `20261122` of 2026-11-22.
  private static func basic(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

  /// `20261122T030000Z`.
  private static func basic(_ instant: Instant) -> String {
    instant.iso8601.filter { $0 != "-" && $0 != ":" }
  }
}
