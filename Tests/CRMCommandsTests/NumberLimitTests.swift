import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

@testable import CRMCommands

/// Numbers have ranges that are said where they are typed, and a sum beyond 64 bits is an error that
/// names whose it is, for whoever shows it alone.
@Suite struct NumberLimitTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  static let typed: [([String], String)] = [
    (
      ["contract", "add", "KH000001", "H", "--value", "1000000000000001"],
      "Value: 1,000,000,000,000,001 is not between"
    ),
    (["contract", "add", "KH000001", "H", "--value", "-9223372036854775808"], "too large"),
    (["product", "add", "P", "--price", "9223372036854775807"], "is not between"),
    (
      ["order", "add", "KH000001", "--line", "SP01:1000000001"],
      "is not between -1,000,000,000 and 1,000,000,000"
    ),
    (["order", "add", "KH000001", "--line", "SP01:1x300"], "“1x300” is not a number"),
    (["order", "add", "KH000001", "--line", "SP01:1e300"], "“1e300” is not a number"),
    (["order", "add", "KH000001", "--line", "SP01:1:1e300"], "not an amount of money"),
    (
      ["order", "add", "KH000001", "--line", "SP01:1000000000:1000000000000000"],
      "line's amount is too large: more than 1,000,000,000,000,000 đ"
    ),
    (
      ["order", "add", "KH000001", "--line", "SP01:1000000000:-1000000000000000"],
      "line's amount is too large"
    ),
    (
      ["group", "add", "G", "--points", "1000000001"],
      "Points: 1,000,000,001 is not between -1,000,000,000 and 1,000,000,000"
    ),
    (["group", "add", "G", "--points", "-9223372036854775808"], "is not between"),
    (["group", "add", "G", "--points", "9223372036854775808"], "is too large a number"),
    (["group", "add", "G", "--points", "1e3"], "is not a whole number"),
    (["group", "add", "G", "--points", "1x300"], "is not a whole number"),
    (["transaction-type", "add", "T", "--points", "9999999999"], "is not between"),
    (["payment", "add", "KH000001", "--amount", "9223372036854775807"], "is not between"),
    (["tier", "add", "T", "--rank", "9223372036854775807"], "is not between"),
    (["tier", "add", "T", "--rank", "1", "--discount", "101"], "101% is not between 0% and 100%"),
    (["contract", "add", "KH000001", "H", "--term", "9223372036854775807"], "is not between"),
  ]

  @Test(arguments: typed) func whatIsTypedHasRanges(_ words: [String], _ message: String) {
    let outcome = fixture.run(words)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(fixture.run(words, language: .vi).code == 1)
  }

  @Test(arguments: [
    ["contract", "add", "KH000001", "H", "--value", "1000000000000000"],
    ["order", "add", "KH000001", "--line", "SP01:1000000000:1000"],
    ["group", "add", "G", "--points", "-1000000000"],
  ]) func theGreatestAreTaken(_ words: [String]) {
    #expect(fixture.run(words).code == 0)
  }

  @Test func customNumbersHaveRangesToo() {
    #expect(
      fixture.run("field", "add", "Dài", "--kind", "customer", "--key", "dai", "--type", "decimal")
        .code == 0)
    #expect(
      fixture.run("field", "add", "Số", "--kind", "customer", "--key", "so", "--type", "integer")
        .code == 0)
    for (key, text) in [("dai", "1000000001"), ("so", "1000000000000001"), ("dai", "1e9")] {
      let outcome = fixture.run("customer", "edit", "KH000001", "--set", "\(key)=\(text)")
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("is not"), "\(outcome.errors)")
    }
  }

  @Test func filesAreHeldToTheSame() throws {
    let file = try fixture.file(
      "g.csv", "Name,Points\nA,1000000001\nB,1e300\nC,5\n")
    let json = try fixture.file(
      "g.json",
      "[{\"name\":\"D\",\"points\":9223372036854775807},{\"name\":\"E\",\"points\":1e300}]")
    #expect(fixture.run("group", "import", file).errors.contains("is not between"))
    let second = fixture.run("group", "import", json)
    #expect(second.code == 1)
    let names = ["group", "list", "--where", "name in (A, B, C, D, E)", "--columns", "name"]
    #expect(fixture.run(names).output == "Name\nC\n")
  }

  /// Contracts of an older file, whose amounts were not limited.
  private func addGreatContracts() throws {
    for name in ["A", "B"] {
      try fixture.add(
        .contract,
        ["customer": "KH000001", "name": name, "value": "5", "date": "01/11/2026"])
    }
    try fixture.sql("UPDATE contract SET value = 9000000000000000000 WHERE name IN ('A', 'B')")
  }

  @Test func aSumBeyondAllNumbersNamesItsRecord() throws {
    try addGreatContracts()
    let shown = fixture.run("customer", "list", "--columns", "code,contracts.value")
    #expect(shown.code == 1)
    #expect(
      shown.errors.hasPrefix("crm: customer KH000001, Contracts: value: the sum is too large"))
    #expect(
      fixture.runVietnamese("customer", "list", "--columns", "contracts.value").errors
        .contains("tổng quá lớn"))
    // Nobody else's is touched, and what only asks finds what it should.
    #expect(
      fixture.run(
        "customer", "list", "--where", "code != KH000001", "--columns", "code,contracts.value"
      ).code == 0)
    for (condition, codes) in [
      ("contracts.value > 5", "KH000001"), ("contracts.value < 5", "KH000002\nKH000003"),
      ("not contracts.value > 5", "KH000002\nKH000003"),
    ] {
      let found = fixture.run("customer", "list", "--where", condition, "--columns", "code")
      #expect(found.output == "Code\n\(codes)\n")
    }
    let sorted = fixture.run(
      "customer", "list", "--sort", "-contracts.value", "--columns", "code", "--limit", "1")
    #expect(sorted.output == "Code\nKH000001\n")
  }

  @Test func sumsAreExact() throws {
    try addGreatContracts()
    try fixture.sql("UPDATE contract SET value = 4611686018427387903 WHERE name = 'A'")
    try fixture.sql("UPDATE contract SET value = -4611686018427387904 WHERE name = 'B'")
    let words = ["customer", "list", "--code", "KH000001", "--columns", "contracts.value"]
    #expect(fixture.run(words).output == "Contracts: value\n-1\n")
    try fixture.sql("UPDATE contract SET value = 4611686018427387903 WHERE name = 'B'")
    #expect(fixture.run(words).output == "Contracts: value\n9223372036854775806\n")
  }

  @Test func whatACustomerBoughtNamesItsGroup() throws {
    for _ in 1...2 {
      try fixture.addOrder(
        ["customer": "KH000001", "date": "01/11/2025"],
        lines: [["product": "SP01", "quantity": "2", "price": "100"]])
    }
    try fixture.sql("UPDATE sales_order SET total = 9000000000000000000 WHERE date = '2025-11-01'")
    try fixture.sql("UPDATE order_line SET total = 9000000000000000000")
    let revenue = fixture.run("customer", "revenue", "KH000001")
    #expect(revenue.code == 1)
    #expect(revenue.errors.hasPrefix("crm: 2025: the sum is too large"))
    let products = fixture.run("customer", "products", "KH000001")
    #expect(products.code == 1)
    #expect(products.errors.hasPrefix("crm: product SP01: the sum is too large"))
    try fixture.edit(.customer, "KH000001", ["referrer": "KH000002"])
    let referrals = fixture.run("customer", "referrals", "KH000002")
    #expect(referrals.code == 1)
    #expect(referrals.errors.hasPrefix("crm: customer KH000001: the sum is too large"))
  }

  @Test func scoresDoNotOverflow() throws {
    for name in ["X", "Y"] { try fixture.add(.group, ["name": name, "points": "5"]) }
    try fixture.sql(
      "UPDATE customer_group SET points = 9000000000000000000 WHERE name IN ('X', 'Y')")
    let edit = fixture.run("customer", "edit", "KH000001", "--groups", "X", "--groups", "Y")
    #expect(edit.code == 1)
    #expect(edit.errors.hasPrefix("crm: customer KH000001, score: the sum is too large"))
    let add = fixture.run("customer", "add", "Z", "--groups", "X", "--groups", "Y")
    #expect(add.code == 1)
    #expect(add.errors.contains("the sum is too large"))
    #expect(fixture.run("customer", "list", "--columns", "code,score").code == 0)
  }

  @Test func aTotalOfADocumentDoesNotOverflow() throws {
    let order = try fixture.addOrder(
      ["customer": "KH000001", "date": "01/11/2025"],
      lines: [["product": "SP01", "quantity": "2", "price": "100"]])
    try fixture.sql("UPDATE order_line SET total = 9223372036854775807")
    let outcome = fixture.run("order", "line", "add", order, "SP01:1:1000")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("the total of order \(order) is too large"))
  }

  @Test(arguments: [
    ["customer", "list", "--limit", "99999999999999999999"],
    ["customer", "list", "--offset", "99999999999999999999"],
    ["customer", "list", "--limit", "-1"],
    ["log", "--limit", "99999999999999999999"], ["log", "show", "99999999999999999999"],
    ["undo", "99999999999999999999"], ["remind", "contracts", "--days", "9223372036854775807"],
  ]) func countsBeyondSenseAreUsage(_ words: [String]) {
    #expect(fixture.run(words).code == 2)
  }

  @Test(arguments: [
    "created >= today-99999999999d", "created within 99999999999999999999d",
    "birthday within 999999999999d", "score = 1x300", "orders.total = 1e300",
    "score = 99999999999999999999", "last_contact >= +999999999d",
    "orders.last < today-9999999999m",
  ]) func filtersRefuseWhatIsNoNumber(_ condition: String) {
    #expect(fixture.run("customer", "list", "--where", condition).code == 1)
  }

  @Test(arguments: [
    "score = -9223372036854775808", "score > -9223372036854775808",
    "score = -9223372036854775808..9223372036854775807", "orders.count > 9223372036854775807",
    "orders.total < -9223372036854775807", "orders.count >= -9223372036854775808",
  ]) func filtersTakeTheEndsOfTheRange(_ condition: String) {
    #expect(fixture.run("customer", "list", "--where", condition).code == 0)
  }
}
