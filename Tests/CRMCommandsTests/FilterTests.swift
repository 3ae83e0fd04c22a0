import CRMTestSupport
import Testing

@Suite struct FilterTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  /// The clauses of RULES 2.3 and the other criteria. In the North: 1 and 3; 15-25 and VIP: 1.
  @Test(arguments: [
    (["--and", "Miền Bắc", "15-25"], ["KH000001"]),
    (["--or", "Miền Nam", "15-25"], ["KH000001", "KH000002"]),
    (["--not", "Miền Bắc", "15-25"], ["KH000002", "KH000003"]),
    (["--not", "Miền Bắc", "--not", "15-25"], ["KH000002"]),
    (["--and", "Miền Bắc", "--not", "VIP"], ["KH000003"]),
    (["--or", "VIP", "province=Cần Thơ"], ["KH000001", "KH000002"]),
    (["--not", "stars>=1"], ["KH000002", "KH000003"]),
    (["--province", "can tho"], ["KH000002"]), (["--office-address", "le loi"], ["KH000002"]),
    (["--birthday", "22/11"], ["KH000002"]),
    (["--birthday", "20/11..30/11"], ["KH000001", "KH000002"]),
    (["--birthday", "1999"], ["KH000001"]),
    (["--created", "2026-11"], ["KH000001", "KH000002", "KH000003"]),
    (["--created-from", "23/11/2026"], []),
    (
      ["--created-from", "2026-11-22", "--created-to", "2026-11-22", "--owner", "lan"], ["KH000001"]
    ),
    (["--name", "nguyen", "--phone", "0987654321"], ["KH000003"]),
  ]) func filters(_ words: [String], _ codes: [String]) {
    let outcome = fixture.run(["customer", "filter", "--columns", "code"] + words)
    #expect(outcome.output == (["Code"] + codes).joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    (["--and", "Miền Bắc", "15-25"], "groups = \"Miền Bắc\" and groups = 15-25"),
    (
      ["--not", "VIP", "15-25", "--or", "VIP", "stars>=2"],
      "not (groups = VIP and groups = 15-25) and (groups = VIP or stars >= 2)"
    ),
    (
      ["--phone", "0912345678", "--created-to", "today"],
      "created <= today and (phones = 0912345678 or contacts[phones = 0912345678].count >= 1)"
    ),
  ]) func explainsItselfAsAnExpressionThatFindsTheSame(_ words: [String], _ expression: String) {
    let explained = fixture.run(["customer", "filter", "--explain"] + words)
    #expect(explained.output == expression + "\n")
    #expect(
      fixture.run("customer", "list", "--where", expression).output
        == fixture.run(["customer", "filter"] + words).output)
  }

  @Test func namesTheNearestGroup() {
    let english = fixture.run("customer", "filter", "--and", "Mien Bac")
    #expect(english.code == 1)
    #expect(
      english.errors == "crm: there is no group “Mien Bac”\n  Did you mean Miền Bắc, Miền Nam?\n")
    let vietnamese = fixture.runVietnamese("customer", "filter", "--and", "Mien Bac")
    #expect(
      vietnamese.errors
        == "crm: không có nhóm khách hàng “Mien Bac”\n  Có phải bạn muốn: Miền Bắc, Miền Nam?\n")
  }
}
