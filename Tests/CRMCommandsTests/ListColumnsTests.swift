import CRMTestSupport
import Testing

@testable import CRMCommands

/// The columns of a list that a setting chooses, for all and for one.
@Suite struct ListColumnsTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func heading(_ words: String...) -> String {
    let output = fixture.run(["customer", "list"] + words).output
    return String(output.prefix { $0 != "\n" })
  }

  @Test func chooseTheListForAll() {
    let set = fixture.run("config", "set", "columns.customer", "code,name,orders.total")
    #expect(set.code == 0)
    #expect(heading() == "Code\tName\tOrders: total")
    #expect(heading("--as", "lan") == "Code\tName\tOrders: total")
    #expect(heading("--columns", "code") == "Code")
    #expect(fixture.run("config", "reset", "columns.customer").code == 0)
    #expect(heading() == "Code\tName\tPhones\tEmails\tProvince\tOwner\tRelationship\tStars")
  }

  /// Who may not configure has columns of their own all the same, and nobody else has them.
  @Test func chooseTheListForOne() {
    let mine = ["config", "set", "columns.customer", "Mã khách hàng, Họ tên"]
    #expect(fixture.run(mine + ["--mine", "--as", "lan"]).code == 0)
    #expect(heading("--as", "lan") == "Code\tName")
    #expect(heading().hasPrefix("Code\tName\tPhones"))
    #expect(
      fixture.run("config", "get", "columns.customer", "--mine", "--as", "lan").output
        == "code,name\n")
    #expect(fixture.run("config", "list", "--as", "lan").output.contains("columns.customer --mine"))
    #expect(!fixture.run("config", "list").output.contains("--mine"))
    #expect(fixture.run("undo", "--as", "lan").code == 0)
    #expect(heading("--as", "lan").hasPrefix("Code\tName\tPhones"))
  }

  @Test func refuseWhatIsNoColumn() {
    let outcome = fixture.run("config", "set", "columns.customer", "code,nickname")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("nickname") && outcome.errors.contains("Columns: code, name, "))
    #expect(fixture.run("config", "set", "columns.customer", "").code == 1)
  }

  @Test func areTheOnlySettingOfOne() {
    let outcome = fixture.run("config", "set", "forgotten_days", "9", "--mine")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        crm: forgotten_days is one for all
          Without --mine it is set for everybody.

        """)
  }

  /// Columns that there no longer are fall away, and the list is still there.
  @Test func forgetAFieldThatIsGone() {
    _ = fixture.run(
      "field", "add", "Hạng thẻ", "--kind", "customer", "--key", "card", "--type", "text")
    #expect(fixture.run("config", "set", "columns.customer", "code,card").code == 0)
    #expect(heading() == "Code\tHạng thẻ")
    _ = fixture.run("field", "delete", "Hạng thẻ")
    #expect(heading() == "Code")
  }
}
