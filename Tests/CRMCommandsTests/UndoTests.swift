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

  /// What was undone is as if it had never been: its codes are given out again, the newest first,
  /// and what has taken one meanwhile is named.
  @Test func codesOfWhatWasUndoneAreFreeAgain() throws {
    let fixture = try Fixture.company()
    let file = try fixture.file(
      "moi.csv", "Tên khách hàng,Điện thoại\nMột,0977000001\nHai,0977000002\n")
    func codes() -> String {
      fixture.run("customer", "list", "--where", "name in (Một, Hai)", "--columns", "code,name")
        .output
    }
    #expect(fixture.run("import", file).code == 0)
    let first = codes()
    #expect(first == "Code\tName\nKH000004\tMột\nKH000005\tHai\n")
    #expect(
      fixture.run("undo", "--dry-run").output
        == "customer KH000005 Hai: removed\ncustomer KH000004 Một: removed\n")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("import", file).code == 0)
    #expect(codes() == first)
    #expect(
      fixture.run("redo", "15").errors == """
        crm: code KH000004 already exists among the customers
          Leave the code out to have one generated, or change that record with: crm customer edit \
        KH000004

        """)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("redo").code == 0)
    #expect(codes() == first)
    #expect(fixture.run("customer", "add", "--name", "Ba").output == "KH000006\n")
    // A number in the middle is not given out again.
    #expect(fixture.run("undo", "18").code == 1)
  }

  /// Lines that an import has changed of an order which it brought back.
  @Test func undoesWhatCameBackWithOtherLines() throws {
    let fixture = try Fixture.company()
    let order = fixture.run("order", "show", "DH000001", "--json").output
    _ = fixture.run("order", "delete", "DH000001")
    let product =
      fixture.run("product", "list", "--columns", "code", "--limit", "1").output
      .split(separator: "\n").last.map(String.init) ?? ""
    let file = try fixture.file(
      "don.csv", "Code,Customer,Product,Quantity,Unit price\nDH000001,KH000001,\(product),9,1000\n")
    #expect(fixture.run("import", file, "--restore-trashed").code == 0)
    #expect(fixture.run("order", "show", "DH000001", "--json").output != order)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("order", "list", "--count").output == "0\n")
    #expect(fixture.run("redo").code == 0)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("order", "restore", "DH000001").code == 0)
    let lines = { (text: String) in text.components(separatedBy: "lines").last }
    #expect(lines(fixture.run("order", "show", "DH000001", "--json").output) == lines(order))
    #expect(fixture.run("doctor").code == 0)
  }

  /// The care of an order is its customer's, whoever that is.
  @Test func careGoesWithItsOrder() throws {
    let fixture = try Fixture.company()
    func customers() -> String {
      fixture.run(
        "care-card", "list", "--where", "order = DH000001", "--columns", "customer"
      ).output
    }
    _ = fixture.run("care-card", "generate", "--from-order", "DH000001")
    let before = customers()
    #expect(before.contains("KH000001"))
    #expect(fixture.run("order", "edit", "DH000001", "--customer", "KH000003").code == 0)
    #expect(customers() == before.replacing("KH000001", with: "KH000003"))
    #expect(fixture.run("undo").code == 0)
    #expect(customers() == before)
  }

  /// What follows for a customer that the actor does not see is told neither by the log nor by the
  /// question before it is taken back.
  @Test func tellsNothingOfWhatFollowsForOthers() throws {
    let fixture = try Fixture.company()
    try fixture.add(.user, ["code": "hoa", "name": "Hoa", "role": "sales"])
    try fixture.edit(.user, "lan", ["role": "sales"])
    _ = fixture.run("transaction", "add", "KH000001", "Gọi", "--owner", "hoa", "--code", "GD7")
    #expect(fixture.run(as: "hoa", ["customer", "show", "KH000001"]).code == 1)
    #expect(
      fixture.run(as: "hoa", ["transaction", "edit", "GD7", "--status", "done"]).code == 0)
    let number =
      fixture.run("log", "--limit", "1", "--format", "jsonl").output
      .firstMatch(of: /"number": (\d+)/).map { String($0.1) } ?? ""
    #expect(fixture.run("log", "show", number).output.contains("Last contact"))
    let told = fixture.run(as: "hoa", ["log", "show", number])
    #expect(told.output.contains("GD7"))
    #expect(!told.output.contains("Last contact"))
    let asked = fixture.run(["--as", "hoa", "undo"], input: "n\n", terminal: 80)
    #expect(asked.errors.contains("GD7"))
    #expect(!asked.errors.contains("Last contact"))
    #expect(fixture.run(as: "hoa", ["undo"]).code == 0)
  }
}
