import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

/// Payments: what they leave of orders and contracts, and what they are refused for.
@Suite struct PaymentTests {
  let fixture: Fixture

  /// DH000001 of KH000001 comes to 290,250 đ.
  init() throws {
    fixture = try Fixture.company()
    _ = fixture.run("order", "add", "KH000001", "--line", "SP01:1")
    _ = fixture.run("contract", "add", "KH000001", "Bảo trì", "--value", "1tr")
  }

  private func orders() -> [String] {
    fixture.run("order", "list", "--columns", "code,total,paid,left").output
      .split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func areTakenOffTheOrders() {
    let added = fixture.run(
      "payment", "add", "KH000001", "--amount", "350k", "--to", "DH000001:250k", "--to",
      "DH000002", "--payment-method", "Tiền mặt")
    #expect(added.output == "PT000001\n", "\(added.errors)")
    // The second gets the rest of the payment, which is less than it comes to.
    #expect(
      orders() == ["DH000001\t290250\t250000\t40250", "DH000002\t108000\t100000\t8000"])
    _ = fixture.run("order", "line", "add", "DH000002", "SP01:1")
    #expect(orders()[1] == "DH000002\t216000\t100000\t116000")
    _ = fixture.run("undo")
    _ = fixture.run("payment", "edit", "PT000001", "--status", "pending")
    #expect(orders() == ["DH000001\t290250\t0\t290250", "DH000002\t108000\t0\t108000"])
    _ = fixture.run("undo")
    _ = fixture.run("payment", "delete", "PT000001")
    #expect(orders()[0] == "DH000001\t290250\t0\t290250")
    _ = fixture.run("trash", "restore", "PT000001")
    #expect(orders()[0] == "DH000001\t290250\t250000\t40250")
    _ = fixture.run("payment", "to", "remove", "PT000001", "1")
    #expect(orders()[0] == "DH000001\t290250\t0\t290250")
    for _ in 0..<4 { _ = fixture.run("undo") }
    #expect(orders()[0] == "DH000001\t290250\t0\t290250")
    #expect(fixture.run("payment", "list", "--count").output == "0\n")
  }

  @Test func areForContractsToo() {
    let contract =
      fixture.run("contract", "list", "--columns", "code").output
      .split(separator: "\n").last.map(String.init) ?? ""
    #expect(
      fixture.run(
        "payment", "add", "KH000001", "--amount", "2tr", "--to", "DH000001", "--to-contract",
        contract
      ).code == 0)
    #expect(orders()[0] == "DH000001\t290250\t290250\t0")
    #expect(
      fixture.run("payment", "to-contract", "list", "PT000001").output
        .hasSuffix("1\t\(contract)\t1000000\n"))
    #expect(fixture.run("order", "show", "DH000001").output.contains("Left to pay: 0"))
    func paid() -> String {
      fixture.run(
        "contract", "list", "--where", "code = \(contract)", "--columns", "value,paid,left"
      )
      .output.split(separator: "\n").last.map(String.init) ?? ""
    }
    #expect(paid() == "1000000\t1000000\t0")
    _ = fixture.run("contract", "edit", contract, "--value", "1tr500")
    #expect(paid() == "1500000\t1000000\t500000")
    _ = fixture.run("payment", "edit", "PT000001", "--status", "pending")
    #expect(paid() == "1500000\t0\t1500000")
    for _ in 0..<3 { _ = fixture.run("undo") }
    #expect(paid() == "1000000\t0\t1000000")
  }

  /// Every kind of part is shown, and what JSON shows makes the same payment again.
  @Test func areShownWhole() {
    let contract =
      fixture.run("contract", "list", "--columns", "code").output
      .split(separator: "\n").last.map(String.init) ?? ""
    _ = fixture.run(
      "payment", "add", "KH000001", "--amount", "150k", "--to", "DH000001:100k", "--to-contract",
      "\(contract):50k")
    let shown = fixture.run("payment", "show", "PT000001").output
    #expect(shown.contains("Paid orders") && shown.contains("Paid contracts"))
    #expect(shown.contains("DH000001") && shown.contains(contract))
    let json = fixture.run("payment", "show", "PT000001", "--json").output
    _ = fixture.run("payment", "delete", "PT000001")
    let added = fixture.run(
      "payment", "add", "--json", "-", "--code", "PT000002", input: json)
    #expect(added.code == 0, "\(added.errors)")
    #expect(
      fixture.run("payment", "to-contract", "list", "PT000002").output
        .hasSuffix("1\t\(contract)\t50000\n"))
    #expect(orders()[0] == "DH000001\t290250\t100000\t190250")
  }

  /// What goes into a file comes back from it, whichever kinds of parts a payment has.
  @Test(arguments: ["csv", "tsv", "xlsx", "json", "jsonl"])
  func comeBackFromFiles(ending: String) throws {
    let contract =
      fixture.run("contract", "list", "--columns", "code").output
      .split(separator: "\n").last.map(String.init) ?? ""
    _ = fixture.run(
      "payment", "add", "KH000001", "--amount", "400k", "--to", "DH000001:100k", "--to",
      "DH000002:50k", "--to-contract", "\(contract):60k")
    _ = fixture.run("payment", "add", "KH000001", "--amount", "30k", "--to-contract", contract)
    _ = fixture.run("payment", "add", "KH000002", "--amount", "20k")
    let file = fixture.file("payments.\(ending)")
    #expect(fixture.run("payment", "export", "--\(ending)", file).code == 0)
    func all() -> String {
      fixture.run(
        "payment", "show", "PT000001", "PT000002", "PT000003", "--json"
      ).output.split(separator: "\n").filter { !$0.contains("\"updated\"") }.joined(separator: "\n")
    }
    let before = all()
    #expect(before.contains("60000") && before.contains("50000"))
    let again = fixture.run("payment", "import", file)
    #expect(again.code == 0 && again.errors.contains("3 unchanged"), "\(again)")
    _ = fixture.run("payment", "to", "remove", "PT000001", "1")
    _ = fixture.run("payment", "to-contract", "edit", "PT000001", "1", "--allocated", "10k")
    let mended = fixture.run("payment", "import", file)
    #expect(mended.errors.contains("1 updated"), "\(mended)")
    #expect(all() == before)
  }

  @Test func areAContactOnTheirDay() {
    _ = fixture.run("payment", "add", "KH000003", "--amount", "1tr", "--date", "20/11/2026")
    #expect(
      fixture.run("customer", "list", "--where", "code = KH000003", "--columns", "last_contact")
        .output == "Last contact\n2026-11-20\n")
  }

  static let faults: [(words: String, error: String)] = [
    ("payment add KH000001 --amount 0", "crm: the amount of a payment is more than 0\n"),
    (
      "payment add KH000002 --amount 1tr --to DH000001",
      "crm: order DH000001 is not of the customer who pays\n"
    ),
    (
      "payment add KH000001 --amount 1tr --to DH000001:300k",
      "crm: order DH000001 has 290,250 đ left to pay, not 300,000 đ\n"
    ),
    (
      "payment add KH000001 --amount 100k --to DH000001:150k",
      "crm: of the payment 100,000 đ are left, not 150,000 đ\n"
    ),
    (
      "payment add KH000001 --amount 100k --to DH000001:100k --to DH000002",
      "crm: nothing of the payment is left for order DH000002\n"
    ),
  ]

  /// What was paid meanwhile is not paid again, and paid documents stay with who paid.
  @Test func stayWithWhatTheyPay() {
    _ = fixture.run("payment", "add", "KH000001", "--amount", "300k", "--to", "DH000001")
    #expect(
      fixture.run("payment", "add", "KH000001", "--amount", "1tr", "--to", "DH000001").errors
        == "crm: order DH000001 is paid already\n")
    _ = fixture.run("payment", "edit", "PT000001", "--status", "cancelled")
    _ = fixture.run("payment", "add", "KH000001", "--amount", "1tr", "--to", "DH000001")
    #expect(
      fixture.runVietnamese("payment", "edit", "PT000001", "--status", "confirmed").errors
        == "crm: đơn hàng DH000001 đã được thanh toán đủ\n")
    #expect(fixture.run("payment", "edit", "PT000002", "--customer", "KH000002").code == 1)
    #expect(
      fixture.run("order", "edit", "DH000001", "--customer", "KH000002").errors.hasPrefix(
        "crm: the order is paid by"))
    #expect(orders()[0] == "DH000001\t290250\t290250\t0")
  }

  @Test(arguments: PaymentTests.faults.indices)
  func areRefused(place: Int) {
    let fault = PaymentTests.faults[place]
    let outcome = fixture.run(fault.words.split(separator: " ").map(String.init))
    #expect(outcome.code == 1)
    #expect(outcome.errors == fault.error)
    #expect(fixture.run("payment", "list", "--count").output == "0\n")
  }

  @Test func neverShrinkBelowWhatIsAllocated() {
    _ = fixture.run("payment", "add", "KH000001", "--amount", "200k", "--to", "DH000001")
    #expect(
      fixture.runVietnamese("payment", "edit", "PT000001", "--amount", "100k").errors
        == "crm: đã phân bổ 200.000 đ, nhiều hơn 100.000 đ\n")
  }
}
