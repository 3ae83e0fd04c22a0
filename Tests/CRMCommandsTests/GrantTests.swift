import CRMTestSupport
import Testing

/// Granting and revoking rights: what follows at once, and what is refused.
@Suite struct GrantTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.offices()
  }

  @Test func grantsAndRevokes() {
    #expect(
      fixture.run(
        "role", "grant", "sales", "--on", "customer", "--to", "view,edit", "--reach", "all"
      )
      .errors == "Changed the rights of the role Kinh doanh.\n")
    #expect(fixture.codes(as: "lan") == ["KH000001", "KH000002", "KH000003"])
    #expect(
      fixture.run(as: "lan", "customer", "edit", "KH000002", "--website", "https://a.vn").code == 0)
    #expect(fixture.run(as: "lan", "customer", "delete", "KH000002").code == 4)
    #expect(
      fixture.runVietnamese(
        "role", "grant", "sales", "--on", "customer", "--to", "view", "--reach", "all"
      )
      .errors == "Nhóm quyền Kinh doanh vốn đã như vậy.\n")
    #expect(
      fixture.run("role", "rights", "sales").output.contains(
        "Kinh doanh\tCustomers\tView\tEverything\n"))
    #expect(
      fixture.run("role", "revoke", "sales", "--on", "customer").errors
        == "Took 2 rights from the role Kinh doanh.\n")
    #expect(fixture.codes(as: "lan") == ["KH000001"])
    _ = fixture.run("undo")
    #expect(fixture.codes(as: "lan") == ["KH000001", "KH000002", "KH000003"])
    #expect(
      fixture.run("role", "history", "sales").output.contains(
        "\tRight\t\tCustomer view Everything\n"))
  }

  /// What is one's own is seen without the right to view the kind.
  @Test func closesAKindWithNone() throws {
    try fixture.edit(.order, "DH000001", ["owner": "hoa"])
    #expect(fixture.run(as: "lan", "contract", "list").code == 0)
    #expect(fixture.codes(as: "lan", "order") == ["DH000001"])
    _ = fixture.run("role", "grant", "sales", "--on", "order", "--to", "view", "--reach", "none")
    #expect(fixture.codes(as: "lan", "order") == [])
    #expect(
      fixture.run(as: "lan", "customer", "show", "KH000001", "--all").output.contains(
        "Orders (0)\n"))
  }

  @Test(arguments: [
    (
      ["role", "grant", "sales", "--on", "customer"], "which right? Give --on KIND and --to ACTION",
      2
    ),
    (
      ["role", "grant", "sales", "--on", "customr", "--to", "view"],
      "there is no kind of record “customr”", 2
    ),
    (
      ["role", "grant", "sales", "--on", "customer", "--to", "vew"], "there is no action “vew”",
      2
    ),
    (
      ["role", "grant", "nobody", "--on", "customer", "--to", "view"], "there is no role “nobody”",
      1
    ),
    (["role", "revoke", "admin"], "after this an could not configure rights any more", 1),
    (
      ["role", "grant", "admin", "--on", "all", "--to", "configure", "--reach", "own"],
      "after this an could not configure rights any more", 1
    ),
  ])
  func saysWhatIsWrongWithARight(words: [String], message: String, code: Int32) {
    let before = fixture.run("role", "rights").output
    let outcome = fixture.run(words)
    #expect(outcome.errors.hasPrefix("crm: \(message)"), "\(outcome.errors)")
    #expect(outcome.code == code)
    #expect(fixture.run("role", "rights").output == before)
  }

  @Test func saysThatANewRoleAllowsNothing() throws {
    let note =
      "The role Thực tập allows nothing yet: crm role grant 'Thực tập' --on all "
      + "--to view,add,edit --reach own\n"
    #expect(fixture.run("role", "add", "--name", "Thực tập").errors.hasPrefix(note))
    _ = fixture.run("undo")
    let file = try fixture.file("nv.csv", "Tài khoản,Họ tên,Nhóm quyền\nba,Ba,Thực tập\n")
    let imported = fixture.run("import", file, "--into", "user", "--create-missing")
    #expect(imported.errors.contains("Added roles: Thực tập\n" + note))
    #expect(fixture.codes(as: "ba") == [])
    #expect(fixture.run(as: "ba", "customer", "add", "--name", "Mới").code == 4)
    _ = fixture.run(
      "role", "grant", "Thực tập", "--on", "all", "--to", "view,add", "--reach", "own")
    #expect(fixture.run(as: "ba", "customer", "add", "--name", "Mới").code == 0)
    #expect(fixture.codes(as: "ba").count == 1)
  }
}
