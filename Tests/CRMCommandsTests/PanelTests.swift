import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

/// The related lists of a record: which there are, and their choice and order.
@Suite struct PanelTests {
  @Test func followTheReferencesToTheKind() {
    #expect(
      Catalogue.panels(of: .customer).map(\.name).filter { $0 != "contracts" } == [
        "contacts", "comments", "orders", "care_cards", "transactions", "payments", "tasks",
        "appointments", "calls", "notes", "consultations", "referrals", "employees", "viewers",
      ])
    #expect(Catalogue.panels(of: .order).map(\.name).first == "care_cards")
    #expect(Catalogue.panels(of: .source).isEmpty)
  }

  private func titles(_ fixture: Fixture, _ code: String) -> [String] {
    fixture.run("customer", "show", code, "--all").output.split(separator: "\n").filter {
      $0.hasSuffix(")") && $0.contains(" (") && !$0.contains(": ")
    }.map(String.init)
  }

  @Test func areChosenAndOrderedByASetting() throws {
    let fixture = try Fixture.company()
    let set = fixture.runVietnamese(
      "config", "set", "panels.customer", "viewers, Khách hàng được giới thiệu,orders")
    #expect(
      set.errors
        == "panels.customer nay là Người xem, Khách hàng được giới thiệu, Đơn hàng.\n")
    #expect(
      fixture.run("config", "get", "panels.customer").output == "viewers,referrals,orders\n")
    #expect(titles(fixture, "KH000001") == ["Viewers (0)", "Referrals (1)", "Orders (1)"])
    _ = fixture.run("config", "set", "panels.customer", "none")
    #expect(titles(fixture, "KH000001") == [])
    _ = fixture.run("undo")
    #expect(titles(fixture, "KH000001").first == "Viewers (0)")
    _ = fixture.run("config", "reset", "panels.customer")
    #expect(titles(fixture, "KH000001").first == "Contacts (0)")
  }

  @Test(arguments: ["orders,visits", "orders,orders"])
  func refuseWhatIsNoList(_ value: String) throws {
    let outcome = try Fixture().run("config", "set", "panels.customer", value)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasPrefix(
        "crm: “\(value)” is no value of the setting panels.customer\n  Give none, or some of "
          + "contacts, comments, orders, "))
    #expect(outcome.errors.hasSuffix(", viewers, in the order wanted.\n"))
  }

  @Test func showEmployeesAndViewersWhereAsked() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("config", "set", "panels.customer", "employees,viewers")
    _ = fixture.run("customer", "edit", "KH000001", "--employer", "KH000002")
    _ = fixture.run("customer", "viewer", "add", "KH000002", "lan")
    let output = fixture.run("customer", "show", "KH000002").output
    #expect(
      output.hasSuffix(
        """
          + crm customer add --employer KH000002

        Viewers (1)
        Login  Name      Emails  Phones        Unit  Role  Active
        lan    Phạm Lan          0901 000 001              Yes
          + crm customer viewer add KH000002 USER

        """))
    #expect(output.contains("\n\nEmployees (1)\nCode "))
  }
}
