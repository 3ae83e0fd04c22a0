import CRMTestSupport
import Testing

@Suite struct ShareTests {
  @Test func sharesListsAndEndsShares() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("unit", "add", "--name", "Sales")
    let shared = fixture.run(
      "customer", "share", "KH000001", "--with", "user:lan", "unit:Sales", "--rights", "edit")
    #expect(shared.errors == "Changed the shares of 1 of 1 customer.\n")
    _ = fixture.run("customer", "share", "KH000001", "KH000002", "--with", "all")
    _ = fixture.run("customer", "share", "KH000001", "--with", "user:lan", "--rights", "xem")
    #expect(
      fixture.run("customer", "share", "KH000001", "KH000002").output == """
        Code\tShared with\tRights
        KH000001\tuser:lan\tView
        KH000001\tunit:Sales\tEdit
        KH000001\tall\tView
        KH000002\tall\tView

        """)
    let ended = fixture.runVietnamese(
      "customer", "share", "KH000001", "KH000003", "--with", "all", "--remove")
    #expect(ended.errors == "Đã đổi chia sẻ của 1 trên 2 khách hàng.\n")
    _ = fixture.run("undo")
    #expect(fixture.run("customer", "share", "KH000001").output.contains("all\tView"))
  }

  @Test func sharesWithGroupsOfUsers() throws {
    let fixture = try Fixture.company()
    let added = fixture.runVietnamese(
      "user-group", "add", "--name", "Dự án A", "--members", "lan", "--members", "an")
    #expect(added.output == "NND000001\n")
    #expect(
      fixture.run("user-group", "list").output
        == "Code\tName\tMembers\tDescription\nNND000001\tDự án A\tan; lan\t\n")
    _ = fixture.run("customer", "share", "KH000001", "--with", "group:Dự án A")
    #expect(
      fixture.run("customer", "share", "KH000001").output
        == "Code\tShared with\tRights\nKH000001\tgroup:Dự án A\tView\n")
    #expect(fixture.run("customer", "share", "KH000001", "--with", "group:dự án b").code == 1)
  }

  @Test(arguments: [
    (["--with", "lan"], "crm: “lan” is not user:LOGIN, group:NAME, unit:NAME or all\n", 2),
    (["--with", "user:lam"], "crm: there is no user “lam”\n  Did you mean lan?\n", 1),
    (["--with", "group:Sales"], "crm: there is no user group “Sales”\n", 1),
    (["--remove"], "crm: with whom? Give --with user:LOGIN, group:NAME, unit:NAME or all\n", 2),
    (
      ["--with", "all", "--rights", "own"],
      "crm: --rights cannot be 'own'\n  one of: view, edit\n", 2
    ),
  ])
  func whatCannotBeSharedIsSaid(words: [String], errors: String, code: Int32) throws {
    let outcome = try Fixture.company().run(["customer", "share", "KH000001"] + words)
    #expect(outcome.errors == errors)
    #expect(outcome.code == code)
  }
}
