import CRMTestSupport
import Testing

@Suite struct CalendarTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func calendar(_ words: String..., language: String = "vi") -> String {
    let outcome = fixture.run(["remind"] + words + ["--lang", language, "--ics", "-"])
    #expect(outcome.errors == "" && outcome.code == 0)
    return outcome.output
  }

  @Test func writesAnEventAPersonAndOccasion() {
    #expect(
      calendar("birthdays", "--contact-days", "0").split(separator: "\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//crm//crm 0.1.0//VI", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT", "UID:founding-birthday-2-1795316400@crm", "DTSTAMP:20261122T030000Z",
        "DTSTART;VALUE=DATE:20261122", "RRULE:FREQ=YEARLY",
        "SUMMARY;LANGUAGE=vi:Ngày thành lập: Công ty Sao Mai",
        "DESCRIPTION;LANGUAGE=vi:KH000002\\nChủ sở hữu: an\\nThành lập: 22/11",
        "TRANSP:TRANSPARENT", "END:VEVENT",
        "BEGIN:VEVENT", "UID:contact-birthday-1-1795316400@crm", "DTSTAMP:20261122T030000Z",
        "DTSTART;VALUE=DATE:20261122", "RRULE:FREQ=YEARLY",
        "SUMMARY;LANGUAGE=vi:Sinh nhật: Trần Thị Hoa",
        "DESCRIPTION;LANGUAGE=vi:LH000001\\n0325000000\\nChủ sở hữu: an\\nNgày s",
        " inh: 22/11/1988",
        "TRANSP:TRANSPARENT", "END:VEVENT",
        "BEGIN:VEVENT", "UID:customer-birthday-1-1795316400@crm", "DTSTAMP:20261122T030000Z",
        "DTSTART;VALUE=DATE:20261125", "RRULE:FREQ=YEARLY",
        "SUMMARY;LANGUAGE=vi:Sinh nhật: Nguyễn Đức An",
        "DESCRIPTION;LANGUAGE=vi:KH000001\\n0912345678\\nChủ sở hữu: lan\\nNgày ",
        " sinh: 25/11/1999",
        "TRANSP:TRANSPARENT", "END:VEVENT",
        "END:VCALENDAR",
      ])
  }

  /// Lines end in CR LF, are at most 75 bytes long, and are never broken inside a character;
  /// what has a meaning in the format is escaped.
  @Test func foldsAndEscapes() throws {
    let name = "Công ty; Cổ phần, \"Ước\\Mơ\" " + String(repeating: "Đặng Thị Ngọc Ánh ", count: 9)
    try fixture.add(.customer, ["name": name, "birthday": "24/11"])
    let text = calendar("birthdays")
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.utf8.filter { $0 == 0x0A }.count == text.utf8.filter { $0 == 0x0D }.count)
    for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
    let unfolded = text.replacing("\r\n ", with: "")
    let escaped = name.replacing("\\", with: "\\\\").replacing(",", with: "\\,")
      .replacing(";", with: "\\;")
    #expect(
      unfolded.contains(
        "SUMMARY;LANGUAGE=vi:Ngày thành lập: \(escaped.split(separator: " ").joined(separator: " "))\r\n"
      ))
  }

  /// 29 February, in years with and without it, by both rules.
  @Test(arguments: [
    ("february-28", "2027-02-20", "20270228", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    ("march-1", "2027-02-20", "20270301", "FREQ=YEARLY;BYYEARDAY=60"),
    ("february-28", "2028-02-20", "20280229", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    ("march-1", "2028-02-20", "20280229", "FREQ=YEARLY;BYYEARDAY=60"),
  ]) func keepsTheLeapDayRule(_ setting: String, _ today: String, _ day: String, _ rule: String) {
    _ = fixture.run("config", "set", "leap_day", setting)
    let text = calendar("birthdays", "--today", today, "--days", "20", language: "en")
    #expect(text.contains("DTSTART;VALUE=DATE:\(day)\r\nRRULE:\(rule)\r\nSUMMARY;LANGUAGE=en:"))
    #expect(text.contains("Birthday: Nguyen Duc Binh"))
  }

  @Test func tellsStaffAndForgottenCustomers() {
    let staff = calendar("staff-birthdays", "--today", "2026-12-01", language: "en")
    #expect(staff.contains("UID:staff-birthday-2-1795316400@crm\r\n"))
    #expect(staff.contains("SUMMARY;LANGUAGE=en:Birthday: Phạm Lan\r\n"))
    let forgotten = calendar("forgotten", "--days", "11")
    #expect(forgotten.contains("UID:customer-forgotten-1-1795316400@crm\r\n"))
    #expect(
      forgotten.contains(
        "DTSTART;VALUE=DATE:20261122\r\nSUMMARY;LANGUAGE=vi:Đừng quên liên hệ: Nguyễn Đức An\r\n"))
    #expect(forgotten.replacing("\r\n ", with: "").contains("\\nLiên hệ lần cuối: 10/11/2026\r\n"))
    #expect(!forgotten.contains("RRULE"))
  }

  @Test func tellsContractsThatEnd() throws {
    try fixture.add(
      .contract,
      [
        "customer": "KH000001", "name": "Bảo trì", "value": "12000000", "date": "30/11/2025",
        "expiry_date": "30/11/2026",
      ])
    let text = calendar("contracts")
    #expect(text.contains("UID:contract-expiry-1-1795316400@crm\r\n"))
    #expect(
      text.contains(
        "DTSTART;VALUE=DATE:20261130\r\nSUMMARY;LANGUAGE=vi:Hợp đồng hết hạn: Nguyễn Đức An\r\n"))
    #expect(
      text.replacing("\r\n ", with: "").contains(
        "HD000001 Bảo trì\\nKH000001\\nGiá trị: 12.000.000 đ\\nChủ sở hữu: lan\r\n"))
  }

  @Test func writesAFileOnlyWhereSomethingIsDue() throws {
    let file = fixture.file("lich.ics")
    let none = fixture.run("remind", "forgotten", "--ics", file)
    #expect(none == .init(output: "", errors: "", code: 0))
    #expect(throws: (any Error).self) { try fixture.contents("lich.ics") }
    let some = fixture.run("remind", "birthdays", "--ics", file)
    #expect(some == .init(output: "", errors: "", code: 0))
    #expect(try fixture.contents("lich.ics").hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(
      fixture.run("remind", "birthdays", "--ics", file, "--json")
        == .init(output: "", errors: "crm: --ics and --format do not go together\n", code: 2))
    #expect(fixture.run("remind", "birthdays", "--ics", fixture.folder).code == 1)
  }
}
