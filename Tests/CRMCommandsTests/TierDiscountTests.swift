import CRMTestSupport
import Testing

/// Lines get the discount of the customer's tier where they do not say their own (RULES 9.6).
@Suite struct TierDiscountTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    _ = fixture.run("tier", "add", "--name", "Vàng", "--discount", "12,5")
    _ = fixture.run("customer", "edit", "KH000003", "--tier", "Vàng")
  }

  private func subtotal(_ code: String) -> String {
    fixture.run("order", "list", "--where", "code = \(code)", "--columns", "subtotal").output
  }

  @Test func takesTheTiersDiscountOff() {
    let added = fixture.run(
      "order", "add", "--customer", "KH000003", "--line", "SP02:2:100k", "--line",
      "SP02:1:100k:0", "--line", "SP02:1:100k:50")
    #expect(added.errors.contains("Discount of tier Vàng: 12.5%\n"))
    // 2 × 100,000 less an eighth, one without and one at half the price.
    #expect(subtotal("DH000002") == "Before tax\n325000\n")
    let more = fixture.runVietnamese("order", "line", "add", "DH000002", "SP02:1:100k")
    #expect(more.errors.contains("Chiết khấu theo phân cấp Vàng: 12,5%\n"))
    #expect(subtotal("DH000002") == "Before tax\n412500\n")
    _ = fixture.run("undo")
    #expect(subtotal("DH000002") == "Before tax\n325000\n")
  }

  @Test(arguments: ["purchase", "no tier", "zero", "said"])
  func leavesOthersAlone(why: String) {
    var words = ["--line", "SP02:1:100k"]
    switch why {
    case "purchase": words += ["--kind", "purchase"]
    case "no tier": _ = fixture.run("customer", "edit", "KH000003", "--tier", "")
    case "zero": _ = fixture.run("tier", "edit", "Vàng", "--discount", "0")
    default: words = ["--line", "SP02:1:100k:0"]
    }
    let added = fixture.run(["order", "add", "--customer", "KH000003"] + words)
    #expect(added.output == "DH000002\n", "\(added.errors)")
    #expect(!added.errors.contains("tier"))
    #expect(subtotal("DH000002") == "Before tax\n100000\n")
  }
}
