import CRMTestSupport
import Testing

/// Roles: what they allow, how far, and what is refused.
@Suite struct RightsTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.offices()
  }

  @Test(arguments: [
    ("an", ["KH000001", "KH000002", "KH000003"]), ("hoa", ["KH000001", "KH000002", "KH000003"]),
    // A unit reaches the units below it, not the other way round.
    ("lan", ["KH000001"]), ("minh", ["KH000001"]), ("tu", []),
    // A login that is no user opened the file, and is trusted.
    ("root", ["KH000001", "KH000002", "KH000003"]),
  ])
  func seesAsFarAsTheRoleReaches(login: String, seen: [String]) {
    #expect(fixture.codes(as: login) == seen)
  }

  @Test(arguments: [
    ["customer", "viewer", "add", "KH000002", "tu"], ["customer", "common", "add", "KH000002"],
    ["customer", "share", "KH000002", "--with", "user:tu"],
    ["customer", "share", "KH000002", "--with", "unit:Miền Nam"],
    ["customer", "share", "KH000002", "--with", "all"],
    ["customer", "transfer", "KH000002", "--to", "tu"],
  ])
  func seesWhatIsGivenWithAllThatBelongsToIt(words: [String]) {
    #expect(fixture.codes(as: "tu") == [])
    #expect(fixture.codes(as: "tu", "contact") == [])
    #expect(fixture.run(words).code == 0)
    #expect(fixture.codes(as: "tu") == ["KH000002"])
    #expect(fixture.codes(as: "tu", "contact") == ["LH000001"])
    #expect(fixture.run(as: "tu", "customer", "show", "KH000002").output.contains("Trần Thị Hoa"))
    _ = fixture.run("undo")
    #expect(fixture.codes(as: "tu") == [])
  }

  /// RULES 11.2: customers owned, shared, viewed, common, or within reach.
  @Test func seesWhatOneOwnsWithoutAnyRight() throws {
    try fixture.add(.role, ["name": "Mới"])
    try fixture.edit(.user, "lan", ["role": "Mới"])
    #expect(fixture.codes(as: "lan") == ["KH000001"])
    #expect(fixture.codes(as: "lan", "contact") == [])
    // Being its owner allows changing it, and nothing beyond.
    #expect(fixture.run(as: "lan", "customer", "edit", "KH000001", "--description", "x").code == 0)
    #expect(fixture.run(as: "lan", "customer", "delete", "KH000001").code == 4)
    #expect(fixture.run(as: "lan", "customer", "transfer", "KH000001", "--to", "hoa").code == 4)
  }

  @Test func seesARecordThatIsSharedByItself() {
    #expect(fixture.codes(as: "tu", "order") == [])
    _ = fixture.run("order", "share", "DH000001", "--with", "user:tu")
    #expect(fixture.codes(as: "tu", "order") == ["DH000001"])
    #expect(fixture.run(as: "tu", "order", "show", "DH000001").output.contains("SP01"))
    #expect(fixture.codes(as: "tu") == [])
  }

  @Test func seesAlikeWhetherTheRecordsAreFewOrMany() throws {
    // Beyond the number that is looked up beforehand each row is asked.
    let rows = (1...20_050).map { "Khách \($0),lan" }.joined(separator: "\n")
    let file = try fixture.file("many.csv", "Tên KH,Người phụ trách\n" + rows + "\nCủa an,an\n")
    #expect(fixture.run("import", file, "--into", "customer").code == 0)
    _ = fixture.run("customer", "viewer", "add", "KH000002", "lan")
    #expect(fixture.run(as: "lan", "customer", "list", "--count").output == "20052\n")
    #expect(fixture.run(as: "lan", "contact", "list", "--count").output == "1\n")
    #expect(fixture.run(as: "lan", "order", "list", "--count").output == "1\n")
    #expect(
      fixture.run(as: "lan", "customer", "list", "--name", "Của an", "--count").output == "0\n")
    #expect(
      fixture.run(as: "an", "customer", "list", "--name", "Của an", "--count").output == "1\n")
    #expect(fixture.run(as: "lan", "customer", "show", "KH000003").code == 1)
  }

  @Test(arguments: [
    (["customer", "edit", "KH000002", "--name", "X"], "change customer KH000002"),
    (["customer", "delete", "KH000002"], "delete customer KH000002"),
    (["customer", "tag", "KH000002", "--add", "Nóng"], "change customer KH000002"),
    (["customer", "group", "add", "KH000002", "--to", "VIP"], "change customer KH000002"),
    (["customer", "transfer", "KH000001", "--to", "hoa"], "hand over customer KH000001"),
    (["customer", "share", "KH000002", "--with", "user:lan"], "share customer KH000002"),
    (["customer", "viewer", "add", "KH000002", "lan"], "change customer KH000002"),
    (["customer", "common", "add", "KH000002"], "change customer KH000002"),
    (["customer", "merge", "KH000001", "KH000002"], "change customer KH000001"),
    (["contact", "edit", "LH000001", "--name", "X"], "change contact LH000001"),
    (["order", "line", "add", "DH000001", "SP01:1"], "change order DH000001"),
    (["transaction", "approve", "GD000001"], "approve or reject transaction GD000001"),
    (["customer", "add", "--name", "Mới"], "add customers"),
    (
      ["order", "add", "--customer", "KH000002", "--date", "today", "--channel", "tele"],
      "add orders"
    ),
    (["source", "add", "--name", "Mới"], "add sources"),
    (["user", "edit", "hoa", "--role", "admin"], "configure users"),
    (["export", "customer", "--csv", "-"], "export customers"),
    (["export", "all", "--csv", "-"], "export custom fields"),
    (["config", "set", "forgotten-days", "5"], "configure settings"),
    (["role", "grant", "viewer", "--on", "all", "--to", "all"], "configure settings"),
    (["role", "revoke", "viewer"], "configure settings"),
    (["trash", "empty", "--confirm", "all"], "destroy sources"),
  ])
  func refusesWhatTheRoleDoesNotAllow(words: [String], deed: String) throws {
    // Somebody who sees everything and may change nothing.
    try fixture.add(.tag, ["name": "Nóng"])
    try fixture.add(.source, ["code": "N99", "name": "Cũ"])
    try fixture.delete(.source, "N99")
    if words.contains("approve") { _ = fixture.run("transaction", "submit", "GD000001") }
    let before = fixture.run("log").output
    let outcome = fixture.run(["--as", "hoa"] + words)
    // Changing one record takes no right of a whole role.
    let hint =
      deed.hasPrefix("change ")
      ? "Who may share it can allow it: crm \(deed.dropFirst(7).prefix { $0 != " " }) share "
      : "Who may configure the rights can allow it: crm role grant 'Người xem' --on "
    #expect(
      outcome.errors.hasPrefix(
        "crm: hoa may not \(deed): the role Người xem does not allow it\n  \(hint)"),
      "\(outcome.errors)")
    #expect(outcome.code == 4)
    #expect(outcome.output == "")
    #expect(fixture.run("log").output == before)
  }

  @Test func makesANewCustomerTheAdders() {
    #expect(fixture.run(as: "lan", "customer", "add", "--name", "Mới").code == 0)
    #expect(
      fixture.run(as: "lan", "customer", "list", "--columns", "name,owner", "--name", "Mới").output
        == "Name\tOwner\nMới\tlan\n")
    let refused = fixture.run(as: "lan", "customer", "add", "--name", "Khác", "--owner", "an")
    #expect(refused.code == 4)
    #expect(
      refused.errors.hasPrefix(
        "crm: lan may not add customers: the role Kinh doanh allows own records\n"))
  }

  @Test func addsToNoCustomerOneDoesNotSee() {
    let outcome = fixture.run(
      as: "lan", "contact", "add", "--customer", "KH000002", "--name", "Ai đó")
    #expect(outcome.errors.hasPrefix("crm: there is no customer “KH000002”\n"))
    #expect(outcome.code == 1)
    // But anybody may have referred a customer.
    #expect(
      fixture.run(as: "lan", "customer", "edit", "KH000001", "--referrer", "KH000002").code == 0)
    #expect(
      fixture.run(as: "lan", "customer", "show", "KH000001").output.contains("Referrer: KH000002\n")
    )
  }

  @Test func editsWhatIsSharedForEditing() {
    _ = fixture.run("customer", "share", "KH000002", "--with", "user:lan")
    #expect(
      fixture.run(as: "lan", "customer", "edit", "KH000002", "--website", "https://a.vn").code == 4)
    _ = fixture.run("customer", "share", "KH000002", "--with", "user:lan", "--rights", "edit")
    #expect(
      fixture.run(as: "lan", "customer", "edit", "KH000002", "--website", "https://a.vn").code == 0)
    #expect(
      fixture.run(as: "lan", "contact", "edit", "LH000001", "--position", "Giám đốc").code == 0)
    #expect(
      fixture.run(as: "lan", "contact", "add", "--customer", "KH000002", "--name", "Ai đó").code
        == 0)
    #expect(fixture.run(as: "lan", "customer", "delete", "KH000002").code == 4)
  }

  @Test func selectsForAChangeOnlyWhatIsSeen() {
    let outcome = fixture.run(
      as:
        "lan", "customer", "edit", "--where", "name is not empty", "--website", "https://a.vn")
    #expect(outcome.errors == "Changed customer KH000001.\n")
    #expect(
      fixture.run("customer", "list", "--where", "website is not empty", "--count").output == "1\n")
    #expect(
      fixture.run(as: "lan", "customer", "edit", "0987654321", "--website", "https://b.vn").code
        == 1)
  }

  @Test func undoesOnlyOnesOwn() {
    #expect(
      fixture.run(as: "lan", "customer", "edit", "KH000001", "--website", "https://a.vn").code == 0)
    _ = fixture.run("customer", "edit", "KH000002", "--website", "https://b.vn")
    let theirs = fixture.run(as: "lan", "undo", "8")
    #expect(theirs.code == 4)
    #expect(theirs.errors.contains("only who may configure undoes it"))
    // The latest of one's own, though others have done something since.
    #expect(fixture.run(as: "lan", "undo").code == 0)
    #expect(
      fixture.run("customer", "list", "--where", "website is not empty", "--columns", "code").output
        == "Code\nKH000002\n")
    #expect(fixture.run(as: "lan", "redo").code == 0)
    #expect(fixture.run(as: "lan", "log").output.contains("--as lan customer edit KH000001"))
    #expect(!fixture.run(as: "lan", "log").output.contains("KH000002"))
  }

  @Test func leavesTheDuplicateCheckToThoseWithTheRight() {
    let refused = fixture.run(
      as:
        "lan", "customer", "add", "--name", "Trùng", "--phones", "0987654321", "--allow-duplicate")
    #expect(refused.errors.hasPrefix("crm: lan may not leave the duplicate check out\n"))
    #expect(refused.code == 4)
    // Who may not is not told of it.
    let plain = ["customer", "add", "--name", "Trùng", "--phones", "0987654321"]
    let own = fixture.run(["--as", "lan"] + plain)
    #expect(own.code == 5 && !own.errors.contains("--allow-duplicate"), "\(own.errors)")
    #expect(fixture.run(plain).errors.contains("--allow-duplicate"))
    #expect(
      fixture.run(
        "customer", "add", "--name", "Trùng", "--phones", "0987654321", "--allow-duplicate"
      )
      .code == 0)
  }

  @Test func exportsAsFarAsThatReaches() {
    _ = fixture.run("role", "grant", "sales", "--on", "customer", "--to", "view", "--reach", "all")
    #expect(fixture.codes(as: "lan").count == 3)
    #expect(
      fixture.run(as: "lan", "export", "customer", "--columns", "code", "--csv", "-").output
        .contains(
          "KH000001"))
    #expect(
      !fixture.run(as: "lan", "export", "customer", "--columns", "code", "--csv", "-").output
        .contains(
          "KH000002"))
  }
}
