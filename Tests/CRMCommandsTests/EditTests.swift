import CRMTestSupport
import Testing

@Suite struct EditTests {
  private func values(_ fixture: Fixture, _ columns: String, _ kind: String = "customer") -> String
  {
    fixture.run(kind, "list", "--columns", columns, "--sort", "code").output
  }

  @Test func changesFieldsAndCountsThem() throws {
    let fixture = try Fixture.company()
    let one = fixture.run("customer", "edit", "KH000001", "--level", "paused", "--birthday", "1/2")
    #expect(one == .init(output: "", errors: "Changed customer KH000001.\n", code: 0))
    let same = fixture.run("customer", "edit", "KH000001", "--level", "Tạm ngừng")
    #expect(same.errors == "Customer KH000001 stays as it is.\n")
    let many = fixture.runVietnamese(
      "customer", "edit", "-", "KH000003", "--level", "paused", input: "KH000001\nKH000002\n")
    #expect(many.errors == "Đã sửa 2 trên 3 khách hàng.\n")
    let chosen = fixture.run("customer", "edit", "--where", "groups = VIP", "--owner", "an")
    #expect(chosen.errors == "Changed customer KH000001.\n")
  }

  @Test func emptyTextEmptiesAField() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "edit", "KH000001", "--groups", "", "--owner", "", "--province", "")
    #expect(
      fixture.run(
        "customer", "list", "--code", "KH000001", "--columns", "groups,owner,province,stars"
      ).output == "Groups\tOwner\tProvince\tStars\n\t\t\t0\n")
    let name = fixture.run("customer", "edit", "KH000001", "--name", "")
    #expect(name.errors == "crm: Name of a customer cannot be empty\n")
    #expect(name.code == 1)
  }

  @Test func listsAreReplacedAddedToAndTakenFrom() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "edit", "KH000001", "--groups", "VIP", "--groups", "Miền Nam")
    #expect(values(fixture, "groups").split(separator: "\n")[1] == "Miền Nam; VIP")
    _ = fixture.run(
      "customer", "edit", "KH000001", "KH000002", "--add-groups", "15-25", "--remove-groups",
      "Miền Nam")
    #expect(values(fixture, "groups") == "Groups\nVIP; 15-25\n15-25\nMiền Bắc\n")
  }

  @Test func manyOnATerminalAreConfirmed() throws {
    let fixture = try Fixture.company()
    let all = ["customer", "edit", "--where", "created is not empty", "--level", "paused"]
    let refused = fixture.run(all, input: "n\n", terminal: 80)
    #expect(refused.errors == "Change 3 customers? [y/N] crm: nothing was changed\n")
    #expect(refused.code == 1)
    let agreed = fixture.run(all, language: .vi, input: "c\n", terminal: 80)
    #expect(agreed.errors == "Thay đổi 3 khách hàng? [c/K] Đã sửa 3 trên 3 khách hàng.\n")
    #expect(fixture.run(all + ["--yes"], terminal: 80).errors == "Changed 0 of 3 customers.\n")
  }

  @Test func dryRunShowsEachChange() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(
      "customer", "edit", "KH000001", "KH000003", "--groups", "VIP", "--birthday", "1/2",
      "--dry-run")
    #expect(
      outcome.output == """
        customer KH000001: Birthday “1999-11-25” → “--02-01”; Groups “Miền Bắc; VIP; 15-25” → “VIP”
        customer KH000003: Birthday “2000-02-29” → “--02-01”; Groups “Miền Bắc” → “VIP”

        """)
    #expect(outcome.errors == "Would change 2 of 2 customers.\n")
    #expect(values(fixture, "birthday").hasPrefix("Birthday\n1999-11-25\n"))
  }

  @Test func jsonNamesItsRecordsByCode() throws {
    let fixture = try Fixture.company()
    let each = fixture.run(
      "customer", "edit", "--json", "-",
      input: #"[{"code": "KH000001", "level": "new"}, {"code": "KH000002", "emails": ["a@b.vn"]}]"#)
    #expect(each.errors == "Changed 2 of 2 customers.\n")
    let same = fixture.run(
      "customer", "edit", "KH000001", "KH000002", "--json", "-", input: #"{"supplier": true}"#)
    #expect(same.errors == "Changed 2 of 2 customers.\n")
    #expect(
      values(fixture, "code,level,emails,supplier").contains("KH000002\tNew\ta@b.vn\ttrue\n"))
    let nameless = fixture.run("customer", "edit", "--json", "-", input: #"{"level": "new"}"#)
    #expect(nameless.errors == "crm: which customer? The JSON object has no “code”\n")
  }

  @Test func orderLinesAreReplacedWhereThatIsAskedFor() throws {
    let fixture = try Fixture.company()
    let unasked = fixture.run("order", "edit", "DH000001", "--line", "SP01:1")
    #expect(unasked.code == 2)
    #expect(
      unasked.errors == """
        crm: --line alone does not say what becomes of the others
          One more: crm order line add DH000001 SP01:1
          Another value: crm order line edit DH000001 1 --…; one less: crm order line remove \
        DH000001 1
          These instead of all there are: --replace-lines

        """)
    _ = fixture.run("order", "line", "add", "DH000001", "SP01:1")
    #expect(values(fixture, "subtotal,total", "order") == "Before tax\tTotal\n367500\t398250\n")
    _ = fixture.run("order", "edit", "DH000001", "--replace-lines", "--line", "SP02:2:50k:0:10")
    #expect(values(fixture, "subtotal,total", "order") == "Before tax\tTotal\n100000\t110000\n")
    _ = fixture.run("undo")
    _ = fixture.run("undo")
    #expect(values(fixture, "subtotal,total", "order") == "Before tax\tTotal\n267500\t290250\n")
  }

  @Test func aReferenceAndItsTextNeverStandSideBySide() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "edit", "KH000001", "--employer", "Công ty Lạ")
    _ = fixture.run("customer", "edit", "KH000003", "--employer", "KH000002")
    _ = fixture.run("customer", "edit", "KH000003", "--employer", "Công ty Lạ")
    _ = fixture.run("customer", "edit", "KH000001", "--employer", "KH000002")
    #expect(
      values(fixture, "employer,employer_name")
        == "Employer\tEmployer name\nKH000002\t\n\t\n\tCông ty Lạ\n")
  }

  @Test func whatCannotBeChangedIsSaid() throws {
    let fixture = try Fixture.company()
    try fixture.delete(.customer, "KH000003")
    for (words, errors, code) in [
      (["KH000001"], "crm: nothing to change: give at least one field\n", Int32(2)),
      (
        ["--level", "new"],
        "crm: which customer? Give codes, - to read them from standard input, --where or --view\n",
        2
      ),
      (["KH9", "--level", "new"], "crm: there is no customer “KH9”\n", 1),
      (["KH000003", "--level", "new"], "crm: customer KH000003 is in the trash\n", 1),
      (
        ["KH000001", "--code", "KH000002"],
        "crm: code KH000002 already exists among the customers\n", 5
      ),
      (
        ["KH000002", "--phones", "0912345678"],
        "crm: Phone already exists in customer KH000001", 5
      ),
      (["KH000001", "--levle", "new"], "crm: unknown option '--levle'\n", 2),
    ] {
      let outcome = fixture.run(["customer", "edit"] + words)
      #expect(outcome.errors.hasPrefix(errors), "\(words)")
      #expect(outcome.code == code, "\(words)")
    }
  }

  /// Nobody refers, and no unit stands above, itself by way of others.
  @Test func refusesCircles() throws {
    let fixture = try Fixture.company()
    let words = ["customer", "edit", "KH000001", "--referrer"]
    #expect(
      fixture.run(words + ["KH000001"]).errors
        == "crm: Referrer: KH000001 would lead back to itself\n")
    let outcome = fixture.run(words + ["KH000003"], language: .vi)
    #expect(
      outcome.errors
        == "crm: Người giới thiệu: KH000001 sẽ tạo vòng lặp về chính nó, qua KH000003\n")
    #expect(outcome.code == 1)
    #expect(fixture.run(words + ["KH000002"]).code == 0)
    try fixture.add(.unit, ["name": "A"])
    try fixture.add(.unit, ["name": "B", "parent": "A"])
    try fixture.add(.unit, ["name": "C", "parent": "B"])
    #expect(
      fixture.run("unit", "edit", "A", "--parent", "C").errors
        == "crm: Parent unit: A would lead back to itself, through C, B\n")
  }

  /// One code without options on a terminal: a form with today's values; Enter keeps, a dash empties.
  @Test func theFormHasTodaysValues() throws {
    let fixture = try Fixture.company()
    let input = "0909 111 222\n\n\n\n-\n\n\n\n\n\n\n\n"
    let outcome = fixture.run(
      ["customer", "edit", "KH000001"], input: input, terminal: 200)
    #expect(outcome.errors.hasPrefix("customer KH000001: Enter keeps, - empties;"))
    #expect(outcome.errors.contains("Phones [0912345678]: Name [Nguyễn Đức An]: "))
    #expect(outcome.errors.hasSuffix("Changed customer KH000001.\n"))
    #expect(
      fixture.run(
        "customer", "list", "--code", "KH000001", "--columns", "phones,groups,name"
      ).output.contains("0909 111 222\t\tNguyễn Đức An"))
    let left = fixture.run(["customer", "edit", "KH000001"], input: "\n", terminal: 200)
    #expect(left.code == 1)
    #expect(left.errors.hasSuffix("crm: the form was left; nothing was changed\n"))
    #expect(
      fixture.run(["customer", "edit", "KH000001", "--no-input"], terminal: 200).code == 2)
    let refused = fixture.run(
      ["customer", "edit", "KH000001"], input: "\n-\n", terminal: 200)
    #expect(refused.errors.contains("This cannot be empty.\n"))
  }

  /// One of several phones is added and taken away in the form as well, and what is no number does
  /// not take the place of one unasked.
  @Test func theFormLosesNoPhone() throws {
    let fixture = try Fixture.company()
    let rest = String(repeating: "\n", count: 14)
    func phones(after first: String) -> String {
      let outcome = fixture.run(
        ["customer", "edit", "KH000001"], input: first + rest, terminal: 200)
      #expect(outcome.errors.contains("Of several: +X adds one, -X takes one away.\n"))
      let list = fixture.run(
        "customer", "list", "--code", "KH000001", "--columns", "phones", "--no-header")
      return String(list.output.dropLast())
    }
    #expect(phones(after: "+0911 999 888\n") == "0912345678; 0911 999 888")
    #expect(phones(after: "+12025550143\n") == "0912345678; 0911 999 888; +12025550143")
    #expect(phones(after: "-+84912345678\n") == "0911 999 888; +12025550143")
    let asked = fixture.run(
      ["customer", "edit", "KH000001"],
      input: "Lê Oanh\n0911 999 888; +12025550143\n" + rest, terminal: 200)
    #expect(asked.errors.contains("Enter goes on with it.\n"))
    #expect(phones(after: "\n") == "0911 999 888; +12025550143")
  }

  /// Each number once, however it is spelt; a column answers to its heading on a screen.
  @Test func keepsANumberOnce() throws {
    let fixture = try Fixture.company()
    _ = fixture.run(
      "customer", "add", "Mới", "--code", "K7", "--phone", "0912 888 001", "--phone",
      "+84 912.888.001", "--email", "a@x.vn", "--email", "A@x.vn")
    #expect(
      fixture.run("customer", "list", "--where", "code = K7", "--columns", "phones,emails").output
        == "Phones\tEmails\n0912 888 001\ta@x.vn\n")
    #expect(fixture.run("order", "list", "--sort", "ngày", "--count").code == 0)
    #expect(fixture.run("order", "list", "--where", "ngay = 2020-01-01", "--count").output == "0\n")
  }

  /// One of several phones or emails is added and taken away, however it is written; what is there
  /// already changes nothing.
  @Test func addsAndTakesAwayOneOfSeveral() throws {
    let fixture = try Fixture.company()
    func phones() -> String {
      fixture.run("customer", "list", "--where", "code = KH000001", "--columns", "phones").output
    }
    func edit(_ words: String...) -> String {
      fixture.run(["customer", "edit", "KH000001"] + words).errors
    }
    #expect(edit("--add-phone", "0987000111") == "Changed customer KH000001.\n")
    #expect(phones() == "Phones\n0912345678; 0987000111\n")
    let count = fixture.run("log").output.split(separator: "\n").count
    #expect(edit("--add-phone", "+84 987 000 111") == "Customer KH000001 stays as it is.\n")
    #expect(edit("--remove-phone", "0900000000") == "Customer KH000001 stays as it is.\n")
    #expect(edit("--add-email", "an@example.vn") == "Customer KH000001 stays as it is.\n")
    #expect(edit("--add-group", "VIP") == "Customer KH000001 stays as it is.\n")
    #expect(fixture.run("log").output.split(separator: "\n").count == count)
    #expect(edit("--remove-phone", "84912345678") == "Changed customer KH000001.\n")
    #expect(phones() == "Phones\n0987000111\n")
    #expect(
      edit("--remove-phone", "0987000111", "--add-phone", "0900000001")
        == "Changed customer KH000001.\n")
    #expect(phones() == "Phones\n0900000001\n")
  }
}
