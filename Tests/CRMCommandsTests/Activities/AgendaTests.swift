import CRMTestSupport
import Foundation
import Testing

/// What somebody has to do, by day (RULES 15.5), and to whom it is told (10.7, 10.8).
@Suite struct AgendaTests {
  let fixture: Fixture

  /// An late, one of today, promised calls, a card, a contract, and what comes again, of Lan.
  init() throws {
    fixture = try Fixture()
    try fixture.add(
      .user, ["code": "lan", "name": "Phạm Lan", "emails": "lan@vidu.vn"])
    try fixture.add(
      .customer,
      ["name": "Sao Mai", "owner": "lan", "phones": "0912345678", "birthday": "25/11"])
    for words in [
      ["task", "add", "KH000001", "Trễ", "--performers", "lan", "--due", "2026-11-20"],
      ["task", "add", "KH000001", "Sáng nay", "--performers", "lan", "--due", "2026-11-22 9h"],
      ["task", "add", "Chiều nay", "--performers", "lan", "--due", "2026-11-22 14h"],
      ["task", "add", "Xong", "--performers", "lan", "--due", "2026-11-22", "--status", "done"],
      ["task", "add", "Của an", "--due", "2026-11-22"],
      ["task", "add", "Sau", "--performers", "lan", "--due", "2026-12-25"],
      ["call", "add", "KH000001", "--owner", "lan", "--start", "2026-11-23 9h"],
      ["care-card", "add", "KH000001", "--care-date", "2026-11-24"],
      ["contract", "add", "KH000001", "Bảo trì", "--expiry-date", "2026-11-26"],
      [
        "appointment", "add", "KH000001", "Họp", "--performers", "lan", "--start",
        "2026-11-23 8h30", "--duration", "1h", "--repeat", "FREQ=DAILY;INTERVAL=4",
      ],
    ] { #expect(fixture.run(words).code == 0, "\(words)") }
  }

  @Test func showsWhatIsOverdueThenTheDays() {
    let shown = fixture.run(["--as", "lan", "agenda"], language: .vi, terminal: 80)
    #expect(
      shown.output == """
        Quá hạn (2)
          20/11  Công việc  CV000001  Trễ · Sao Mai (KH000001) · 0912 345 678
          09:00  Công việc  CV000002  Sáng nay · Sao Mai (KH000001) · 0912 345 678

        Hôm nay, chủ nhật 22/11/2026 (1)
          14:00  Công việc  CV000003  Chiều nay

        Ngày mai, thứ hai 23/11/2026 (2)
          08:30  Lịch hẹn  HEN000001  Họp · Sao Mai (KH000001) · 0912 345 678
          09:00  Cuộc gọi  CG000001   Gọi đi · Dự kiến · Sao Mai (KH000001) ·
                                      0912 345 678

        Thứ ba 24/11/2026 (1)
                 Thẻ chăm sóc  TCS000001  Chưa thực hiện · Sao Mai (KH000001) ·
                                          0912 345 678

        Thứ tư 25/11/2026 (1)
                 Sinh nhật  KH000001  Sao Mai · 0912 345 678

        Thứ năm 26/11/2026 (1)
                 Hợp đồng  HD000001  Bảo trì · Sao Mai (KH000001) · 0912 345 678

        Thứ sáu 27/11/2026 (1)
          08:30  Lịch hẹn  HEN000001  Họp · Sao Mai (KH000001) · 0912 345 678

        """)
    // Somebody else's, and how much more there is.
    let short = fixture.run("agenda", "--user", "lan", "--days", "2", "--limit", "1").output
    #expect(
      short == """
        Overdue (2)
          09:00  Task  CV000002  Sáng nay · Sao Mai (KH000001) · 0912 345 678
          … 1 more: --limit

        Today, Sunday 2026-11-22 (1)
          14:00  Task  CV000003  Chiều nay

        Tomorrow, Monday 2026-11-23 (2)
          08:30  Appointment  HEN000001  Họp · Sao Mai (KH000001) · 0912 345 678
          … 1 more: --limit

        """)
    #expect(fixture.run("agenda", "--user", "ai").code == 1)
  }

  @Test func isRowsForPrograms() {
    let rows = fixture.run("agenda", "--user", "lan", "--days", "2", "--format", "tsv").output
    #expect(
      rows.split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).prefix(5).joined(separator: " ")
      }
        == [
          "2026-11-20  true Task CV000001",
          "2026-11-22 2026-11-22T09:00:00+07:00 true Task CV000002",
          "2026-11-22 2026-11-22T14:00:00+07:00 false Task CV000003",
          "2026-11-23 2026-11-23T08:30:00+07:00 false Appointment HEN000001",
          "2026-11-23 2026-11-23T09:00:00+07:00 false Call CG000001",
        ])
  }

  /// One event a series, with its rule; the one that was moved beside it.
  @Test func isACalendar() throws {
    _ = fixture.run("appointment", "edit", "HEN000001", "--start", "2026-11-24 10h")
    let file = fixture.file("lan.ics")
    #expect(fixture.run("agenda", "--user", "lan", "--days", "30", "--ics", file).code == 0)
    let text = try fixture.contents("lan.ics").replacing("\r\n ", with: "")
    let events = text.components(separatedBy: "BEGIN:VEVENT").dropFirst()
    let series = events.filter { $0.contains("UID:appointment-1-") }
    #expect(series.count == 2)
    #expect(series.first?.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T083000\r\n") == true)
    #expect(series.first?.contains("DTEND;TZID=Asia/Ho_Chi_Minh:20261123T093000\r\n") == true)
    #expect(series.first?.contains("RRULE:FREQ=DAILY;INTERVAL=4\r\n") == true)
    #expect(
      series.last?.contains("RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20261123T083000\r\n") == true)
    #expect(series.last?.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20261124T100000\r\n") == true)
    // Finished, the series is the same event.
    _ = fixture.run("appointment", "done", "HEN000001")
    _ = fixture.run("agenda", "--user", "lan", "--days", "30", "--ics", file)
    let later = try fixture.contents("lan.ics")
    #expect(later.contains("UID:appointment-1-"))
    #expect(later.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20261127T083000\r\n"))
  }

  @Test func tellsEachPersonTheirs() {
    let tasks = fixture.run("remind", "tasks", "--per-owner")
    #expect(
      tasks.output == """
        an
        Due         Code      What    Customer  Name  Phones  Performers
        2026-11-22  CV000005  Của an                          an

        Phạm Lan (lan) <lan@vidu.vn>
        Due                  Code      What       Customer  Name     Phones        Performers
        2026-11-20           CV000001  Trễ        KH000001  Sao Mai  0912 345 678  Phạm Lan
        2026-11-22 09:00:00  CV000002  Sáng nay   KH000001  Sao Mai  0912 345 678  Phạm Lan
        2026-11-22 14:00:00  CV000003  Chiều nay                                   Phạm Lan

        """)
    let rows = fixture.run("remind", "tasks", "--mine", "--per-owner", "--format", "jsonl").output
    #expect(
      rows == """
        {"person": "an", "person_name": "an", "person_email": null, "time": "2026-11-22", \
        "code": "CV000005", "name": "Của an", "customer": null, "customer_name": null, \
        "phones": null, "performers": "an"}

        """)
    let next = fixture.run("remind", "appointments", "--format", "tsv").output
    #expect(
      next.split(separator: "\n").dropFirst().map { $0.prefix(35) } == [
        "2026-11-23T08:30:00+07:00\tHEN000001"
      ])
    #expect(
      fixture.run("remind", "appointments", "--days", "0") == .init(output: "", errors: "", code: 0)
    )
    let birthdays = fixture.run("remind", "birthdays", "--per-owner").output
    #expect(birthdays.hasPrefix("Phạm Lan (lan) <lan@vidu.vn>\n"))
    #expect(fixture.run("remind", "forgotten", "--per-owner").output == "")
    #expect(fixture.run("remind", "contracts", "--per-owner").output.contains("<lan@vidu.vn>"))
  }
}
