import Foundation
import Testing

/// What an agenda writes is read by a calendar library: times, ends, rules, and the same UIDs each
/// time (RFC 5545).
@Suite struct CalendarLibraryTests {
  /// That of the system, which the library comes with.
  private static let python = "/usr/bin/python3"

  /// Whether the library is there: Tests/run installs it.
  static let isThere: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", "import icalendar, dateutil"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// A line an event: UID, start, end, what it replaces, and the next starts by its rule.
  private static let script = """
    import sys, icalendar
    from dateutil.rrule import rrulestr
    for path in sys.argv[1:]:
        calendar = icalendar.Calendar.from_ical(open(path, 'rb').read())
        for event in calendar.walk('VEVENT'):
            start = event['DTSTART'].dt
            end = event['DTEND'].dt if 'DTEND' in event else None
            other = event['RECURRENCE-ID'].dt if 'RECURRENCE-ID' in event else None
            days = []
            if 'RRULE' in event:
                rule = rrulestr(event['RRULE'].to_ical().decode(), dtstart=start)
                days = [day.strftime('%d/%m %H:%M') for day in rule]
            print(event['UID'], start, end, other, ' '.join(days), sep='|')
    """

  @Test(.enabled(if: isThere)) func readsTheAgenda() throws {
    let place = try Workplace()
    try place.crm("init")
    try place.crm(
      "appointment", "add", "Họp; \"tuần\", số 1", "--start", "2030-12-02 9h", "--duration", "45p",
      "--repeat", "weekly", "--until", "2030-12-20", "--description", "dòng 1\ndòng 2")
    try place.crm("appointment", "edit", "HEN000001", "--start", "2030-12-03 14h")
    try place.crm("task", "add", "Báo cáo", "--due", "2030-12-05")
    let files = [place.folder + "/1.ics", place.folder + "/2.ics"]
    try place.crm("agenda", "--days", "30", "--ics", files[0], "--today", "2030-12-01")
    try place.crm("appointment", "done", "HEN000001", "--today", "2030-12-01")
    try place.crm("agenda", "--days", "30", "--ics", files[1], "--today", "2030-12-01")
    let outcome = try place.start(Self.python, ["-c", Self.script] + files).finish()
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    let times = rows.map { $0.dropFirst().joined(separator: " | ") }
    #expect(
      times == [
        "2030-12-02 09:00:00+07:00 | 2030-12-02 09:45:00+07:00 | None | "
          + "02/12 09:00 09/12 09:00 16/12 09:00",
        "2030-12-03 14:00:00+07:00 | 2030-12-03 14:45:00+07:00 | 2030-12-02 09:00:00+07:00 | ",
        "2030-12-05 | None | None | ",
        "2030-12-05 | None | None | ",
        "2030-12-09 09:00:00+07:00 | 2030-12-09 09:45:00+07:00 | None | 09/12 09:00 16/12 09:00",
      ])
    // A series is one event, however many of it were finished.
    #expect(rows[0][0] == rows[1][0] && rows[0][0] == rows[4][0])
    #expect(rows[2][0] == rows[3][0])
    #expect(rows[0][0] != rows[2][0])
  }
}
