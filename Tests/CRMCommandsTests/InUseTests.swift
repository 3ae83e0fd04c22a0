import CRMTestSupport
import Testing

/// What others refer to is deleted once it is said which takes its place.
@Suite struct InUseTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    _ = fixture.run("customer", "edit", "KH000001", "KH000002", "--source", "Zalo")
  }

  @Test func saysHowMuchRefersToIt() {
    #expect(
      fixture.run("source", "delete", "Zalo")
        == .init(
          output: "",
          errors: """
            crm: source Zalo is still used by 2 customers
              Say which one takes its place: crm source delete Zalo --to OTHER

            """, code: 1))
    #expect(
      fixture.runVietnamese("source", "delete", "Zalo").errors == """
        crm: nguồn Zalo đang được dùng: 2 khách hàng
          Hãy chỉ mục thay thế: crm source delete Zalo --to MỤC-KHÁC

        """)
    let user = fixture.run("user", "delete", "lan")
    #expect(user.code == 1)
    #expect(user.errors.hasPrefix("crm: user lan is still used by "))
    #expect(user.errors.contains("crm user leave lan --to USER"))
    #expect(fixture.run("source", "list", "--where", "name = Zalo", "--count").output == "1\n")
    #expect(fixture.run("source", "delete", "Hotline").code == 0)
    // What has gone to the trash itself is no use of it.
    _ = fixture.run("customer", "delete", "KH000001", "KH000002")
    #expect(fixture.run("source", "delete", "Zalo").code == 0)
  }

  @Test func movesThemFirst() {
    #expect(
      fixture.run("source", "delete", "Zalo", "--to", "Facebook").errors == """
        Moved 2 customers to source Facebook.
        Moved source Zalo to the trash.
        Take it back with: crm undo

        """)
    #expect(
      fixture.run("customer", "list", "--where", "source = Facebook", "--count").output == "2\n")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("customer", "list", "--where", "source = Zalo", "--count").output == "2\n")
    #expect(
      fixture.run("source", "delete", "Zalo", "--to", "zalo").errors
        == "crm: --to: source zalo is to be deleted itself\n")
  }

  /// Of several that a record has, each once; the score follows.
  @Test func movesGroups() {
    _ = fixture.run("customer", "edit", "KH000001", "--groups", "VIP", "--groups", "Miền Bắc")
    #expect(fixture.run("group", "delete", "VIP", "--to", "Miền Bắc").code == 0)
    #expect(
      fixture.run("customer", "list", "--code", "KH000001", "--columns", "groups").output
        == "Groups\nMiền Bắc\n")
  }

  @Test func movesUsersUnitsAndShares() throws {
    try fixture.add(.unit, ["name": "Bắc"])
    try fixture.add(.unit, ["name": "Nam", "parent": "Bắc"])
    try fixture.add(.unit, ["name": "Tây", "parent": "Nam"])
    _ = fixture.run("user", "edit", "lan", "--unit", "Nam")
    _ = fixture.run("customer", "share", "KH000003", "--with", "unit:Nam", "--rights", "edit")
    #expect(
      fixture.run("unit", "delete", "Nam").errors.hasPrefix(
        "crm: unit Nam is still used by 1 unit, 1 user, 1 share"))
    #expect(fixture.run("unit", "delete", "Nam", "--to", "Tây").code == 0)
    #expect(
      fixture.run("unit", "list", "--columns", "name,parent").output == """
        Name\tParent unit
        Bắc\t
        Tây\tBắc

        """)
    #expect(fixture.run("customer", "share", "KH000003").output.contains("unit:Tây"))
    #expect(
      fixture.run("user", "list", "--where", "code = lan", "--columns", "unit").output
        == "Unit\nTây\n")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("customer", "share", "KH000003").output.contains("unit:Nam"))
  }

  /// What a condition names keeps its meaning: under another name, and where another takes its
  /// place; where nothing does it is still used.
  @Test func conditionsFollowNames() throws {
    _ = fixture.run("customer", "edit", "KH000001", "--groups", "VIP")
    _ = fixture.run(
      "tier", "add", "Vàng", "--rank", "3", "--automatic", "yes", "--demotes", "yes",
      "--condition", "groups = vip or name ~ vip")
    _ = fixture.run(
      "view", "add", "--name", "Khách quý", "--kind", "customer", "--condition",
      "groups in (VIP, 'Miền Nam')")
    func state() -> [String] {
      [
        fixture.run("customer", "list", "--where", "tier = Vàng", "--columns", "code").output,
        fixture.run("tier", "list", "--columns", "condition").output,
        fixture.run("view", "list", "--columns", "condition").output,
      ]
    }
    let before = state()
    #expect(before[0] == "Code\nKH000001\n")
    let renamed = fixture.run("group", "edit", "VIP", "--name", "Khách quý nhất")
    #expect(renamed.errors == "Changed group Khách quý nhất.\n")
    #expect(state()[0] == before[0])
    #expect(state()[1].contains(#"groups = "Khách quý nhất""#))
    #expect(state()[1].contains("name ~ vip"))
    #expect(state()[2].contains(#"groups in ("Khách quý nhất", "Miền Nam")"#))
    #expect(fixture.run("undo").code == 0)
    #expect(state() == before)

    #expect(fixture.run("group", "delete", "VIP", "--to", "Miền Bắc").code == 0)
    #expect(state()[0] == before[0])
    #expect(state()[1].contains(#"groups = "Miền Bắc""#))
    #expect(fixture.run("undo").code == 0)
    _ = fixture.run("customer", "edit", "KH000001", "--groups", "")
    #expect(
      fixture.run("group", "delete", "VIP").errors.hasPrefix(
        "crm: group VIP is still used by 1 tier, 1 view"))
  }

  /// Back by what the hint says: by name as well as by code.
  @Test func comesBackByItsName() {
    _ = fixture.run("source", "delete", "Triển lãm")
    let hint = fixture.run("customer", "edit", "KH000001", "--source", "triển lãm")
    #expect(
      hint.errors == """
        crm: source triển lãm is in the trash
          Restore it with: crm source restore 'triển lãm'

        """)
    #expect(fixture.run("source", "restore", "triển lãm").errors == "Restored 1 source.\n")
    _ = fixture.run("view", "add", "--name", "Của tôi", "--kind", "customer")
    _ = fixture.run("view", "delete", "Của tôi")
    #expect(fixture.run("view", "show", "Của tôi").errors.contains("crm view restore 'Của tôi'"))
    #expect(fixture.run("view", "restore", "Của tôi").code == 0)
    for _ in 0..<2 {
      _ = fixture.run("tag", "add", "--name", "Nóng")
      _ = fixture.run("tag", "delete", "Nóng")
    }
    let several = fixture.run("tag", "restore", "nóng")
    #expect(several.errors.hasPrefix("crm: “nóng” names 2 tags: TH000001, TH000002"))
    #expect(fixture.run("tag", "restore", "TH000002").code == 0)
    #expect(
      fixture.run("tag", "restore", "TH000001").errors
        == "crm: Name “Nóng” already exists in tag Nóng\n")
  }
}
