import CRMTestSupport
import Testing

@Suite struct ListTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func listsTheUsualColumnsAsTabSeparatedText() {
    let outcome = fixture.run("customer", "list")
    #expect(
      outcome.output == """
        Code\tName\tPhones\tEmails\tProvince\tOwner\tRelationship\tStars
        KH000001\tNguyễn Đức An\t0912345678\tan@example.vn\tHà Nội\tlan\tTiềm năng\t2
        KH000002\tCông ty Sao Mai\t\t\tCần Thơ\tan\t\t0
        KH000003\tNguyen Duc Binh\t0987654321\t\t\t\t\t0

        """)
    #expect(outcome.errors == "")
    #expect(outcome.code == 0)
  }

  @Test func headsColumnsInVietnamese() {
    let outcome = fixture.runVietnamese(
      "customer", "list", "--columns", "code,level", "--limit", "1")
    #expect(outcome.output == "Mã khách hàng\tMức độ\nKH000001\tTiếp cận\n")
  }

  /// Criteria and the codes they find, all of them AND.
  @Test(arguments: [
    (["--code", "kh000002"], ["KH000002"]), (["--code", "KH000002.."], ["KH000002", "KH000003"]),
    (["--name", "nguyen duc"], ["KH000001", "KH000003"]), (["--owner", "lan"], ["KH000001"]),
    (["--owner", "lan", "--owner", "an"], ["KH000001", "KH000002"]), (["--mine"], ["KH000002"]),
    (["--unassigned"], ["KH000003"]), (["--tax-code", "0100-109"], ["KH000002"]),
    (["--email", "AN@example.vn"], ["KH000001"]), (["--email", "example"], ["KH000001"]),
    (["--phone", "+84 912 345 678"], ["KH000001"]), (["--phone", "4321"], ["KH000003"]),
    (["--stars", "2"], ["KH000001"]), (["--stars", "..1"], ["KH000002", "KH000003"]),
    (["--level", "interested"], ["KH000003"]), (["--level", "Quan tâm"], ["KH000003"]),
    (["--level", "new", "--level", "interested"], ["KH000002", "KH000003"]),
    (["--relationship", "Tiềm năng"], ["KH000001"]), (["--common"], []), (["--forgotten"], []),
    (["--forgotten=11"], ["KH000001"]), (["--forgotten=12"], []),
    (
      ["--where", "groups = \"Miền Bắc\"", "--where", "birthday is not empty", "--unassigned"],
      ["KH000003"]
    ),
    (["--sort", "-birthday"], ["KH000001", "KH000002", "KH000003"]),
    (["--sort", "-orders.total,-code"], ["KH000001", "KH000003", "KH000002"]),
    (["--limit", "1", "--offset", "1"], ["KH000002"]),
    (
      [
        "--code", "..KH000002", "--name", "an", "--owner", "lan", "--email", "an@", "--phone",
        "0912", "--stars", "2..", "--level", "approached", "--relationship", "Tiềm năng",
        "--forgotten=1",
      ], ["KH000001"]
    ),
    (["--mine", "--tax-code", "0100109106", "--stars", "0", "--forgotten=0"], []),
    (["--unassigned", "--tier", "Vàng"], ["KH000003"]), (["--tier", "Vàng", "--mine"], []),
    (["--common", "--name", "sao"], ["KH000002"]),
  ]) func findsByCriteria(_ words: [String], _ codes: [String]) throws {
    try fixture.add(.tier, ["name": "Vàng"])
    try fixture.edit(.customer, "KH000003", ["tier": "Vàng"])
    if words.contains("--name") { try fixture.edit(.customer, "KH000002", ["common": "1"]) }
    let outcome = fixture.run(["customer", "list", "--columns", "code"] + words)
    #expect(outcome.output == (["Code"] + codes).joined(separator: "\n") + "\n")
    #expect(outcome.errors == "")
  }

  @Test func countsWhateverTheLimit() {
    #expect(fixture.run("customer", "list", "--count", "--limit", "1").output == "3\n")
  }

  @Test func tellsWhoseContactHasTheNumber() {
    let english = fixture.run("customer", "list", "--phone", "0162 500 0000", "--columns", "code")
    #expect(english.output == "Code\nKH000002\n")
    #expect(
      english.errors
        == "Phone 0325000000 exists in a contact of customer KH000002 Công ty Sao Mai / owner an\n")
    let vietnamese = fixture.runVietnamese("customer", "list", "--phone", "0325000000", "--count")
    #expect(vietnamese.output == "1\n")
    #expect(
      vietnamese.errors == "Số điện thoại 0325000000 đã tồn tại trong liên hệ của khách hàng "
        + "KH000002 Công ty Sao Mai / chủ sở hữu an\n")
  }

  @Test func usesConditionColumnsAndOrderOfAView() throws {
    try fixture.add(
      .view,
      [
        "name": "Miền Bắc", "kind": "customer", "condition": "groups = \"Miền Bắc\"",
        "columns": "name,orders[status in (draft, confirmed)].count", "sort": "-name",
      ])
    #expect(
      fixture.run("customer", "list", "--view", "Miền Bắc").output == """
        Name\tOrders: count
        Nguyen Duc Binh\t0
        Nguyễn Đức An\t1

        """)
    let wrong = fixture.run("order", "list", "--view", "Miền Bắc")
    #expect(wrong.code == 1)
    #expect(
      wrong.errors == """
        crm: view “Miền Bắc” lists customer, not order
          See the views with: crm view list

        """)
  }

  @Test func othersHaveAnOptionForEachListedReferenceAndChoice() {
    #expect(
      fixture.run(
        "care-card", "list", "--order", "DH000001", "--status", "planned", "--channel", "Gọi điện",
        "--sort", "-care_date", "--columns", "code,care_date"
      ).output == "Code\tCare date\nTCS000002\t2026-11-20\nTCS000001\t2026-11-02\n")
    #expect(fixture.run("order", "list", "--mine", "--count").output == "0\n")
    #expect(fixture.run("order", "list", "--status", "draft", "--count").output == "0\n")
  }

  @Test func givesProgramsKeysNumbersAndArrays() {
    let words = [
      "customer", "list", "--limit", "1", "--json", "--columns",
      "code,level,groups,common,birthday,created,orders.total,owner,tax_code",
    ]
    let expected = """
      [
      {"code": "KH000001", "level": "approached", "groups": ["Miền Bắc","VIP","15-25"], \
      "common": false, "birthday": "1999-11-25", "created": "2026-11-22T10:00:00+07:00", \
      "orders.total": 290250, "owner": "lan", "tax_code": null}
      ]

      """
    #expect(fixture.run(words).output == expected)
    #expect(fixture.run(words, language: .vi).output == expected)
  }

  @Test(arguments: [
    ("csv", "Code,Groups,Kind,Common customer\r\nKH000002,Miền Nam,Organisation,No\r\n"),
    (
      "jsonl",
      "{\"code\": \"KH000002\", \"groups\": [\"Miền Nam\"], \"kind\": \"organisation\", "
        + "\"common\": false}\n"
    ),
    (
      "markdown",
      "| Code | Groups | Kind | Common customer |\n| --- | --- | --- | --- |\n"
        + "| KH000002 | Miền Nam | Organisation | No |\n"
    ),
  ]) func writesEveryFormat(_ format: String, _ text: String) {
    #expect(
      fixture.run(
        "customer", "list", "--code", "KH000002", "--columns", "code,groups,kind,common",
        "--format", format
      ).output == text)
  }

  @Test func findsNothingQuietly() {
    let text = fixture.run("customer", "list", "--name", "xyz", "--columns", "code")
    #expect(text == .init(output: "Code\n", errors: "", code: 0))
    let table = ["customer", "list", "--name", "xyz"]
    #expect(
      fixture.run(table, terminal: 80) == .init(output: "", errors: "no customers\n", code: 0))
    #expect(
      fixture.run(table, language: .vi, terminal: 80)
        == .init(output: "", errors: "không có khách hàng nào\n", code: 0))
  }

  @Test(arguments: [
    (["--columns", "nme"], 1, "crm: column 1: customer has no field “nme”"),
    (["--where", "stars >"], 1, "crm: column 8: a value is expected after “>”"),
    (["--owner", "ghost"], 1, "crm: there is no user “ghost”"),
    (["--stars", "many"], 1, "crm: stars: “many” is not a whole number"),
    (["--stars", "9"], 2, "crm: --stars: there are 0 to 5 stars, not “9”"),
    (["--stars", "2..6"], 2, "crm: --stars: there are 0 to 5 stars, not “2..6”"),
    (["--limit", "x"], 2, "crm: --limit needs a whole number of at least 0, not 'x'"),
    (["--format", "xml"], 2, "crm: --format cannot be 'xml'"),
    (
      ["--json", "--format", "csv"], 2,
      "crm: --json means --format json, and --format csv was given too"
    ),
  ]) func saysWhatIsWrong(_ words: [String], _ code: Int32, _ message: String) {
    let outcome = fixture.run(["customer", "list"] + words)
    #expect(outcome.code == code)
    #expect(outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == message)
  }
}
