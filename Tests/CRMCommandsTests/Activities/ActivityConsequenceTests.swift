import CRMTestSupport
import Testing

/// What moves the last contact of a customer, and what does not (RULES 10.5).
@Suite struct ActivityConsequenceTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture()
    try fixture.add(.customer, ["name": "An", "phones": "0912345678"])
  }

  /// Last contact, level and score.
  private var customer: String {
    let output = fixture.run(
      "customer", "list", "--columns", "last_contact,level,score", "--no-header"
    ).output
    return String(output.dropLast())
  }

  private static let untouched = "\tNew\t0"

  @Test(arguments: [
    ["task", "add", "KH000001", "X"], ["task", "add", "KH000001", "X", "--status", "done"],
    ["appointment", "add", "KH000001", "X", "--start", "2026-11-20 9h"],
    ["appointment", "add", "KH000001", "X", "--start", "2026-11-20", "--status", "cancelled"],
    ["call", "add", "KH000001", "--direction", "in"],
    ["call", "add", "KH000001", "--direction", "in", "--call-status", "Máy bận"],
    ["call", "add", "KH000001", "--start", "2026-11-23 9h"],
    ["call", "add", "KH000001", "--status", "cancelled"],
    ["note", "add", "KH000001", "Thích trà"],
    ["consultation", "add", "KH000001", "--content", "Trà"],
  ]) func isNoContact(words: [String]) {
    #expect(fixture.run(words).code == 0)
    #expect(customer == Self.untouched)
  }

  @Test(arguments: [
    ([["call", "add", "KH000001", "--start", "2026-11-20 9h"]], "2026-11-20"),
    (
      [
        [
          "call", "add", "KH000001", "--direction", "in", "--call-status", "Nghe máy", "--start",
          "2026-11-19 23:30",
        ]
      ], "2026-11-19"
    ),
    (
      [
        ["call", "add", "KH000001", "--direction", "in", "--start", "2026-11-19"],
        [
          "call", "edit", "CG000001", "--call-status",
          "nghe may".replacing("nghe may", with: "Nghe máy"),
        ],
      ], "2026-11-19"
    ),
    // A promise that is kept: never a day still to come.
    (
      [
        ["call", "add", "KH000001", "--start", "2026-11-25 9h"],
        ["call", "edit", "CG000001", "--call-status", "Nghe máy"],
      ], "2026-11-22"
    ),
    (
      [
        ["appointment", "add", "KH000001", "X", "--start", "2026-11-20 9h"],
        ["appointment", "done", "HEN000001"],
      ], "2026-11-20"
    ),
    ([["call", "add", "KH000001", "--start", "2026-11-20", "--dry-run"]], ""),
  ]) func isAContact(lines: [[String]], day: String) {
    for words in lines { #expect(fixture.run(words).code == 0) }
    #expect(customer == "\(day)\tNew\t0")
    guard !day.isEmpty else { return }
    #expect(fixture.run("undo").code == 0)
    #expect(customer == Self.untouched)
    #expect(fixture.run("redo").code == 0)
    #expect(customer == "\(day)\tNew\t0")
  }

  /// A call status that becomes one by which people spoke is read anew for later calls.
  @Test func readsTheFlagOfTheStatus() {
    _ = fixture.run("call-status", "add", "Nhắn lại")
    _ = fixture.run("call", "add", "KH000001", "--direction", "in", "--call-status", "Nhắn lại")
    #expect(customer == Self.untouched)
    _ = fixture.run("call-status", "edit", "Nhắn lại", "--connected", "yes")
    _ = fixture.run("call", "add", "KH000001", "--direction", "in", "--call-status", "Nhắn lại")
    #expect(customer == "2026-11-22\tNew\t0")
    #expect(fixture.run("call", "list", "KH000001", "--connected", "--count").output == "2\n")
  }
}
