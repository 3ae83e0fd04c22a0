import CRMTestSupport
import Testing

@Suite struct AddTests {
  @Test func printsTheCodeAndSaysWhatIsMissing() throws {
    let fixture = try Fixture.company()
    let added = fixture.run(
      "customer", "add", "--name", "Lê Văn Tám", "--phones", "0911222333", "--groups", "VIP",
      "--owner", "lan")
    #expect(added.output == "KH000004\n")
    #expect(
      added.errors == """
        Still without source, relationship: crm customer edit KH000004 --source … --relationship …
        Added customer KH000004 Lê Văn Tám.

        """)
    #expect(added.code == 0)
    let vietnamese = fixture.runVietnamese(
      "customer", "add", "--name", "Bình", "--source", "Zalo", "--groups", "VIP",
      "--relationship", "Tiềm năng")
    #expect(vietnamese.errors == "Đã thêm khách hàng KH000005 Bình.\n")
  }

  @Test func missingFieldsAreAllNamed() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run("contact", "add", "--position", "Kế toán")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        crm: contact needs: Customer (--customer), Name (--name)
          See all fields with: crm help contact add

        """)
    #expect(
      fixture.runVietnamese("contact", "add").errors == """
        crm: liên hệ còn thiếu: Khách hàng (--customer), Họ tên (--name)
          Xem mọi trường bằng: crm help contact add

        """)
  }

  @Test func theFormAsksUntilTheAnswerFits() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(
      ["contact", "add", "--position", "Kế toán"],
      input: "KH9\n\nKH000002\n0325000000\n0911222333\nTrần Hoa\n\n\n",
      terminal: 80)
    #expect(
      outcome.errors == """
        Customer: there is no customer “KH9”
        Customer: This cannot be empty.
        Customer: Phones: Phones: contact LH000001 Trần Thị Hoa has it already
        Enter goes on with it.
        Phones: Name: Emails: Added contact LH000002 Trần Hoa.

        """)
    #expect(outcome.code == 0)
    #expect(
      fixture.run(["contact", "add"], input: "KH000002\n\n", terminal: 80).errors
        == "Customer: Phones: Name: crm: the form was left; nothing was added\n")
    #expect(fixture.run(["contact", "add", "--no-input"], terminal: 80).code == 2)
  }

  /// All that is missing and all that is wrong, at once and in both languages.
  @Test func namesEveryWrongField() throws {
    let fixture = try Fixture.company()
    let words = ["customer", "add", "--birthday", "31/2/2000", "--source", "Khong co"]
    let outcome = fixture.run(words)
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("crm: 3 things are wrong:\n  customer needs: Name (--name)\n"))
    #expect(outcome.errors.contains("31/2/2000") && outcome.errors.contains("Khong co"))
    let vietnamese = fixture.run(words + ["--name", "A"], language: .vi)
    #expect(vietnamese.code == 1)
    #expect(vietnamese.errors.hasPrefix("crm: có 2 chỗ sai:\n  Ngày sinh: "))
    let file = try fixture.file(
      "k.json", #"{"name": "A", "birthday": "31/2/2000", "source": "Khong co"}"#)
    #expect(
      fixture.run("customer", "add", "--json", file).errors.contains("2 things are wrong"))
  }

  /// The form of a customer begins with the phone, and says who has it, whoever asks.
  @Test func theFormShowsADuplicateAtOnce() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(
      ["customer", "add"], language: .vi,
      input: "84912345678\n0909111222\nTrần Hoa\n\n\n\n\n", terminal: 200)
    #expect(
      outcome.errors.hasPrefix(
        "Điện thoại: Điện thoại: khách hàng KH000001 Nguyễn Đức An đã có\nEnter để vẫn dùng.\n"))
    #expect(outcome.output == "KH000004\n")
  }

  @Test func againStartsTheNextFormAndKeepsWhatClassifies() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(
      ["contact", "add", "--customer", "KH000002", "--phones", "0911111111", "--again"],
      input: "A\n\n\n\nB\n\n\n", terminal: 80)
    #expect(outcome.output == "LH000002\nLH000003\n")
    #expect(outcome.code == 0)
    let shown = fixture.run("contact", "list", "--columns", "code,customer,phones").output
    #expect(shown.hasSuffix("LH000002\tKH000002\t0911111111\nLH000003\tKH000002\t\n"))
  }

  @Test func oddValuesAreKeptAndReported() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(
      "customer", "add", "--name", "X", "--phones", "0911222333; gọi sau", "--tax-code",
      "0312687879", "--source", "Zalo", "--groups", "VIP", "--relationship", "Tiềm năng")
    #expect(
      outcome.errors == """
        “gọi sau” is not a phone number; kept as it is
        tax code 0312687879 has a wrong check digit; kept as it is
        Added customer KH000004 X.

        """)
  }

  @Test func aDuplicateIsRefusedWithItsOwner() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.runVietnamese(
      "customer", "add", "--name", "X", "--phones", "+84 912 345 678")
    #expect(outcome.code == 5)
    #expect(
      outcome.errors == """
        crm: Số điện thoại đã tồn tại trong khách hàng KH000001 Nguyễn Đức An thuộc chủ sở hữu \
        lan: 0912345678
          Nếu vẫn muốn thêm, dùng --allow-duplicate.

        """)
    #expect(
      fixture.run("customer", "add", "--name", "X", "--phones", "84325000000").errors.hasPrefix(
        "crm: Phone already exists in a contact of customer KH000002"))
    let allowed = fixture.run(
      "customer", "add", "--name", "X", "--phones", "0912345678", "--allow-duplicate")
    #expect(allowed.output == "KH000004\n")
  }

  @Test func aCodeIsTakenForGood() throws {
    let fixture = try Fixture.company()
    let taken = fixture.run("customer", "add", "--name", "X", "--code", "kh000001")
    #expect(taken.code == 5)
    #expect(taken.errors.hasPrefix("crm: code kh000001 already exists among the customers\n"))
    try fixture.delete(.customer, "KH000003")
    let trashed = fixture.run("customer", "add", "--name", "X", "--code", "KH000003")
    #expect(trashed.code == 5)
    #expect(
      trashed.errors == """
        crm: code KH000003 belongs to a customer in the trash
          Restore it with: crm customer restore KH000003 — or import with --restore-trashed.

        """)
  }

  @Test(arguments: [
    (["--owner", "lam"], "crm: there is no user “lam”\n  Did you mean lan?\n"),
    (
      ["--source", "O'Hara"],
      "crm: there is no source “O'Hara”\n"
        + "  Add it first: crm source add --name 'O'\\''Hara'\n"
    ),
    (
      ["--source", "Hội thảo"],
      "crm: there is no source “Hội thảo”\n  Add it first: crm source add --name 'Hội thảo'\n"
    ),
    (
      ["--birthday", "30/02/2000"],
      "crm: Birthday: 30/02/2000 is not a date: February 2000 has 29 days\n"
    ),
    (
      ["--level", "nww"],
      "crm: Level: “nww” is not one of the known values\n  Did you mean New?\n"
        + "  Known values: New, Interested, Signed, Paused, Approached, Other.\n"
    ),
    (
      ["--emails", "a@"],
      "crm: Emails: “a@” is not an email address\n  Write name@example.com.\n"
    ),
  ])
  func whatIsNoValueIsRefused(words: [String], errors: String) throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(["customer", "add", "--name", "X"] + words)
    #expect(outcome.errors == errors)
    #expect(outcome.code == 1)
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  @Test func anAmbiguousNameListsItsRecords() throws {
    let fixture = try Fixture.company()
    try fixture.add(.customer, ["name": "Nguyễn Đức An"])
    let outcome = fixture.run("contact", "add", "--name", "X", "--customer", "Nguyễn Đức An")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        crm: “Nguyễn Đức An” names 2 customers: KH000001, KH000004
          Name one by its code.

        """)
  }

  @Test func aReferenceWithoutRecordFallsBackToItsText() throws {
    let fixture = try Fixture.company()
    _ = fixture.run(
      "customer", "add", "--name", "X", "--employer", "Công ty Lạ", "--referrer", "lan")
    let shown = fixture.run(
      "customer", "list", "--code", "KH000004", "--columns", "employer_name,referrer_user")
    #expect(shown.output == "Employer name\tReferring user\nCông ty Lạ\tlan\n")
  }

  @Test func jsonTakesManyRecords() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(
      "customer", "add", "--json", "-", "--owner", "lan",
      input: """
        [{"name": "A", "groups": ["VIP", "15-25"], "phones": ["0911111111", "0922222222"],
          "created": 5},
         {"name": "B", "birthday": "20/12", "owner": "an", "fax": null}]
        """)
    #expect(outcome.output == "KH000004\nKH000005\n")
    #expect(outcome.errors.hasSuffix("Added 2 customers.\n"))
    let shown = fixture.run(
      "customer", "list", "--owner", "lan", "--columns", "code,groups,phones")
    #expect(shown.output.contains("KH000004\tVIP; 15-25\t0911111111; 0922222222\n"))
    let wrong = fixture.run("customer", "add", "--json", "-", input: #"{"nam": "A"}"#)
    #expect(
      wrong.errors == "crm: there is no field “nam” of customers\n  Did you mean name?\n")
    #expect(
      fixture.run("customer", "add", "--json", "-", input: "{\"name\":\n x}").errors
        == "crm: stdin:2:2: this is not valid JSON\n")
    #expect(
      fixture.run("customer", "add", "--json", fixture.file("no.json")).errors.hasPrefix(
        "crm: \(fixture.file("no.json")): no such file\n"))
  }

  @Test func ordersShowTheirLinesBeforeTheyAreSaved() throws {
    let fixture = try Fixture.company()
    let order = ["order", "add", "--customer", "KH000002"]
    let lines = ["--line", "SP01:2", "--line", "SP02:1,5:60k:10%:8%"]
    let dry = fixture.run(order + lines + ["--dry-run"])
    #expect(
      dry.output == """
        Product\tQuantity\tUnit price\tDiscount %\tTax %\tLine before tax\tLine tax\tLine total
        SP01\t2\t100000\t0\t8\t200000\t16000\t216000
        SP02\t1.5\t60000\t10\t8\t81000\t6480\t87480
        Before tax\t281,000
        Tax total\t22,480
        Total\t303,480
        Paid\t0
        Left to pay\t303,480

        """)
    #expect(dry.errors == "Would add order DH000002: total 303,480 đ.\n")
    #expect(fixture.run("order", "list", "--count").output == "1\n")
    let added = fixture.run(order + lines)
    #expect(added.output == "DH000002\n")
    #expect(added.errors == "Added order DH000002: total 303,480 đ.\n")
    #expect(
      fixture.runVietnamese("order", "add", "--customer", "KH000002", "--line", "SP01").errors
        == "Đã thêm đơn hàng DH000003: tổng tiền 108.000 đ.\n")
  }

  @Test(arguments: [
    ("SP01:0", 1, "crm: the quantity of a line cannot be 0\n"),
    ("SP01:1:1:101%", 1, "crm: Discount %: 101% is not between 0% and 100%\n"),
    ("SP9:1", 1, "crm: there is no product “SP9”\n"),
    (
      ":1", 2,
      "crm: --line “:1” is not of the form PRODUCT[:QUANTITY[:PRICE[:DISCOUNT[:TAX]]]]\n"
        + "  Separate the values by colons; those in brackets may be left out or empty.\n"
    ),
  ])
  func badLinesAreRefused(line: String, code: Int32, errors: String) throws {
    let outcome = try Fixture.company().run(
      "order", "add", "--customer", "KH000001", "--line", line)
    #expect(outcome.code == code)
    #expect(outcome.errors == errors)
  }

  @Test(arguments: [
    (
      ["--kind", "custmer"],
      "crm: Kind: “custmer” is not a kind of record\n  Did you mean customer?\n"
    ),
    (
      ["--kind", "customer", "--columns", "code,nme"],
      "crm: column 1: customer has no field “nme”\n  nme\n  ^\n  Did you mean name?\n"
    ),
  ])
  func viewsAreCheckedBeforeTheyAreKept(words: [String], errors: String) throws {
    let outcome = try Fixture.company().run(["view", "add", "--name", "V"] + words)
    #expect(outcome.errors == errors)
    #expect(outcome.code == 1)
  }

  @Test func dryRunAddsNothing() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run("tag", "add", "--name", "nóng", "--dry-run")
    #expect(
      outcome
        == .init(output: "tag nóng: added\n", errors: "Would add tag TH000001 nóng.\n", code: 0))
    #expect(fixture.run("tag", "list", "--count").output == "0\n")
  }

  /// Nobody is born on a day that is still to come; today is 2026-11-22.
  @Test(arguments: [
    ["customer", "add", "--name", "Bé"], ["customer", "edit", "KH000001"],
    ["contact", "edit", "LH000001"], ["user", "edit", "lan"],
  ])
  func refusesABirthdayStillToCome(_ words: [String]) throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(words + ["--birthday", "23/11/2026"])
    #expect(
      outcome
        == .init(
          output: "",
          errors: "crm: Birthday: 2026-11-23 is still to come\n"
            + "  Check the year, or leave it out: 23/11\n", code: 1))
    #expect(fixture.run(words + ["--birthday", "22/11/2026"]).code == 0)
    #expect(fixture.run(words + ["--birthday", "23/11"]).code == 0)
  }

  /// The form of a new customer has contacts in it: they come in the same operation.
  @Test func bringsWhatBelongsToIt() throws {
    let fixture = try Fixture.company()
    let json = """
      {"name": "Công ty An", "contacts": [
        {"name": "Lê Tú", "phones": ["0912000111"]}, {"name": "Mai"}]}
      """
    let outcome = fixture.run(["customer", "add", "--json", "-"], input: json)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let code = outcome.output.dropLast()
    #expect(
      fixture.run("contact", "list", String(code), "--columns", "name,phones", "--sort", "name")
        .output == "Name\tPhones\nLê Tú\t0912000111\nMai\t\n")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("contact", "list", "--where", "name = Mai", "--count").output == "0\n")
  }

  @Test(arguments: [
    (#"{"name": "A", "contacts": [{"phones": "0912000111"}]}"#, "crm: "),
    (#"{"name": "A", "contacts": [5]}"#, "crm: “contacts” is an array of objects\n"),
    (
      #"{"name": "A", "contacts": [{"name": "B", "customer": "KH000001"}]}"#,
      "crm: “customer” of “contacts” is the record around it\n  Leave it out.\n"
    ),
  ])
  func refusesWhatCannotCome(_ json: String, _ message: String) throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(["customer", "add", "--json", "-"], input: json)
    #expect(outcome.code != 0)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }
}
