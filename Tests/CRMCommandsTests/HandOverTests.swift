import CRMTestSupport
import Testing

@Suite struct HandOverTests {
  @Test func givesRecordsToAnotherOwner() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run("customer", "hand-over", "--where", "owner = lan", "--to", "an")
    #expect(outcome.errors == "Handed over customer KH000001 to an.\n")
    #expect(
      fixture.run("customer", "list", "--owner", "an", "--count").output == "2\n")
    #expect(
      fixture.runVietnamese("customer", "hand-over", "KH000001", "--to", "lam").errors
        == "crm: không có nhân viên “lam”\n  Có phải bạn muốn: lan?\n")
    #expect(fixture.run("customer", "hand-over", "KH000001").code == 2)
  }
}
