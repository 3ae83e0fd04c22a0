import CRMTestSupport
import Testing

@Suite struct GenerateTests {
  private let columns = "customer,order,owner,unit,products,status,care_date,channel"

  @Test func fillsTheCardFromTheOrder() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("unit", "add", "--name", "Sales")
    _ = fixture.run("user", "edit", "lan", "--unit", "Sales")
    let outcome = fixture.run(
      "care-card", "generate", "--from-order", "DH000001", "--care-date", "25/11/2026",
      "--channel", "Gọi điện")
    #expect(
      outcome == .init(output: "TCS000003\n", errors: "Added care card TCS000003.\n", code: 0))
    #expect(
      fixture.run("care-card", "list", "--where", "code = TCS000003", "--columns", columns)
        .output.split(separator: "\n")[1]
        == "KH000001\tDH000001\tlan\tSales\tSP01; SP02\tPlanned\t2026-11-25\tCall")
  }

  @Test func theOwnerIsElseTheCustomers() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("order", "add", "--customer", "KH000002")
    #expect(
      fixture.runVietnamese("care-card", "generate", "--from-order", "DH000002").errors
        == "Đã thêm thẻ chăm sóc TCS000003.\n")
    #expect(
      fixture.run("care-card", "list", "--where", "code = TCS000003", "--columns", columns)
        .output.split(separator: "\n")[1] == "KH000002\tDH000002\tan\t\t\tPlanned\t2026-11-22\t")
  }

  @Test(arguments: [
    ["--from-order", "DH000001", "DH000002"], ["--from-order=DH000001", "--from-order=DH000002"],
  ])
  func oneOrderAtATime(words: [String]) throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(["care-card", "generate"] + words)
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        crm: care cards are made of one order at a time, not 2
          crm care-card generate --from-order DH000001
          crm care-card generate --from-order DH000002

        """)
  }

  @Test func anUnknownOrderIsSaid() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run("care-card", "generate", "--from-order", "DH000009")
    #expect(outcome.code == 1)
    #expect(outcome.errors.hasPrefix("crm: there is no order “DH000009”\n"))
    #expect(fixture.run("care-card", "generate").errors.hasPrefix("crm: missing --from-order\n"))
  }
}
