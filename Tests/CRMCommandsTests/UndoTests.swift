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

  /// On a terminal what will be reversed is shown first, and asked; what was shown is reversed.
  @Test func showsAndAsksOnATerminal() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "edit", "KH000001", "--level", "paused")
    let kept = fixture.run(["undo"], input: "n\n", terminal: 80)
    #expect(kept.code == 1)
    #expect(kept.errors.hasPrefix("Operation 15, "))
    #expect(
      kept.errors.hasSuffix(
        """
        , an: crm customer edit KH000001 --level paused
          customer KH000001: Level “Approached” → “Paused”
        Take it back? [y/N] crm: nothing was changed

        """))
    #expect(fixture.run(["undo"], language: .vi, input: "c\n", terminal: 80).code == 0)
    let redone = fixture.run(["redo"], input: "y\n", terminal: 80)
    #expect(redone.errors.contains("Do it again? [y/N] Redid operation 15"))
    #expect(fixture.run(["undo", "--yes"], terminal: 80).errors.hasPrefix("Undid operation 15"))
  }

  /// Of many changes the first are shown.
  @Test func showsTheFirstOfMany() throws {
    let fixture = try Fixture()
    try fixture.addAll((1...30).map { (.customer, ["name": "Khách \($0)"]) })
    _ = fixture.run("customer", "edit", "--where", "name ~ khách", "--level", "paused", "--yes")
    let number =
      fixture.run("log", "--limit", "1", "--format", "tsv").output
      .split(separator: "\n").last?.split(separator: "\t").first ?? ""
    let asked = fixture.run(["undo"], input: "n\n", terminal: 80).errors
    #expect(asked.contains("  customer KH000010: Level “New” → “Paused”\n  … see all 30 changes"))
    #expect(
      asked.contains(
        "with: crm log show \(number)\nIn all:\n  changed: 30 customers (KH000001 Khách 1; "))
    #expect(asked.contains("\nTake it back? [y/N]"))
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

  /// An addition that others refer to: what has to be taken back before it is named, so that
  /// following the steps succeeds.
  @Test func namesWhatHasToBeUndoneFirst() throws {
    let fixture = try Fixture()
    _ = fixture.run("customer", "add", "--name", "Gỗ Việt")
    _ = fixture.run("customer", "add", "--name", "Nam")
    _ = fixture.run("contact", "add", "--name", "Lan", "--customer", "KH000001")
    _ = fixture.run("customer", "edit", "KH000002", "--referrer", "KH000001")
    let refused = fixture.run("undo", "2")
    #expect(refused.code == 5)
    #expect(
      refused.errors == """
        crm: operation 2 cannot be undone: customer KH000001 is still referred to by \
        customer KH000002, contact LH000001
          Undo first what came after it: crm undo 5; crm undo 4

        """)
    for number in ["5", "4", "2"] { #expect(fixture.run("undo", number).code == 0) }
    #expect(fixture.run("customer", "list", "--columns", "code").output == "Code\nKH000002\n")
  }
}
