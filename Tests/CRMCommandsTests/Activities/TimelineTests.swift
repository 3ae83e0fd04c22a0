import CRMTestSupport
import Testing

/// One stream of all that happened to a customer, and its panels (RULES 15.6).
@Suite struct TimelineTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func rows(_ words: String...) -> [String] {
    let output = fixture.run(
      ["customer", "timeline"] + words + ["--format", "tsv", "--no-header"]
    ).output
    return output.split(separator: "\n").map(String.init)
  }

  @Test func isOneStream() throws {
    _ = fixture.run("comment", "add", "KH000001", "Hỏi giá")
    _ = fixture.run(
      "call", "add", "KH000001", "--call-status", "Nghe máy", "--start", "2026-11-20 8:30",
      "--duration", "3p20s")
    _ = fixture.run("customer", "edit", "KH000001", "--level", "interested")
    let all = rows("KH000001")
    // The order of 1 November, entered today, stands at the beginning of its day.
    #expect(all.last?.hasPrefix("2026-11-01 00:00:00\tOrder\tDH000001\t") == true)
    #expect(
      all.contains("2026-11-20 08:30:00\tCall\tCG000001\tOutgoing · 3m20s · Answered · Done\tan")
        || all.contains(
          "2026-11-20 08:30:00\tCall\tCG000001\tOutgoing · 3m20s · Nghe máy · Done\tan")
    )
    #expect(all.contains { $0.contains("\tChange\t\t") && $0.contains("Level: ") })
    #expect(
      all.contains { $0.contains("\tComment\tTD000001\tHỏi giá") || $0.contains("TD000001\t") })
    let count = fixture.run("customer", "timeline", "KH000001", "--count").output
    #expect(count == "\(all.count)\n")
    // Page by page it is the same.
    let pages = stride(from: 0, to: all.count, by: 2).flatMap {
      rows("KH000001", "--limit", "2", "--offset", String($0))
    }
    #expect(pages == all)
    #expect(rows("KH000001", "--only", "calls").count == 1)
    #expect(
      rows("KH000001", "--only", "calls,comments,changes").count
        == rows("KH000001", "--only", "calls").count + rows("KH000001", "--only", "comments").count
        + rows("KH000001", "--only", "changes").count)
    let wrong = fixture.run("customer", "timeline", "KH000001", "--only", "call5")
    #expect(wrong.code == 2)
    #expect(wrong.errors.contains("calls"))
  }

  /// Nobody sees in it what is not theirs.
  @Test func showsWhatOneSees() throws {
    try fixture.add(.role, ["code": "sale", "name": "Bán"])
    _ = fixture.run(
      "role", "grant", "sale", "--on", "customer,call", "--to", "view", "--reach", "own")
    _ = fixture.run("user", "edit", "lan", "--role", "sale")
    _ = fixture.run("call", "add", "KH000001", "--content", "Bí mật")
    _ = fixture.run("note", "add", "KH000001", "Riêng tư")
    let mine = fixture.run("--as", "lan", "customer", "timeline", "KH000001").output
    #expect(mine.contains("CG000001"))
    #expect(!mine.contains("Riêng tư"))
    #expect(fixture.run("--as", "lan", "customer", "timeline", "KH000002").code == 1)
  }

  @Test func hasPanels() {
    _ = fixture.run("task", "add", "KH000001", "Gọi", "--due", "2026-11-25")
    _ = fixture.run("note", "add", "KH000001", "Thích trà")
    let panel = fixture.run("customer", "show", "KH000001", "--panel", "activity").output
    let lines = panel.split(separator: "\n").map(String.init)
    #expect(lines.first == "KH000001 Nguyễn Đức An (3)")
    #expect(lines[2].hasPrefix("2026-11-25 00:00:00  Task"))
    #expect(lines[3].contains("GC000001  Thích trà"))
    #expect(lines[4].contains("GD000001  Gọi chào hàng"))
    #expect(panel.contains("  + crm appointment add --customer KH000001"))
    #expect(
      fixture.run("care-card", "show", "TCS000001", "--panel", "activity").output == panel)
    #expect(
      fixture.run("customer", "show", "KH000001", "--panel", "purchases").output
        .contains("DH000001"))
    let work = fixture.run("customer", "show", "KH000001", "--panel", "appointments").output
    #expect(work.contains("CV000001") && !work.contains("GC000001"))
    #expect(
      fixture.run("customer", "show", "KH000001", "--panel", "care").output.contains("TCS000001"))
  }
}
