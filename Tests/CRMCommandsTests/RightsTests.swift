import CRMTestSupport
import Testing

/// Roles: what they allow, how far, and what is refused.
@Suite struct RightsTests {
  let fixture: Fixture

  /// lan and minh sell in one unit, tu in another; KH000001 is of lan, KH000002 of an, KH000003 of
  /// nobody.
  init() throws {
    fixture = try Fixture.company()
    try fixture.add(.unit, ["name": "Miền Bắc"])
    try fixture.add(.unit, ["name": "Hà Nội", "parent": "Miền Bắc"])
    try fixture.add(.unit, ["name": "Miền Nam"])
    try fixture.edit(.user, "lan", ["role": "sales", "unit": "Hà Nội"])
    try fixture.add(.user, ["code": "minh", "name": "Minh", "role": "manager", "unit": "Miền Bắc"])
    try fixture.add(.user, ["code": "tu", "name": "Tú", "role": "manager", "unit": "Miền Nam"])
    try fixture.add(.user, ["code": "hoa", "name": "Hoa", "role": "viewer"])
  }

  private func codes(_ login: String, _ noun: String = "customer") -> [String] {
    fixture.run("--as", login, noun, "list", "--columns", "code").output
      .split(separator: "\n").dropFirst().map(String.init)
  }

  private func run(_ login: String, _ words: String...) -> Fixture.Outcome {
    fixture.run(["--as", login] + words)
  }

  @Test(arguments: [
    ("an", ["KH000001", "KH000002", "KH000003"]), ("hoa", ["KH000001", "KH000002", "KH000003"]),
    // A unit reaches the units below it, not the other way round.
    ("lan", ["KH000001"]), ("minh", ["KH000001"]), ("tu", []),
    // A login that is no user opened the file, and is trusted.
    ("root", ["KH000001", "KH000002", "KH000003"]),
  ])
  func seesAsFarAsTheRoleReaches(login: String, seen: [String]) {
    #expect(codes(login) == seen)
  }

  @Test(arguments: [
    ["customer", "viewer", "add", "KH000002", "tu"], ["customer", "common", "add", "KH000002"],
    ["customer", "share", "KH000002", "--with", "user:tu"],
    ["customer", "share", "KH000002", "--with", "unit:Miền Nam"],
    ["customer", "share", "KH000002", "--with", "all"],
    ["customer", "transfer", "KH000002", "--to", "tu"],
  ])
  func seesWhatIsGivenWithAllThatBelongsToIt(words: [String]) {
    #expect(codes("tu") == [])
    #expect(codes("tu", "contact") == [])
    #expect(fixture.run(words).code == 0)
    #expect(codes("tu") == ["KH000002"])
    #expect(codes("tu", "contact") == ["LH000001"])
    #expect(run("tu", "customer", "show", "KH000002").output.contains("Trần Thị Hoa"))
    _ = fixture.run("undo")
    #expect(codes("tu") == [])
  }

  /// RULES 11.2: customers owned, shared, viewed, common, or within reach.
  @Test func seesWhatOneOwnsWithoutAnyRight() throws {
    try fixture.add(.role, ["name": "Mới"])
    try fixture.edit(.user, "lan", ["role": "Mới"])
    #expect(codes("lan") == ["KH000001"])
    #expect(codes("lan", "contact") == [])
    // Being its owner allows changing it, and nothing beyond.
    #expect(run("lan", "customer", "edit", "KH000001", "--description", "x").code == 0)
    #expect(run("lan", "customer", "delete", "KH000001").code == 4)
    #expect(run("lan", "customer", "transfer", "KH000001", "--to", "hoa").code == 4)
  }

  @Test func seesARecordThatIsSharedByItself() {
    #expect(codes("tu", "order") == [])
    _ = fixture.run("order", "share", "DH000001", "--with", "user:tu")
    #expect(codes("tu", "order") == ["DH000001"])
    #expect(run("tu", "order", "show", "DH000001").output.contains("SP01"))
    #expect(codes("tu") == [])
  }

  @Test func seesAlikeWhetherTheRecordsAreFewOrMany() throws {
    // Beyond the number that is looked up beforehand each row is asked.
    let rows = (1...20_050).map { "Khách \($0),lan" }.joined(separator: "\n")
    let file = try fixture.file("many.csv", "Tên KH,Người phụ trách\n" + rows + "\nCủa an,an\n")
    #expect(fixture.run("import", file, "--into", "customer").code == 0)
    _ = fixture.run("customer", "viewer", "add", "KH000002", "lan")
    #expect(run("lan", "customer", "list", "--count").output == "20052\n")
    #expect(run("lan", "contact", "list", "--count").output == "1\n")
    #expect(run("lan", "order", "list", "--count").output == "1\n")
    #expect(run("lan", "customer", "list", "--name", "Của an", "--count").output == "0\n")
    #expect(run("an", "customer", "list", "--name", "Của an", "--count").output == "1\n")
    #expect(run("lan", "customer", "show", "KH000003").code == 1)
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
    (["user", "edit", "hoa", "--role", "admin"], "change user hoa"),
    (["export", "customer", "--csv", "-"], "export customers"),
    (["export", "all", "--csv", "-"], "export custom fields"),
    (["config", "set", "forgotten-days", "5"], "configure settings"),
    (["role", "grant", "viewer", "--on", "all", "--to", "all"], "configure settings"),
    (["role", "revoke", "viewer"], "configure settings"),
    (["trash", "empty", "--confirm", "all"], "configure settings"),
  ])
  func refusesWhatTheRoleDoesNotAllow(words: [String], deed: String) throws {
    // Somebody who sees everything and may change nothing.
    try fixture.add(.tag, ["name": "Nóng"])
    try fixture.add(.source, ["code": "N99", "name": "Cũ"])
    try fixture.delete(.source, "N99")
    if words.contains("approve") { _ = fixture.run("transaction", "submit", "GD000001") }
    let before = fixture.run("log").output
    let outcome = fixture.run(["--as", "hoa"] + words)
    #expect(
      outcome.errors.hasPrefix(
        "crm: hoa may not \(deed): the role Người xem does not allow it\n"
          + "  Who may configure the rights can allow it: crm role grant 'Người xem' --on "),
      "\(outcome.errors)")
    #expect(outcome.code == 4)
    #expect(outcome.output == "")
    #expect(fixture.run("log").output == before)
  }

  @Test func refusesAnImportAndSaysSoOnce() throws {
    let file = try fixture.file("a.csv", "Tên KH\nMới\n")
    let outcome = fixture.run(
      ["--as", "hoa", "import", file, "--into", "customer"], language: .vi)
    #expect(outcome.code == 4)
    #expect(
      outcome.errors.hasPrefix(
        "crm: hoa không được nhập tệp khách hàng: nhóm quyền Người xem không cho phép\n"))
  }

  @Test func importsOwnRowsAndRejectsThoseOfOthers() throws {
    let file = try fixture.file(
      "a.csv", "Mã KH,Tên KH,Người phụ trách\n,Của tôi,\n,Của an,an\nKH000002,Đổi tên,\n")
    let outcome = run("lan", "import", file, "--into", "customer", "--mode", "upsert")
    #expect(outcome.code == 1)
    #expect(codes("lan") == ["KH000001", "KH000004"])
    let rejects = try fixture.contents("a.rejects.csv")
    #expect(rejects.contains("lan may not add customers: the role Kinh doanh allows own records"))
    #expect(rejects.contains("lan may not change customer KH000002"))
    #expect(
      fixture.run("customer", "list", "--columns", "name", "--where", "code = KH000002").output
        == "Name\nCông ty Sao Mai\n")
  }

  /// Somebody who sees and imports orders, and adds them, but changes none.
  private func clerk(_ rights: [String]) throws -> String {
    try fixture.add(.role, ["name": "Nhập đơn"])
    try fixture.edit(.user, "tu", ["role": "Nhập đơn"])
    for right in ["customer view", "product view", "order view", "order import"] + rights {
      let words = right.split(separator: " ").map(String.init)
      let reach = words.count > 2 ? words[2] : "all"
      let outcome = fixture.run(
        "role", "grant", "Nhập đơn", "--on", words[0], "--to", words[1], "--reach", reach)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    return "tu"
  }

  private func everything() -> [Fixture.Outcome] {
    [
      fixture.run("order", "export", "--csv", "-"), fixture.run("log"),
      fixture.run("customer", "export", "--csv", "-"),
    ]
  }

  /// A row that is refused has not emptied the order that it names.
  @Test(arguments: [[], ["order add"]])
  func keepsTheLinesOfAnOrderOneMayNotChange(rights: [String]) throws {
    let login = try clerk(rights)
    let before = everything()
    let file = try fixture.file(
      "dh.csv", "Số đơn hàng,Khách hàng,Mã sản phẩm,Số lượng\nDH000001,KH000001,SP02,9\n")
    let outcome = run(login, "import", file, "--into", "order")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("tu may not change order DH000001"), "\(outcome.errors)")
    #expect(everything() == before)
    // Nor are lines added to it by hand.
    #expect(run(login, "order", "line", "add", "DH000001", "SP01:1").code == 4)
    #expect(everything() == before)
  }

  /// The new owner is written before the lines are refused; neither stays.
  @Test func keepsTheHeadOfAnOrderWhoseLinesAreRefused() throws {
    let login = try clerk(["order edit own", "order assign own"])
    try fixture.edit(.order, "DH000001", ["owner": "tu"])
    let before = everything()
    let file = try fixture.file(
      "dh.csv",
      "Số đơn hàng,Khách hàng,Người phụ trách,Mã sản phẩm,Số lượng\n"
        + "DH000001,KH000001,an,SP02,9\nDH000001,KH000001,an,SP01,1\n")
    let outcome = run(login, "import", file, "--into", "order")
    #expect(outcome.errors.contains("tu may not change order DH000001"), "\(outcome.errors)")
    #expect(everything() == before)
  }

  @Test func makesANewCustomerTheAdders() {
    #expect(run("lan", "customer", "add", "--name", "Mới").code == 0)
    #expect(
      run("lan", "customer", "list", "--columns", "name,owner", "--name", "Mới").output
        == "Name\tOwner\nMới\tlan\n")
    let refused = run("lan", "customer", "add", "--name", "Khác", "--owner", "an")
    #expect(refused.code == 4)
    #expect(
      refused.errors.hasPrefix(
        "crm: lan may not add customers: the role Kinh doanh allows own records\n"))
  }

  @Test func addsToNoCustomerOneDoesNotSee() {
    let outcome = run("lan", "contact", "add", "--customer", "KH000002", "--name", "Ai đó")
    #expect(outcome.errors.hasPrefix("crm: there is no customer “KH000002”\n"))
    #expect(outcome.code == 1)
    // But anybody may have referred a customer.
    #expect(run("lan", "customer", "edit", "KH000001", "--referrer", "KH000002").code == 0)
    #expect(run("lan", "customer", "show", "KH000001").output.contains("Referrer: KH000002\n"))
  }

  @Test func editsWhatIsSharedForEditing() {
    _ = fixture.run("customer", "share", "KH000002", "--with", "user:lan")
    #expect(run("lan", "customer", "edit", "KH000002", "--website", "https://a.vn").code == 4)
    _ = fixture.run("customer", "share", "KH000002", "--with", "user:lan", "--rights", "edit")
    #expect(run("lan", "customer", "edit", "KH000002", "--website", "https://a.vn").code == 0)
    #expect(run("lan", "contact", "edit", "LH000001", "--position", "Giám đốc").code == 0)
    #expect(run("lan", "contact", "add", "--customer", "KH000002", "--name", "Ai đó").code == 0)
    #expect(run("lan", "customer", "delete", "KH000002").code == 4)
  }

  @Test func selectsForAChangeOnlyWhatIsSeen() {
    let outcome = run(
      "lan", "customer", "edit", "--where", "name is not empty", "--website", "https://a.vn")
    #expect(outcome.errors == "Changed customer KH000001.\n")
    #expect(
      fixture.run("customer", "list", "--where", "website is not empty", "--count").output == "1\n")
    #expect(run("lan", "customer", "edit", "0987654321", "--website", "https://b.vn").code == 1)
  }

  @Test func undoesOnlyOnesOwn() {
    #expect(run("lan", "customer", "edit", "KH000001", "--website", "https://a.vn").code == 0)
    _ = fixture.run("customer", "edit", "KH000002", "--website", "https://b.vn")
    let theirs = run("lan", "undo", "8")
    #expect(theirs.code == 4)
    #expect(theirs.errors.contains("only who may configure undoes it"))
    // The latest of one's own, though others have done something since.
    #expect(run("lan", "undo").code == 0)
    #expect(
      fixture.run("customer", "list", "--where", "website is not empty", "--columns", "code").output
        == "Code\nKH000002\n")
    #expect(run("lan", "redo").code == 0)
    #expect(run("lan", "log").output.contains("--as lan customer edit KH000001"))
    #expect(!run("lan", "log").output.contains("KH000002"))
  }

  @Test func leavesTheDuplicateCheckToThoseWithTheRight() {
    let refused = run(
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

  @Test func grantsAndRevokes() {
    #expect(
      fixture.run(
        "role", "grant", "sales", "--on", "customer", "--to", "view,edit", "--reach", "all"
      )
      .errors == "Changed the rights of the role Kinh doanh.\n")
    #expect(codes("lan") == ["KH000001", "KH000002", "KH000003"])
    #expect(run("lan", "customer", "edit", "KH000002", "--website", "https://a.vn").code == 0)
    #expect(run("lan", "customer", "delete", "KH000002").code == 4)
    #expect(
      fixture.runVietnamese(
        "role", "grant", "sales", "--on", "customer", "--to", "view", "--reach", "all"
      )
      .errors == "Nhóm quyền Kinh doanh vốn đã như vậy.\n")
    #expect(
      fixture.run("role", "rights", "sales").output.contains(
        "Kinh doanh\tCustomers\tView\tEverything\n"))
    #expect(
      fixture.run("role", "revoke", "sales", "--on", "customer").errors
        == "Took 2 rights from the role Kinh doanh.\n")
    #expect(codes("lan") == ["KH000001"])
    _ = fixture.run("undo")
    #expect(codes("lan") == ["KH000001", "KH000002", "KH000003"])
    #expect(
      fixture.run("role", "history", "sales").output.contains(
        "\tRight\t\tCustomer view Everything\n"))
  }

  /// What is one's own is seen without the right to view the kind.
  @Test func closesAKindWithNone() throws {
    try fixture.edit(.order, "DH000001", ["owner": "hoa"])
    #expect(run("lan", "contract", "list").code == 0)
    #expect(codes("lan", "order") == ["DH000001"])
    _ = fixture.run("role", "grant", "sales", "--on", "order", "--to", "view", "--reach", "none")
    #expect(codes("lan", "order") == [])
    #expect(run("lan", "customer", "show", "KH000001").output.contains("Orders (0)\n"))
  }

  @Test func exportsAsFarAsThatReaches() {
    _ = fixture.run("role", "grant", "sales", "--on", "customer", "--to", "view", "--reach", "all")
    #expect(codes("lan").count == 3)
    #expect(
      run("lan", "export", "customer", "--columns", "code", "--csv", "-").output.contains(
        "KH000001"))
    #expect(
      !run("lan", "export", "customer", "--columns", "code", "--csv", "-").output.contains(
        "KH000002"))
  }

  @Test(arguments: [
    (
      ["role", "grant", "sales", "--on", "customer"], "which right? Give --on KIND and --to ACTION",
      2
    ),
    (
      ["role", "grant", "sales", "--on", "customr", "--to", "view"],
      "there is no kind of record “customr”", 2
    ),
    (
      ["role", "grant", "sales", "--on", "customer", "--to", "vew"], "there is no action “vew”",
      2
    ),
    (
      ["role", "grant", "nobody", "--on", "customer", "--to", "view"], "there is no role “nobody”",
      1
    ),
    (["role", "revoke", "admin"], "after this an could not configure rights any more", 1),
    (
      ["role", "grant", "admin", "--on", "all", "--to", "configure", "--reach", "own"],
      "after this an could not configure rights any more", 1
    ),
  ])
  func saysWhatIsWrongWithARight(words: [String], message: String, code: Int32) {
    let before = fixture.run("role", "rights").output
    let outcome = fixture.run(words)
    #expect(outcome.errors.hasPrefix("crm: \(message)"), "\(outcome.errors)")
    #expect(outcome.code == code)
    #expect(fixture.run("role", "rights").output == before)
  }

  @Test func saysThatANewRoleAllowsNothing() throws {
    let note =
      "The role Thực tập allows nothing yet: crm role grant 'Thực tập' --on all "
      + "--to view,add,edit --reach own|unit|all\n"
    #expect(fixture.run("role", "add", "--name", "Thực tập").errors.hasPrefix(note))
    _ = fixture.run("undo")
    let file = try fixture.file("nv.csv", "Tài khoản,Họ tên,Nhóm quyền\nba,Ba,Thực tập\n")
    let imported = fixture.run("import", file, "--into", "user", "--create-missing")
    #expect(imported.errors.contains("Added roles: Thực tập\n" + note))
    #expect(codes("ba") == [])
    #expect(run("ba", "customer", "add", "--name", "Mới").code == 4)
    _ = fixture.run(
      "role", "grant", "Thực tập", "--on", "all", "--to", "view,add", "--reach", "own")
    #expect(run("ba", "customer", "add", "--name", "Mới").code == 0)
    #expect(codes("ba").count == 1)
  }
}
