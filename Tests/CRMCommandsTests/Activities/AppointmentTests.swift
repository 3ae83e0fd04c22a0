import CRMTestSupport
import Testing

/// Appointments take their time, and come again (RULES 15.2, 15.4).
@Suite struct AppointmentTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture()
    try fixture.add(.customer, ["name": "An"])
  }

  private func value(_ columns: String, _ code: String) -> String {
    let output = fixture.run(
      "appointment", "list", "--where", "code = \(code)", "--columns", columns, "--no-header"
    ).output
    return String(output.dropLast())
  }

  @Test(arguments: [
    (["--start", "2026-12-02 9h", "--duration", "45p"], "2026-12-02T09:45:00+07:00\t45m"),
    (["--start", "2026-12-02 9h", "--end", "2026-12-02 10h"], "2026-12-02T10:00:00+07:00\t1h"),
    (["--start", "2026-12-02 9h", "--duration", "0p"], "2026-12-02T09:00:00+07:00\t0s"),
    (["--start", "2026-12-02 9h", "--duration", "25h"], "2026-12-03T10:00:00+07:00\t1d1h"),
    (["--start", "2026-12-02", "--end", "2026-12-04"], "2026-12-04\t"),
    (["--start", "2026-12-02 9h"], "\t"),
  ]) func takesItsTime(words: [String], end: String) {
    #expect(fixture.run(["appointment", "add", "KH000001", "Gặp"] + words).code == 0)
    #expect(value("end,duration", "HEN000001") == end)
  }

  @Test(arguments: [
    (
      ["--start", "2026-12-02 9h", "--end", "2026-12-02 8h"],
      "end 2026-12-02 08:00:00 is before the start 2026-12-02 09:00:00"
    ),
    (
      ["--start", "2026-12-02 9h", "--end", "2026-12-02 10h", "--duration", "30p"],
      "end and duration contradict each other: give one of them"
    ),
    (["--start", "2026-12-02", "--duration", "30p"], "a duration needs a time of day to begin at"),
    (
      ["--start", "2026-12-02", "--until", "2026-12-09"], "an end needs something that comes again"
    ),
    (
      ["--start", "2026-12-02", "--repeat", "weekly", "--until", "2026-12-01"],
      "it ends on 2026-12-01, before its first time on 2026-12-02"
    ),
    (
      ["--start", "2026-12-02", "--repeat", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
      "never occurs"
    ),
  ]) func refuses(words: [String], message: String) {
    let outcome = fixture.run(["appointment", "add", "KH000001", "Gặp"] + words)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(fixture.run("appointment", "list", "--count").output == "0\n")
  }

  /// The end goes along with the start, and the duration with the end.
  @Test func movesAsAWhole() {
    _ = fixture.run(
      "appointment", "add", "KH000001", "Gặp", "--start", "2026-12-02 9h", "--duration", "45p")
    _ = fixture.run("appointment", "postpone", "HEN000001", "--to", "2026-12-03 14h")
    #expect(value("end,duration", "HEN000001") == "2026-12-03T14:45:00+07:00\t45m")
    _ = fixture.run("appointment", "edit", "HEN000001", "--end", "2026-12-03 16h")
    #expect(value("start,duration", "HEN000001") == "2026-12-03T14:00:00+07:00\t2h")
    _ = fixture.run("appointment", "edit", "HEN000001", "--duration", "")
    #expect(value("start,end", "HEN000001") == "2026-12-03T14:00:00+07:00\t")
  }

  /// Only finishing and cancelling store the next, at the same time, until the end.
  @Test func comesAgain() {
    let added = fixture.run(
      "appointment", "add", "KH000001", "Họp", "--start", "2026-12-02 9h", "--duration", "45p",
      "--repeat", "weekly", "--until", "2026-12-16")
    #expect(added.code == 0)
    #expect(
      fixture.run("appointment", "done", "HEN000001").errors
        == "The next is HEN000002, 2026-12-09 09:00:00.\nFinished appointment HEN000001.\n")
    #expect(
      value("start,end,status,series_code", "HEN000002")
        == "2026-12-09T09:00:00+07:00\t2026-12-09T09:45:00+07:00\tPlanned\tHEN000001")
    // Finished twice, no second one.
    _ = fixture.run("appointment", "reopen", "HEN000001")
    #expect(fixture.run("appointment", "done", "HEN000001").code == 0)
    #expect(fixture.run("appointment", "list", "--count").output == "2\n")
    // For this time alone; those to come have what the series has.
    _ = fixture.run(
      "appointment", "edit", "HEN000002", "--start", "2026-12-10 14h", "--place", "Quán B")
    _ = fixture.run("appointment", "edit", "HEN000002", "--series", "--name", "Họp tuần")
    #expect(fixture.run("appointment", "cancel", "HEN000002").code == 0)
    #expect(
      value("start,name,place,status", "HEN000003")
        == "2026-12-16T09:00:00+07:00\tHọp tuần\t\tPlanned")
    // The last of them.
    #expect(
      fixture.run("appointment", "done", "HEN000003").errors
        == "Finished appointment HEN000003.\n")
    #expect(fixture.run("appointment", "list", "--count").output == "3\n")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("appointment", "list", "--count").output == "2\n")
    #expect(value("status", "HEN000002") == "Planned")
  }

  /// What went by unfinished is not made up for; a count counts it all the same.
  @Test(arguments: [
    ("daily", "2026-11-22"), ("FREQ=DAILY;COUNT=4", "2026-11-22"), ("FREQ=DAILY;COUNT=3", ""),
  ])
  func goesOnFromToday(rule: String, next: String) {
    _ = fixture.run("task", "add", "Báo cáo", "--due", "2026-11-19", "--repeat", rule)
    #expect(fixture.run("task", "done", "CV000001").code == 0)
    let found = fixture.run(
      "task", "list", "--open", "--columns", "due", "--no-header"
    ).output
    #expect(found == (next.isEmpty ? "" : next + "\n"))
  }
}
