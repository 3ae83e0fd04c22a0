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

  /// - Parameters:
  ///   - stamp: when the file is made.
  ///   - product: the name and version of the program.
  public init(_ target: OutputTarget, at stamp: Instant, language: Language, product: String) {
    self.target = target
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
      "DTSTART;VALUE=DATE:\(CalendarWriter.basic(event.day))",
    ]
    if let yearly = event.yearly { lines.append("RRULE:\(yearly.rule)") }
    lines.append("SUMMARY;LANGUAGE=\(language.rawValue):\(VCardRecord.escaped(event.summary))")
    if !event.details.isEmpty {
      let text = VCardRecord.escaped(event.details.joined(separator: "\n"))
      lines.append("DESCRIPTION;LANGUAGE=\(language.rawValue):\(text)")
    }
    // Who has a birthday is not busy.
    lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
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
    for line in [
      "BEGIN:VCALENDAR", "VERSION:2.0",
      "PRODID:-//crm//\(product)//\(language.rawValue.uppercased())",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ] { buffer?.appendFolded(line) }
  }

  /// `20261122` of 2026-11-22.
  private static func basic(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

  /// `20261122T030000Z`.
  private static func basic(_ instant: Instant) -> String {
    instant.iso8601.filter { $0 != "-" && $0 != ":" }
  }
}
