import CRMTestSupport
import Testing

@Suite struct UndoTests {
  @Test func reversesTheLatestAndDoesItAgain() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "edit", "KH000001", "--level", "paused")
    let dry = fixture.run("undo", "--dry-run")
    #expect(dry.output == "customer KH000001: Level “Paused” → “Approached”\n")
    #expect(
      dry.errors
        == "Would undo operation 15 (crm customer edit KH000001 --level paused): 1 change.\n")
    let undone = fixture.run("undo")
    #expect(
      undone.errors
        == "Undid operation 15 (crm customer edit KH000001 --level paused): 1 change.\n")
    let redone = fixture.runVietnamese("redo")
    #expect(
      redone.errors
        == "Đã làm lại thao tác 15 (crm customer edit KH000001 --level paused): 1 thay đổi.\n")
    #expect(fixture.run("redo").errors == "crm: there is nothing to redo\n")
    #expect(fixture.run("redo").code == 1)
  }

  @Test func refusesWhereALaterCommandChangedTheSame() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "edit", "KH000001", "KH000002", "--level", "paused")
    _ = fixture.run("customer", "edit", "KH000001", "--level", "new")
    let refused = fixture.run("undo", "15")
    #expect(refused.code == 5)
    #expect(
      refused.errors == """
        crm: operation 15 cannot be undone: later operations changed customer KH000001 (16)
          Undo those first, or take back everything with --force.

        """)
    #expect(
      fixture.run("undo", "15", "--force").errors.hasSuffix("--level paused): 2 changes.\n"))
  }

  @Test(arguments: [
    ("1", "crm: operation 1 made the database and cannot be undone\n", 1),
    ("99", "crm: there is no operation 99\n  See the list with: crm log\n", 1),
    ("x", "crm: “x” is not the number of an operation\n  See the numbers with: crm log\n", 2),
  ])
  func whatIsNoOperationIsSaid(number: String, errors: String, code: Int32) throws {
    let outcome = try Fixture().run("undo", number)
    #expect(outcome.errors == errors)
    #expect(outcome.code == code)
  }

  @Test func anEmptyLogHasNothingToUndo() throws {
    let outcome = try Fixture().runVietnamese("undo")
    #expect(outcome.errors == "crm: không có gì để hoàn tác\n")
  }
}
