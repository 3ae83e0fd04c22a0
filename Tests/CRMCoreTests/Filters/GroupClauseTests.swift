import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// The group filter (RULES 2.3).
@Suite struct GroupClauseTests {
  let fixture: FilterFixture

  init() throws { fixture = try FilterFixture() }

  @Test(
    arguments: [
      (
        [GroupClause(.and, ["Miền Bắc", "15-25"])], "groups = \"Miền Bắc\" and groups = 15-25",
        "K2 K3"
      ),
      (
        [GroupClause(.or, ["Miền Bắc", "15-25"])], "groups = \"Miền Bắc\" or groups = 15-25",
        "K1 K2 K3"
      ),
      (
        [GroupClause(.not, ["Miền Bắc", "15-25"])],
        "not (groups = \"Miền Bắc\" and groups = 15-25)", "K1 K4 K5 K6 K7 K8"
      ),
      (
        [GroupClause(.not, ["Miền Bắc"]), GroupClause(.not, ["15-25"])],
        "not groups = \"Miền Bắc\" and not groups = 15-25", "K4 K5 K6 K7 K8"
      ),
      (
        [GroupClause(.and, ["VIP"]), GroupClause(.not, ["15-25"])],
        "groups = VIP and not groups = 15-25", "K1 K5"
      ),
      (
        [GroupClause(.or, ["VIP", "province=Cần Thơ", "stars>=5"])],
        "groups = VIP or province = \"Cần Thơ\" or stars >= 5", "K1 K3 K5 K6 K7"
      ),
      (
        [GroupClause(.and, ["VIP"]), GroupClause(.or, ["province = \"Hà Nội\"", "stars<1"])],
        "groups = VIP and (province = \"Hà Nội\" or stars < 1)", "K1 K3 K5"
      ),
      (
        [GroupClause(.and, ["orders[status=draft].count>0"])],
        "orders[status = draft].count > 0", "K1"
      ),
    ])
  func buildsTheFilter(clauses: [GroupClause], text: String, codes: String) throws {
    let expression = try #require(try GroupClause.expression(clauses))
    #expect(expression.text == text)
    #expect(try Expression(parsing: text) == expression)
    #expect(try fixture.codes(expression) == codes)
  }

  @Test func nothingAskedIsNoFilter() throws {
    #expect(try GroupClause.expression([]) == nil)
    #expect(try GroupClause.expression([GroupClause(.and, [])]) == nil)
  }

  @Test func unclosedQuotesAreAnError() {
    #expect(throws: CRMError.self) {
      try GroupClause.expression([GroupClause(.and, ["province=\"Hà Nội"])])
    }
  }
}
