import CRMTestSupport
import Testing

/// Records that are added with the one they belong to: a customer's contacts.
@Suite struct AlongTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func contacts(_ code: String) -> String {
    fixture.run(
      "contact", "list", code, "--columns", "name,position,phones,emails", "--sort", "code"
    ).output
  }

  @Test func areTypedInOneText() {
    let added = fixture.run(
      "customer", "add", "Công ty Mới", "--code", "K9", "--contact",
      "Chị Mai, kế toán, ĐT: 0912 000 111, mai@x.vn", "--contact",
      "Anh Tú - 0912.000.222; Bác Ba, (024) 3822 0001, trưởng phòng, mua hàng")
    #expect(added.code == 0)
    #expect(
      contacts("K9") == """
        Name\tPosition\tPhones\tEmails
        Chị Mai\tkế toán\t0912 000 111\tmai@x.vn
        Anh Tú\t\t0912.000.222\t
        Bác Ba\ttrưởng phòng, mua hàng\t(024) 3822 0001\t

        """)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("contact", "list", "--where", "name ~ Mai", "--count").output == "0\n")
  }

  @Test func needANameAndLandWhole() {
    let refused = fixture.run(
      "customer", "add", "Mới", "--code", "K9", "--contact", "0912000111, a@x.vn")
    #expect(
      refused.errors == """
        crm: the contact “0912000111, a@x.vn” has no name
          Write the name first: 'Chị Mai, kế toán, 0912 345 678'; ';' separates several.

        """)
    #expect(
      fixture.runVietnamese("customer", "add", "Mới", "--contact", "0912000111").errors.hasPrefix(
        "crm: liên hệ “0912000111” thiếu tên\n"))
    let odd = fixture.run("customer", "add", "Mới", "--code", "K9", "--contact", "Mai, a@b@c")
    #expect(odd.code == 1)
    #expect(fixture.run("customer", "show", "K9").code == 1)
    let dry = fixture.run("customer", "add", "Mới", "--contact", "Mai", "--dry-run")
    #expect(dry.errors.contains("Would add"))
    #expect(fixture.run("contact", "list", "--where", "name = Mai", "--count").output == "0\n")
  }

  /// A column of a file of customers; brought in again it adds none twice.
  @Test func standInTheirColumn() throws {
    let path = try fixture.file(
      "kh.csv",
      "Mã KH,Tên khách hàng,Người liên hệ\nK1,Một,\"Chị Mai, kế toán, 0912000111\nAnh Tú\"\n"
        + "K2,Hai,0912000333\nK3,Ba,\n")
    let first = fixture.run("import", path)
    #expect(
      first.errors.contains(
        "kh.csv:4: the contact “0912000333” has no name"), "\(first.errors)")
    #expect(
      first.errors.hasSuffix(
        "Customers: 3 read = 2 added + 0 updated + 0 unchanged + 1 rejected; 2 contacts with them\n"
      ))
    #expect(
      contacts("K1") == """
        Name\tPosition\tPhones\tEmails
        Chị Mai\tkế toán\t0912000111\t
        Anh Tú\t\t\t

        """)
    let again = fixture.run("import", path)
    #expect(
      again.errors.hasSuffix(
        "Customers: 3 read = 0 added + 0 updated + 2 unchanged + 1 rejected\n"), "\(again.errors)")
    #expect(fixture.run("undo", "15").code == 0)
    #expect(fixture.run("customer", "show", "K1").code == 1)
  }
}
