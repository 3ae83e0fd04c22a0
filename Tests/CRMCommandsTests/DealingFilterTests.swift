import CRMTestSupport
import Testing

/// The advanced filter (RULES 2.4): customers by their contracts or transactions.
@Suite struct DealingFilterTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    for (customer, value, date, status) in [
      ("KH000001", "30tr", "01/03/2026", "active"), ("KH000001", "25tr", "01/03/2025", "expired"),
      ("KH000002", "9tr", "01/02/2026", "draft"),
    ] {
      try fixture.add(
        .contract,
        ["customer": customer, "name": "X", "value": value, "date": date, "status": status])
    }
  }

  /// Customer 1 has two contracts and one done transaction of 2026-11-10, customer 2 a draft.
  @Test(arguments: [
    (["contracts", "--none"], [3], "contracts.count = 0"),
    (["contracts", "--any"], [1, 2], "contracts.count >= 1"),
    (["contracts"], [1, 2], "contracts.count >= 1"),
    (["contracts", "--status", "draft"], [2], "contracts[status = draft].count >= 1"),
    (
      ["hợp đồng", "--status", "Dự thảo", "--status", "Hết hạn"], [1, 2],
      "contracts[status in (\"Dự thảo\", \"Hết hạn\")].count >= 1"
    ),
    (
      ["contracts", "--none", "--from", "01/03/2026", "--to", "31/03/2026"], [2, 3],
      "contracts[date = 01/03/2026..31/03/2026].count = 0"
    ),
    (
      ["contracts", "--none", "--from", "2026-04-01"], [1, 2, 3],
      "contracts[date = 2026-04-01..].count = 0"
    ),
    (
      ["contracts", "--none", "--to", "2025", "--status", "expired"], [2, 3],
      "contracts[date = ..2025 and status = expired].count = 0"
    ),
    (["contracts", "--value", "50tr.."], [1], "contracts.value = 50tr.."),
    (
      ["contracts", "--value", "..30tr"], [2],
      "contracts.count >= 1 and contracts.value = ..30tr"
    ),
    (
      ["contracts", "--value", "30tr", "--from", "this-year", "--status", "active"], [1],
      "contracts[date = this-year.. and status = active].value = 30tr"
    ),
    (["contracts", "--times", "2.."], [1], "contracts.count = 2.."),
    (["contracts", "--times", "0..1"], [2, 3], "contracts.count = 0..1"),
    (["contracts", "--fewer-than", "2"], [2, 3], "contracts.count < 2"),
    (
      ["contracts", "--fewer-than", "2", "--from", "2026-01-01"], [1, 2, 3],
      "contracts[date = 2026-01-01..].count < 2"
    ),
    (
      ["contracts", "--times", "2", "--value", "..60tr"], [1],
      "contracts.count >= 1 and contracts.value = ..60tr and contracts.count = 2"
    ),
    (["transactions", "--none"], [2, 3], "transactions.count = 0"),
    (["Giao dịch", "--any", "--status", "done"], [1], "transactions[status = done].count >= 1"),
    (["transactions", "--fewer-than", "1"], [2, 3], "transactions.count < 1"),
    (
      ["transactions", "--none", "--from", "11/11/2026"], [1, 2, 3],
      "transactions[date = 11/11/2026..].count = 0"
    ),
    (
      ["contracts", "--any", "--name", "nguyen", "--email", "an@example.vn", "--owner", "lan"], [1],
      "contracts.count >= 1 and name ~ nguyen and owner = lan and emails = an@example.vn"
    ),
    (
      ["contracts", "--none", "--phone", "0987654321", "--and", "Miền Bắc", "--code", "KH000003"],
      [3],
      "groups = \"Miền Bắc\" and contracts.count = 0 and code = KH000003 and "
        + "(phones = 0987654321 or contacts[phones = 0987654321].count >= 1)"
    ),
  ])
  func filters(words: [String], customers: [Int], expression: String) {
    let filter = ["customer", "filter", "--columns", "code", "--by"] + words
    let found = fixture.run(filter)
    #expect(found.output == "Code\n" + customers.map { "KH00000\($0)\n" }.joined())
    #expect(fixture.run(filter + ["--count"]).output == "\(customers.count)\n")
    #expect(fixture.run(filter + ["--explain"]).output == expression + "\n")
    let listed = ["customer", "list", "--columns", "code", "--where", expression]
    #expect(fixture.run(listed).output == found.output)
    #expect(fixture.run(listed + ["--limit", "9"]).output == found.output)
    #expect(fixture.run(listed + ["--explain"]).output == expression + "\n")
  }

  @Test(arguments: [
    (
      ["--none"], "--none needs --by: contracts or transactions?",
      "--none cần --by: hợp đồng (contracts) hay giao dịch (transactions)?"
    ),
    (
      ["--to", "today"], "--to needs --by: contracts or transactions?",
      "--to cần --by: hợp đồng (contracts) hay giao dịch (transactions)?"
    ),
    (
      ["--by", "contracts", "--none", "--times", "2"], "--none and --times cannot both hold",
      "--none và --times không thể cùng thỏa mãn"
    ),
    (
      ["--by", "transactions", "--value", "1tr.."], "transactions have no value",
      "giao dịch không có giá trị"
    ),
  ])
  func refusesWhatDoesNotGoTogether(words: [String], english: String, vietnamese: String) {
    let filter = ["customer", "filter"] + words
    let outcome = fixture.run(filter)
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("crm: \(english)\n"))
    #expect(fixture.run(filter, language: .vi).errors.hasPrefix("crm: \(vietnamese)\n"))
  }

  @Test(arguments: [
    (["--by", "orders"], 2, "--by"),
    (["--by", "contracts", "--fewer-than", "0"], 2, "--fewer-than"),
    (["--by", "contracts", "--status", "done"], 1, "“done”"),
    (["--by", "contracts", "--value", "many"], 1, "“many”"),
    (["--by", "contracts", "--from", "2026-05-01", "--to", "2026-04-30"], 1, "2026-05-01"),
    (["--by", "contracts", "--from", "31/02/2026"], 1, "31/02/2026"),
  ])
  func namesTheValueAtFault(words: [String], code: Int32, part: String) {
    let outcome = fixture.run(["customer", "filter"] + words)
    #expect(outcome.code == code)
    #expect(outcome.errors.contains(part), "\(outcome.errors)")
  }
}
