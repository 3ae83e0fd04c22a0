import CRMTestSupport
import Testing

/// What waits for approval, or is approved, is not changed behind anybody's back.
@Suite struct ApprovalLockTests {
  let fixture: Fixture

  /// DH000001 is of lan; minh may approve and change what is of his unit, an everything.
  init() throws { fixture = try Fixture.offices() }

  private static let locked = """
    crm: order DH000001 waits for approval and is not changed meanwhile
      Withdraw it first: crm order withdraw DH000001

    """

  @Test(arguments: [
    "order edit DH000001 --note x", "order line add DH000001 SP01:1",
    "order line edit DH000001 1 --quantity 3", "order line remove DH000001 1",
    "order edit DH000001 --replace-lines --line SP01:1", "order tag DH000001 --add Nóng",
    "order delete DH000001", "customer delete KH000001", "order hand-over DH000001 --to minh",
  ])
  func keepsWhatWaits(line: String) {
    fixture.done(
      "an tag add Nóng", "an role grant sales --on order,customer --to delete,assign --reach own")
    fixture.done("lan order submit DH000001")
    let outcome = fixture.act("lan \(line)")
    #expect(outcome.errors == Self.locked, "\(line)")
    #expect(outcome.code == 5)
    // Withdrawn, it is changed as ever.
    fixture.done("lan order withdraw DH000001", "lan \(line)")
  }

  @Test func keepsWhatWaitsFromFilesAndUndo() throws {
    fixture.done("lan order edit DH000001 --note trước", "lan order submit DH000001")
    let file = try fixture.file("in.csv", "Code,Customer,Note\nDH000001,KH000001,khác\n")
    let imported = fixture.act("lan order import \(file) --rejects -")
    #expect(imported.code == 1)
    #expect(imported.errors.contains("waits for approval and is not changed meanwhile"))
    let number = fixture.act("lan log --limit 2 --json").output
    let undone = fixture.act("lan undo \(Self.second(number))")
    #expect(undone.errors.hasPrefix("crm: order DH000001 waits for approval"))
  }

  /// The number of the second operation of a log.
  private static func second(_ log: String) -> String {
    let numbers = log.matches(of: /"(?:n|operation|number)": (\d+)/).map { String($0.1) }
    return numbers.count > 1 ? numbers[1] : "0"
  }

  /// An approver may put it right; another then does not approve what they have not seen.
  @Test func refusesWhatChangedSince() {
    fixture.done("lan order submit DH000001", "minh order edit DH000001 --note 'đã sửa'")
    fixture.done("minh order line add DH000001 SP01:1")
    let outcome = fixture.act("an order approve DH000001")
    #expect(
      outcome.errors == """
        crm: order DH000001 was changed since it was submitted: Note (minh), Order line (minh)
          See what: crm order history DH000001
          Let it be withdrawn and submitted anew, or reject it.

        """)
    #expect(outcome.code == 5)
    #expect(
      fixture.runVietnamese("order", "approve", "DH000001").errors.hasPrefix(
        "crm: đơn hàng DH000001 đã bị sửa sau khi gửi phê duyệt: Ghi chú (minh), "))
    // Who changed it knows what it is; and what was taken back is no change.
    fixture.done("minh order approve DH000001", "minh undo", "minh undo", "minh undo")
    fixture.done("an order approve DH000001")
  }

  @Test func lookAtChangesSinceTheLastStepOnly() {
    fixture.done("an config set approval.order 'user:minh, user:an'", "lan order submit DH000001")
    fixture.done("minh order edit DH000001 --note 'đã sửa'", "minh order approve DH000001")
    fixture.done("an order approve DH000001")
  }

  /// Who may approve it edits what is approved, and says so.
  @Test(arguments: [
    "order edit DH000001 --note x", "order line add DH000001 SP01:1",
    "order line edit DH000001 1 --quantity 3", "order line remove DH000001 1",
  ])
  func letsWhoMayApproveEditWhatIsApproved(line: String) {
    fixture.done("lan order submit DH000001", "an order approve DH000001")
    #expect(fixture.act("minh \(line)").code == 5)
    let refused = fixture.act("lan \(line) --approved")
    #expect(refused.errors.hasPrefix("crm: lan may not approve or reject order DH000001"))
    #expect(refused.code == 4)
    fixture.done("minh \(line) --approved")
    #expect(fixture.act("an order list --columns approval").output == "Approval\nApproved\n")
    #expect(fixture.act("an log --limit 1").output.contains("--approved"))
  }
}
