import CRMTestSupport
import Testing

@Suite struct DuplicateTests {
  @Test func copiesAllButWhatCannotBeShared() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(
      "customer", "duplicate", "KH000001", "--name", "Nguyễn Đức Bảo", "--source", "Zalo")
    #expect(outcome.output == "KH000004\n")
    #expect(
      outcome.errors == """
        Added customer KH000004 Nguyễn Đức Bảo.
        Not copied, because no two customers share them: give --phones, --emails.

        """)
    #expect(
      fixture.run(
        "customer", "list", "--code", "KH000004", "--columns",
        "name,phones,groups,birthday,owner,source"
      ).output.split(separator: "\n")[1]
        == "Nguyễn Đức Bảo\t\tMiền Bắc; VIP; 15-25\t1999-11-25\tlan\tZalo")
  }

  @Test func ordersTakeTheirLinesAlong() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.runVietnamese("order", "duplicate", "DH000001", "--date", "22/11/2026")
    #expect(outcome.output == "DH000002\n")
    #expect(outcome.errors == "Đã thêm đơn hàng DH000002: tổng tiền 290.250 đ.\n")
  }

  @Test func listsNeedANewName() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run("group", "duplicate", "VIP")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("crm: group needs: Name (--name)\n"))
    #expect(fixture.run("group", "duplicate", "VIP", "--name", "Vàng").code == 0)
    #expect(
      fixture.run("group", "duplicate", "VIP", "--name", "Vàng").errors
        == "crm: Name “Vàng” already exists in group Vàng\n")
    #expect(
      fixture.run("user", "duplicate", "lan", "--code", "minh").output == "minh\n")
  }

  @Test func careCardsToo() throws {
    let fixture = try Fixture.company()
    #expect(fixture.run("care-card", "duplicate", "TCS000001").output == "TCS000003\n")
  }
}
