import CRMTestSupport
import Testing

/// Common customers by hand and by rule, and the commands that apply rules to all (RULES 4.8).
@Suite struct CommonTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func common() -> String {
    fixture.run("customer", "list", "--common", "--columns", "code").output
  }

  @Test func addsAndRemovesByHand() {
    let added = fixture.run("customer", "common", "add", "KH000001", "KH000002")
    #expect(added.errors == "Changed 2 of 2 customers.\n")
    #expect(common() == "Code\nKH000001\nKH000002\n")
    let removed = fixture.runVietnamese("customer", "common", "remove", "KH000001")
    #expect(removed.errors == "Đã bỏ dùng chung khách hàng KH000001.\n")
    #expect(common() == "Code\nKH000002\n")
    _ = fixture.run("undo")
    _ = fixture.run("undo")
    #expect(common() == "Code\n")
  }

  @Test func becomesCommonByRule() {
    let rule = fixture.run(
      "common-rule", "add", "--name", "Hà Nội", "--condition", "province = \"Hà Nội\"")
    #expect(rule.output == "QTC000001\n")
    #expect(rule.errors.hasPrefix("Hà Nội: 1 customer is common now.\n"))
    #expect(common() == "Code\nKH000001\n")
    #expect(fixture.run("customer", "common", "apply").errors == "Hà Nội: 0 in.\n")
    _ = fixture.run("customer", "edit", "KH000003", "--province", "Hà Nội")
    #expect(common() == "Code\nKH000001\nKH000003\n")
    let kept = fixture.runVietnamese("customer", "common", "remove", "KH000003")
    #expect(kept.errors == "Vẫn là khách hàng chung: quy tắc “Hà Nội” đang đúng.\n")
    #expect(common() == "Code\nKH000001\nKH000003\n")
    _ = fixture.run("common-rule", "edit", "QTC000001", "--active", "no")
    #expect(
      fixture.run("customer", "common", "remove", "KH000003").errors
        == "Changed customer KH000003.\n")
    #expect(common() == "Code\nKH000001\n")
  }

  @Test func namesAnUnknownFieldOfARule() {
    let outcome = fixture.run("common-rule", "add", "--name", "X", "--condition", "provnce = Huế")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("customer has no field “provnce”"))
    #expect(outcome.errors.contains("Did you mean province?"))
    #expect(
      fixture.run("customer", "common", "apply").errors
        == "There is no rule; add one with: crm common-rule add\n")
  }

  @Test func appliesTiersToAll() {
    #expect(fixture.run("tier", "apply").errors == "There is no automatic tier.\n")
    let words = [
      "tier", "add", "--name", "Vàng", "--rank", "1", "--automatic", "--condition",
      "orders.count >= 1",
    ]
    let dry = fixture.run(words + ["--dry-run"])
    #expect(
      dry.output == "tier Vàng: added\ncustomer KH000001: Tier “” → “Vàng”\n")
    #expect(
      fixture.run(words).errors
        == "Vàng: 1 customer has it now.\nAdded tier PC000001 Vàng.\n")
    #expect(fixture.runVietnamese("tier", "apply").errors == "Vàng: đã thêm 0, bớt 0.\n")
    func gold() -> String {
      fixture.run("customer", "list", "--tier", "Vàng", "--columns", "code").output
    }
    #expect(gold() == "Code\nKH000001\n")
    let changed = fixture.runVietnamese("tier", "edit", "Vàng", "--condition", "code = KH000003")
    #expect(changed.errors.hasPrefix("Vàng: 1 khách hàng được xếp vào.\n"))
    #expect(gold() == "Code\nKH000001\nKH000003\n")
    #expect(fixture.run("undo").code == 0)
    #expect(gold() == "Code\nKH000001\n")
    // One that demotes is taken back at once as well.
    _ = fixture.run("tier", "edit", "Vàng", "--demotes", "--condition", "code = KH000002")
    #expect(gold() == "Code\nKH000002\n")
  }

  /// What an import brings is refused for the same reasons.
  @Test func importsNoTierThatIsNotClear() throws {
    let file = try fixture.file(
      "tier.csv",
      """
      Tên phân cấp,Hạng,Điều kiện,Tự động
      Bạc,1,orders.count >= 1,x
      Vàng,1,orders.count >= 5,x
      Kim,3,ordrs.count >= 5,
      """)
    let outcome = fixture.run("import", file, "--into", "tier")
    #expect(outcome.errors.contains("tier.csv:3: tier Bạc is automatic with rank 1, too"))
    #expect(outcome.errors.contains("tier.csv:4: column 1: customer has no field “ordrs”"))
    #expect(fixture.run("tier", "list", "--columns", "name").output == "Name\nBạc\n")
  }
}
