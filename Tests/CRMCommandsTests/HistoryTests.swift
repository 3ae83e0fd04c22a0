import CRMTestSupport
import Testing

@Suite struct HistoryTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture()
    try fixture.add(.customer, ["name": "Mai", "groups": "Miền Bắc"])
    try fixture.edit(
      .customer, "KH000001",
      ["owner": "an", "groups": "Miền Nam;Miền Bắc", "birthday": "3/11/1999", "level": "paused"])
    try fixture.undo()
    try fixture.delete(.customer, "KH000001")
  }

  @Test func tellsEveryChangeOfARecordInTheTrashToo() {
    #expect(
      fixture.run("customer", "history", "KH000001").output == """
        Time\tBy\tOperation\tRecord\tAction\tField\tOld\tNew
        2026-11-22 10:00:00\tan\t2\tKH000001\tadded\t\t\t
        2026-11-22 10:00:00\tan\t3\tKH000001\tchanged\tBirthday\t\t1999-11-03
        2026-11-22 10:00:00\tan\t3\tKH000001\tchanged\tOwner\t\tan
        2026-11-22 10:00:00\tan\t3\tKH000001\tchanged\tGroups\tMiền Bắc\tMiền Bắc; Miền Nam
        2026-11-22 10:00:00\tan\t3\tKH000001\tchanged\tLevel\tNew\tPaused
        2026-11-22 10:00:00\tan\t4\tKH000001\tchanged\tBirthday\t1999-11-03\t
        2026-11-22 10:00:00\tan\t4\tKH000001\tchanged\tOwner\tan\t
        2026-11-22 10:00:00\tan\t4\tKH000001\tchanged\tGroups\tMiền Bắc; Miền Nam\tMiền Bắc
        2026-11-22 10:00:00\tan\t4\tKH000001\tchanged\tLevel\tPaused\tNew
        2026-11-22 10:00:00\tan\t5\tKH000001\tdeleted\t\t\t

        """)
  }

  @Test func tellsItInVietnameseAndToPrograms() {
    let lines = fixture.run(
      ["customer", "history", "KH000001", "--format", "markdown"], language: .vi
    ).output.split(separator: "\n")
    #expect(lines.count == 12)
    let head = "| Thời gian | Người thực hiện | Thao tác | Bản ghi | Hành động | Trường "
    #expect(lines[0] == head + "| Cũ | Mới |")
    let change = "| 22/11/2026 10:00 | an | 3 | KH000001 | sửa |"
    #expect(lines[3] == "\(change) Ngày sinh |  | 03/11/1999 |")
    #expect(lines[6] == "\(change) Mức độ | Mới | Tạm ngừng |")
    let objects = fixture.run("customer", "history", "KH000001", "--format", "jsonl").output
      .split(separator: "\n")
    #expect(
      objects[4] == """
        {"time": "2026-11-22T10:00:00+07:00", "actor": "an", "operation": 3, "record": "KH000001", \
        "action": "edit", "field": "level", "old": "new", "new": "paused"}
        """)
  }

  @Test func refusesWhatIsNoRecord() {
    let outcome = fixture.run("customer", "history", "KH9")
    #expect(outcome.code == 1)
    #expect(outcome.errors.hasPrefix("crm: there is no customer “KH9”\n"))
  }

  @Test func logsOperationsNewestFirst() {
    #expect(
      fixture.run("log", "--limit", "3").output == """
        Number\tTime\tBy\tChanges\tWhat\tCommand
        5\t2026-11-22 10:00:00\tan\t1\tMove customers to the trash\tcrm customer delete KH000001
        4\t2026-11-22 10:00:00\tan\t1\tUndid operation 3\tcrm undo
        3\t2026-11-22 10:00:00\tan\t1\tChange customers (undone by 4)\tcrm customer edit KH000001

        """)
    #expect(
      fixture.run(["log", "--offset", "3", "--limit", "1"], language: .vi).output == """
        Số\tThời gian\tNgười thực hiện\tThay đổi\tViệc\tLệnh
        2\t2026-11-22 10:00:00\tan\t1\tThêm khách hàng\tcrm customer add

        """)
    #expect(
      fixture.run("log", "--limit", "1", "--json").output == """
        [
        {"number": 5, "time": "2026-11-22T10:00:00+07:00", "actor": "an", "changes": 1, \
        "undoes": null, "undone_by": null, "command": "crm customer delete KH000001"}
        ]

        """)
  }

  @Test func showsWhatAnOperationChanged() {
    #expect(
      fixture.run("log", "show", "3").output == """
        Kind\tRecord\tAction\tField\tOld\tNew
        Customer\tKH000001\tchanged\tBirthday\t\t1999-11-03
        Customer\tKH000001\tchanged\tOwner\t\tan
        Customer\tKH000001\tchanged\tGroups\tMiền Bắc\tMiền Bắc; Miền Nam
        Customer\tKH000001\tchanged\tLevel\tNew\tPaused

        """)
    #expect(
      fixture.runVietnamese("log", "show", "5").output
        == "Loại\tBản ghi\tHành động\tTrường\tCũ\tMới\nKhách hàng\tKH000001\txóa\t\t\t\n")
  }

  @Test(arguments: [
    ("99", 1, "crm: there is no operation 99"),
    ("x", 2, "crm: “x” is not the number of an operation"),
  ]) func refusesWhatIsNoOperation(_ word: String, _ code: Int32, _ message: String) {
    let outcome = fixture.run("log", "show", word)
    #expect(outcome.code == code)
    #expect(outcome.errors == message + "\n  See the list with: crm log\n")
  }
}

/// What belongs to a record is logged under numbers of its own, and told with the record's.
@Suite struct BelongingHistoryTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func told(_ kind: String, _ code: String, _ language: String = "en") -> [String] {
    fixture.run(kind, "history", code, "--lang", language).output.split(separator: "\n").dropFirst()
      .map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(4)
          .joined(separator: "|")
      }
  }

  /// What an operation changed of a document's lines is told in words, too.
  @Test func theLogTellsTheLinesOfADocument() {
    _ = fixture.run("order", "line", "add", "DH000001", "SP02:4")
    let number =
      fixture.run("log", "--limit", "1").output.split(separator: "\n").last?
      .split(separator: "\t").first ?? ""
    let rows = fixture.run("log", "show", String(number)).output.split(separator: "\n")
    #expect(rows.contains("Order\tDH000001\tadded\tOrder line\t\tSP02 × 4 × 50000"))
    let vi = fixture.runVietnamese("log", "show", String(number)).output
    #expect(vi.contains("Đơn hàng\tDH000001\tthêm\tDòng đơn hàng\t\tSP02 × 4 × 50000\n"))
  }

  @Test func tellsTheLinesOfADocument() {
    #expect(
      told("order", "DH000001") == [
        "added|||", "added|Order line||SP01 × 2 × 100000", "added|Order line||SP02 × 1.5 × 50000",
      ])
    _ = fixture.run(
      "order", "edit", "DH000001", "--replace-lines", "--line", "SP02:4", "--note", "Gấp")
    _ = fixture.run("order", "edit", "DH000001", "--replace-lines", "--line", "SP01:7:90000:10%")
    #expect(
      told("order", "DH000001", "vi").dropFirst(3) == [
        "sửa|Ghi chú||Gấp", "gỡ bỏ|Dòng đơn hàng|SP01 × 2 × 100000|",
        "gỡ bỏ|Dòng đơn hàng|SP02 × 1.5 × 50000|", "thêm|Dòng đơn hàng||SP02 × 4 × 50000",
        "gỡ bỏ|Dòng đơn hàng|SP02 × 4 × 50000|", "thêm|Dòng đơn hàng||SP01 × 7 × 90000",
      ])
    // Undone and done again, the lines come and go; no line of another order is among them.
    _ = fixture.run("order", "add", "--customer", "KH000002", "--line", "SP01:1")
    _ = fixture.run("undo")
    _ = fixture.run("undo")
    #expect(
      told("order", "DH000001").suffix(2) == [
        "removed|Order line|SP01 × 7 × 90000|", "added|Order line||SP02 × 4 × 50000",
      ])
  }

  @Test func tellsTheSharesOfARecord() {
    _ = fixture.run("customer", "share", "KH000001", "KH000002", "--with", "user:lan")
    _ = fixture.run("customer", "share", "KH000001", "--with", "user:lan", "--rights", "edit")
    _ = fixture.run("order", "share", "DH000001", "--with", "all")
    _ = fixture.run("customer", "share", "KH000001", "--with", "user:lan", "--remove")
    #expect(
      told("customer", "KH000001").filter { $0.contains("Share") } == [
        "shared|Share||user:lan (view)", "shared|Share user:lan (edit): Rights|View|Edit",
        "removed|Share|user:lan (edit)|",
      ])
    #expect(told("customer", "KH000002", "vi").last == "chia sẻ|Chia sẻ||user:lan (xem)")
    #expect(told("order", "DH000001").last == "shared|Share||all (view)")
  }
}
