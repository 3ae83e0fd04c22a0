import CRMTestSupport
import Testing

/// Tasks: who gave them, who does them, and how they move on (RULES 15.1).
@Suite struct TaskTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func value(_ field: String, _ code: String = "CV000001") -> String {
    let output = fixture.run(
      "task", "list", "--where", "code = \(code)", "--columns", field, "--format", "tsv",
      "--no-header"
    ).output
    return String(output.dropLast())
  }

  @Test func isGivenAndDone() {
    let added = fixture.run(
      "task", "add", "KH000001", "Gọi lại báo giá", "--performers", "lan", "--due",
      "2026-12-01 14:00", "--project", "Tết", "--type", "Gọi điện", "--priority", "high")
    #expect(added.output == "CV000001\n")
    #expect(added.errors == "Added project Tết.\nAdded task CV000001 Gọi lại báo giá.\n")
    #expect(value("owner,performers,due") == "an\tlan\t2026-12-01T14:00:00+07:00")
    #expect(fixture.run("task", "list", "--mine", "--count").output == "0\n")
    #expect(
      fixture.run(
        "--as", "lan", "task", "list", "--mine", "--open", "--type", "Gọi điện", "--count"
      ).output == "1\n")
    #expect(
      fixture.run("--as", "lan", "task", "done", "CV000001", "--result", "Đã chốt").errors
        == "Finished task CV000001.\n")
    #expect(value("status,result") == "Done\tĐã chốt")
    #expect(value("finished") == "2026-11-22 10:00:00")
    #expect(fixture.run("task", "done", "CV000001").errors == "Task CV000001 stays as it is.\n")
    #expect(fixture.run("task", "reopen", "CV000001").errors == "Reopened task CV000001.\n")
    #expect(value("status,finished") == "New\t")
    #expect(
      fixture.run("task", "postpone", "CV000001", "--to", "+2d 9h").errors
        == "Postponed task CV000001.\n")
    #expect(value("due") == "2026-11-24T09:00:00+07:00")
    #expect(fixture.run("task", "cancel", "CV000001").errors == "Cancelled task CV000001.\n")
    let late = fixture.run("task", "postpone", "CV000001", "--to", "mai")
    #expect(late.code == 5)
    #expect(late.errors.contains("task CV000001 is no longer open"))
    #expect(late.errors.contains("crm task reopen CV000001"))
    #expect(fixture.run("undo").code == 0)
    #expect(value("status") == "New")
  }

  /// Without a customer, of who adds it; 22 November 2026 is a Sunday.
  @Test func isOnesOwn() {
    #expect(fixture.run("task", "add", "Dọn kho", "--due", "friday").output == "CV000001\n")
    #expect(value("customer,owner,performers,due,priority") == "\tan\tan\t2026-11-27\tNormal")
    #expect(fixture.run("task", "list", "--mine", "--count").output == "1\n")
  }

  /// What hangs on an order is of that one's customer.
  @Test func hangsOnOtherRecords() {
    #expect(
      fixture.run("task", "add", "Giao hàng", "--about", "DH000001").code == 0)
    #expect(value("customer,about") == "KH000001\torder:DH000001")
    let other = fixture.run("task", "add", "KH000002", "Giao", "--about", "DH000001")
    #expect(other.code == 1)
    #expect(other.errors == "crm: order DH000001 is of another customer\n")
    #expect(fixture.run("task", "add", "Gọi", "--about", "customer:KH000002").code == 0)
    #expect(value("customer,about", "CV000002") == "KH000002\t")
    #expect(
      fixture.run("order", "list", "--where", "tasks.count = 1", "--count").output == "1\n")
    #expect(
      fixture.run("customer", "list", "--where", "tasks.count = 0", "--count").output == "1\n")
    // Who sees the order's task sees it in the order, too.
    #expect(fixture.run("order", "show", "DH000001").output.contains("Giao hàng"))
  }

  @Test func saysThatATimeHasGoneBy() {
    let outcome = fixture.run("task", "add", "X", "--due", "2026-11-22 9h")
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix("2026-11-22 09:00:00 has gone by; kept as it is.\n"))
    #expect(value("due") == "2026-11-22T09:00:00+07:00")
    let order = fixture.run("task", "add", "Y", "--start", "25/11/2026", "--due", "24/11/2026")
    #expect(order.code == 1)
    #expect(order.errors == "crm: due 2026-11-24 is before the start 2026-11-25\n")
  }

  /// Who may add only their own gives and does it; on a customer that they see, whose ever it is.
  @Test func isOfWhoeverAddsIt() throws {
    try fixture.add(.role, ["code": "sale", "name": "Bán"])
    _ = fixture.run(
      "role", "grant", "sale", "--on", "all", "--to", "view,add,edit", "--reach", "own")
    _ = fixture.run("user", "edit", "lan", "--role", "sale")
    _ = fixture.run("customer", "viewer", "add", "KH000002", "lan")
    for words in [
      ["task", "add", "Riêng", "--due", "mai"], ["task", "add", "KH000001", "Khách của tôi"],
      ["task", "add", "KH000002", "Khách tôi xem"],
      ["appointment", "add", "KH000001", "Họp", "--start", "mai"],
      ["call", "add", "KH000001"], ["note", "add", "KH000001", "Ghi"],
      ["consultation", "add", "KH000001", "--content", "Trà"],
    ] {
      let outcome = fixture.run(["--as", "lan"] + words)
      #expect(outcome.code == 0, "\(words): \(outcome.errors)")
    }
    #expect(
      fixture.run("task", "list", "--columns", "owner,performers", "--no-header").output
        == "lan\tlan\nlan\tlan\nlan\tlan\n")
    #expect(fixture.run("--as", "lan", "task", "add", "Hộ", "--owner", "an").code == 4)
    #expect(fixture.run("--as", "lan", "task", "add", "KH000003", "Lạ").code == 1)
    #expect(fixture.run("--as", "lan", "task", "add", "Giao", "--performers", "an").code == 0)
  }

  /// A project that is like one that is there is asked for, not made.
  @Test func makesNoProjectBesideAnother() {
    _ = fixture.run("task", "add", "X", "--project", "Khai trương")
    let near = fixture.run("task", "add", "Y", "--project", "Khai truong")
    #expect(near.code == 1)
    #expect(near.errors.contains("Khai trương"))
    #expect(fixture.run("project", "list", "--count").output == "1\n")
    #expect(fixture.run("task", "add", "Y", "--type", "Nấu cơm").code == 1)
  }

  @Test func isOfNobodyWhoLeft() throws {
    _ = fixture.run("user", "edit", "lan", "--active", "no")
    let outcome = fixture.run("task", "add", "X", "--performers", "lan")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("lan"))
    #expect(fixture.run("task", "list", "--count").output == "0\n")
  }

  /// Whoever carries it out sees the task with code and name of its customer, and nothing more.
  @Test func isSeenByItsPerformers() throws {
    try fixture.add(.role, ["code": "none", "name": "Không"])
    _ = fixture.run("role", "grant", "none", "--on", "task", "--to", "view,edit", "--reach", "own")
    _ = fixture.run("user", "edit", "lan", "--role", "none")
    _ = fixture.run("customer", "edit", "KH000002", "--owner", "an")
    _ = fixture.run("task", "add", "KH000002", "Gọi", "--performers", "lan")
    _ = fixture.run("task", "add", "KH000002", "Của tôi")
    let seen = fixture.run("--as", "lan", "task", "list", "--columns", "code,customer.name")
    #expect(seen.output == "Code\tCustomer: name\nCV000001\tCông ty Sao Mai\n")
    #expect(fixture.run("--as", "lan", "customer", "show", "KH000002").code == 1)
    #expect(fixture.run("--as", "lan", "task", "show", "CV000002").code == 1)
    #expect(fixture.run("--as", "lan", "task", "add", "KH000002", "Lạ").code != 0)
    // Whoever works for a customer may say what came of it; of others they do not exist.
    #expect(fixture.run("--as", "lan", "comment", "add", "KH000002", "Đã gọi").code == 0)
    let hidden = fixture.run("--as", "lan", "comment", "add", "KH000003", "Lạ")
    #expect(hidden.code == 1)
    #expect(
      hidden.errors
        == fixture.run("--as", "lan", "comment", "add", "KH000009", "Lạ").errors.replacing(
          "KH000009", with: "KH000003"))
    #expect(fixture.run("--as", "lan", "task", "done", "CV000001").code == 0)
    #expect(fixture.run("--as", "lan", "notification", "list").output.contains("CV000001"))
  }
}
