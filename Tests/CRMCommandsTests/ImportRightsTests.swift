import CRMTestSupport
import Testing

/// What roles allow of an import, and that a row they refuse changes nothing.
@Suite struct ImportRightsTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.offices()
  }

  @Test func refusesAnImportAndSaysSoOnce() throws {
    let file = try fixture.file("a.csv", "Tên KH\nMới\n")
    let outcome = fixture.run(
      ["--as", "hoa", "import", file, "--into", "customer"], language: .vi)
    #expect(outcome.code == 4)
    #expect(
      outcome.errors.hasPrefix(
        "crm: hoa không được nhập khẩu khách hàng: nhóm quyền Người xem không cho phép\n"))
  }

  @Test func importsOwnRowsAndRejectsThoseOfOthers() throws {
    let file = try fixture.file(
      "a.csv", "Mã KH,Tên KH,Người phụ trách\n,Của tôi,\n,Của an,an\nKH000002,Đổi tên,\n")
    let outcome = fixture.run(as: "lan", "import", file, "--into", "customer", "--mode", "upsert")
    #expect(outcome.code == 1)
    #expect(fixture.codes(as: "lan") == ["KH000001", "KH000004"])
    let rejects = try fixture.contents("a.rejects.csv")
    #expect(rejects.contains("lan may not add customers: the role Kinh doanh allows own records"))
    // Of what one does not see only that its code is taken is told.
    #expect(rejects.contains("code KH000002 already exists among the customers"))
    #expect(
      fixture.run("customer", "list", "--columns", "name", "--where", "code = KH000002").output
        == "Name\nCông ty Sao Mai\n")
  }

  /// Somebody who sees and imports orders, and adds them, but changes none.
  private func clerk(_ rights: [String]) throws -> String {
    try fixture.add(.role, ["name": "Nhập đơn"])
    try fixture.edit(.user, "tu", ["role": "Nhập đơn"])
    for right in ["customer view", "product view", "order view", "order import"] + rights {
      let words = right.split(separator: " ").map(String.init)
      let reach = words.count > 2 ? words[2] : "all"
      let outcome = fixture.run(
        "role", "grant", "Nhập đơn", "--on", words[0], "--to", words[1], "--reach", reach)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    return "tu"
  }

  private func everything() -> [Fixture.Outcome] {
    [
      fixture.run("order", "export", "--csv", "-"), fixture.run("log"),
      fixture.run("customer", "export", "--csv", "-"),
    ]
  }

  /// A row that is refused has not emptied the order that it names.
  @Test(arguments: [[], ["order add"]])
  func keepsTheLinesOfAnOrderOneMayNotChange(rights: [String]) throws {
    let login = try clerk(rights)
    let before = everything()
    let file = try fixture.file(
      "dh.csv", "Số đơn hàng,Khách hàng,Mã sản phẩm,Số lượng\nDH000001,KH000001,SP02,9\n")
    let outcome = fixture.run(as: login, "import", file, "--into", "order")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("tu may not change order DH000001"), "\(outcome.errors)")
    #expect(everything() == before)
    // Nor are lines added to it by hand.
    #expect(fixture.run(as: login, "order", "line", "add", "DH000001", "SP01:1").code == 4)
    #expect(everything() == before)
  }

  /// The new owner is written before the lines are refused; neither stays.
  @Test func keepsTheHeadOfAnOrderWhoseLinesAreRefused() throws {
    let login = try clerk(["order edit own", "order assign own"])
    try fixture.edit(.order, "DH000001", ["owner": "tu"])
    let before = everything()
    let file = try fixture.file(
      "dh.csv",
      "Số đơn hàng,Khách hàng,Người phụ trách,Mã sản phẩm,Số lượng\n"
        + "DH000001,KH000001,an,SP02,9\nDH000001,KH000001,an,SP01,1\n")
    let outcome = fixture.run(as: login, "import", file, "--into", "order")
    #expect(outcome.errors.contains("tu may not change order DH000001"), "\(outcome.errors)")
    #expect(everything() == before)
  }
}
