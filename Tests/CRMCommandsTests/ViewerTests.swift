import CRMTestSupport
import Testing

@Suite struct ViewerTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    try fixture.edit(.user, "lan", ["role": "sales"])
    try fixture.add(.unit, ["name": "Công ty"])
    try fixture.add(.unit, ["name": "Kinh doanh", "parent": "Công ty"])
    try fixture.add(
      .user, ["code": "minh", "name": "Trần Minh", "unit": "Kinh doanh", "role": "sales"])
    try fixture.add(.user, ["code": "cu", "name": "Lê Cũ", "active": "no", "unit": "Kinh doanh"])
  }

  @Test func addsAndRemovesViewersInAnyOrderOfOperands() {
    #expect(
      fixture.run("customer", "viewer", "add", "KH000001", "lan", "KH000002", "Trần Minh").errors
        == "Let lan, minh see 2 customers.\n")
    #expect(
      fixture.run("customer", "list", "--columns", "code,viewers").output
        == "Code\tViewers\nKH000001\tlan; minh\nKH000002\tlan; minh\nKH000003\t\n")
    #expect(
      fixture.runVietnamese("customer", "viewer", "remove", "minh", "KH000001").errors
        == "Đã bỏ người xem minh khỏi khách hàng KH000001.\n")
    #expect(
      fixture.run("customer", "viewer", "add", "--where", "viewers is empty", "minh").errors
        == "Let minh see customer KH000003.\n")
    #expect(
      fixture.run("customer", "viewer", "add", "-", "lan", input: "KH000003\nKH000002\n").errors
        == "Let lan see 1 customer.\n")
    #expect(
      fixture.run(
        "customer", "list", "--where", "viewers = lan and not viewers = minh", "--columns", "code"
      ).output == "Code\nKH000001\n")
    _ = fixture.run("undo")
    _ = fixture.run("undo")
    #expect(
      fixture.run("customer", "list", "--columns", "viewers").output
        == "Viewers\nlan\nlan; minh\n\n")
  }

  @Test(arguments: [
    (
      ["KH000001", "KH000002"],
      "crm: which user? None of KH000001, KH000002 is one\n"
        + "  Example: crm customer viewer add KH000001 lan\n", 2
    ),
    (["KH000001", "lan", "KH9"], "crm: there is no customer “KH9”\n", 1),
  ])
  func saysWhatItDoesNotKnow(operands: [String], errors: String, code: Int32) {
    let outcome = fixture.run(["customer", "viewer", "add"] + operands)
    #expect(outcome.errors.hasPrefix(errors))
    #expect(outcome.code == code)
  }

  @Test func showsViewersAmongTheFieldsOfTheCustomer() {
    _ = fixture.run("customer", "viewer", "add", "KH000001", "lan", "minh")
    #expect(
      fixture.runVietnamese("customer", "show", "KH000001").output
        .contains("\nNgười xem: lan (Phạm Lan); minh (Trần Minh)\n"))
    #expect(
      fixture.run("customer", "show", "KH000001", "--json").output
        .contains("\n \"viewers\": [\"lan\",\"minh\"],\n"))
    #expect(
      fixture.run("customer", "history", "KH000001").output.contains("\tViewers\t\tlan; minh\n"))
  }

  @Test func namesEverybodyWhoCanSeeACustomerAndWhy() {
    func list(_ language: String = "en", _ format: String = "tsv") -> String {
      fixture.run(
        "customer", "viewer", "list", "KH000001", "--lang", language, "--format", format
      ).output
    }
    #expect(
      list() == "User\tName\tWhy\tRights\nan\tan\tRole Quản trị: everything\tEdit\n"
        + "lan\tPhạm Lan\tOwner\tEdit\n")
    _ = fixture.run("customer", "viewer", "add", "KH000001", "minh", "lan")
    _ = fixture.run("user-group", "add", "--name", "Dự án", "--members", "an", "--members", "cu")
    // A share with a unit reaches the units below, and only who works here.
    _ = fixture.run(
      "customer", "share", "KH000001", "--with", "unit:Công ty", "--rights", "edit")
    _ = fixture.run("customer", "share", "KH000001", "--with", "group:Dự án")
    #expect(
      list("vi") == """
        Nhân viên\tHọ tên\tVì sao\tQuyền
        an\tan\tChia sẻ với nhóm Dự án; Nhóm quyền Quản trị: tất cả\tSửa
        lan\tPhạm Lan\tChủ sở hữu; Người xem\tSửa
        minh\tTrần Minh\tNgười xem; Chia sẻ với đơn vị Công ty\tSửa

        """)
    _ = fixture.run("customer", "edit", "KH000001", "--common", "yes")
    #expect(
      list("vi", "jsonl").split(separator: "\n")[0] == """
        {"user": "an", "name": "an", "why": ["share group:Dự án","role Quản trị all","common"], \
        "rights": "edit"}
        """)
  }

  @Test func asksBeforeManyAreChanged() {
    let words = ["customer", "viewer", "add", "lan", "KH000001", "KH000002", "KH000003"]
    let refused = fixture.run(words, input: "n\n", terminal: 80)
    #expect(refused.errors == "Let lan see 3 customers? [y/N] crm: nothing was changed\n")
    let agreed = fixture.run(words, language: .vi, input: "c\n", terminal: 80)
    #expect(
      agreed.errors
        == "Thêm người xem lan vào 3 khách hàng? [c/K] Đã thêm người xem lan vào 3 khách hàng.\n")
  }
}
