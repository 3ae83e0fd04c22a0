import CRMTestSupport
import Testing

/// Criteria kept as a view (`--save`) or printed (`--explain`), of every kind.
@Suite struct SavedCriteriaTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func keepsCriteriaColumnsAndOrder() {
    let saved = fixture.run(
      "customer", "filter", "--or", "VIP", "Miền Bắc", "--name", "nguyen", "--columns",
      "code,orders.total", "--sort", "-orders.total,name", "--save", "Bắc")
    #expect(saved.output == "GDN000001\n")
    #expect(saved.errors == "Saved; list it with: crm customer list --view Bắc\n")
    #expect(
      fixture.run("customer", "list", "--view", "Bắc").output
        == "Code\tOrders: total\nKH000001\t290250\nKH000003\t0\n")
    #expect(
      fixture.run("view", "list", "--columns", "name,kind,condition,columns,sort").output == """
        Name\tKind\tCondition\tColumns\tSort
        Bắc\tCustomer\t(groups = VIP or groups = "Miền Bắc") and name ~ nguyen\t\
        code,orders.total\t-orders.total,name

        """)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("customer", "list", "--view", "Bắc").code == 1)
  }

  @Test func addsToAViewThereIs() {
    _ = fixture.run(
      "customer", "list", "--where", "groups = \"Miền Bắc\"", "--columns", "code", "--save", "A b")
    let saved = fixture.runVietnamese(
      "customer", "list", "--view", "A b", "--owner", "lan", "--save", "B")
    #expect(saved.errors == "Đã lưu; xem bằng: crm customer list --view B\n")
    #expect(fixture.run("customer", "list", "--view", "B").output == "Code\nKH000001\n")
    #expect(
      fixture.run("customer", "list", "--view", "B", "--explain").output
        == "groups = \"Miền Bắc\" and owner = lan\n")
  }

  /// A view of forgotten customers is of the day it is listed on.
  @Test func keepsDaysRelative() {
    _ = fixture.run("customer", "list", "--forgotten=11", "--save", "Đừng quên")
    #expect(fixture.run("customer", "list", "--view", "Đừng quên", "--count").output == "1\n")
    #expect(
      fixture.run("customer", "list", "--view", "Đừng quên", "--count", "--today", "2026-11-21")
        .output == "0\n")
    #expect(
      fixture.run("customer", "list", "--forgotten=11", "--explain").output
        == "last_contact < today-11d or last_contact is empty and created < today-11d\n")
  }

  @Test func worksForOtherKinds() {
    #expect(
      fixture.run("care-card", "list", "--status", "planned", "--mine", "--explain").output
        == "status = planned and owner = an\n")
    _ = fixture.run("order", "list", "--status", "confirmed", "--save", "Đã xác nhận")
    #expect(fixture.run("order", "list", "--view", "Đã xác nhận", "--count").output == "1\n")
  }

  @Test func refusesANameThatIsTaken() {
    _ = fixture.run("customer", "list", "--mine", "--save", "A")
    let again = fixture.run("customer", "list", "--unassigned", "--save", "A")
    #expect(again.code == 5)
    #expect(again.errors == "crm: Name “A” already exists in view A\n")
    let wrong = fixture.run("customer", "list", "--where", "colour = red", "--save", "B")
    #expect(wrong.errors.contains("customer has no field “colour”"))
    #expect(fixture.run("view", "list", "--count").output == "1\n")
    #expect(fixture.run("customer", "list", "--mine", "--save", "B", "--explain").code == 2)
  }
}
