import CRMTestSupport
import Testing

/// An undo or redo of an approval gives nothing that the deed by hand would not give today.
@Suite struct ApprovalUndoTests {
  let fixture: Fixture

  /// DH000001 is of lan; minh and an may approve it, and minh edits what is of his unit.
  init() throws { fixture = try Fixture.offices() }

  /// The number of the latest operation.
  private var last: String {
    fixture.run("log", "--limit", "1", "--format", "tsv").output.split(separator: "\n")[1]
      .split(separator: "\t")[0].description
  }

  private var state: String {
    String(
      fixture.act("an order list --columns approval,approval_step,submitted_by").output
        .split(separator: "\n")[1].replacing("\t", with: "|"))
  }

  /// Nothing approved comes back once it has changed, by whichever way.
  @Test(arguments: ["minh order edit DH000001 --note khác", "lan order line add DH000001 SP01:1"])
  func approvesNothingChanged(meanwhile: String) {
    fixture.done("lan order submit DH000001", "minh order approve DH000001")
    fixture.done("minh order reject DH000001 --reason x")
    let rejected = last
    fixture.done(meanwhile)
    let what = meanwhile.contains("note") ? "Note (minh)" : "Order line (lan)"
    let outcome = fixture.act("minh undo \(rejected)")
    #expect(
      outcome.errors == """
        crm: operation \(rejected) cannot be undone: order DH000001 was changed since: \(what)
          Have it approved anew, submitted with: crm order submit DH000001

        """)
    #expect(outcome.code == 5)
    #expect(
      fixture.run(["--as", "minh", "undo", rejected], language: .vi).errors.contains(
        "đơn hàng DH000001 đã bị sửa từ đó: "))
    // By force neither; and what is again as it was is no change.
    #expect(fixture.act("minh undo \(rejected) --force").code == 5)
    fixture.done("\(Fixture.words(meanwhile)[0]) undo", "minh undo \(rejected)")
    #expect(state == "Approved||lan")
  }

  /// An undo of an earlier edit is a change like any other.
  @Test func countsAnUndoAsAChange() {
    fixture.done("lan order edit DH000001 --note A")
    let edited = last
    fixture.done("lan order submit DH000001", "minh order approve DH000001")
    fixture.done("minh order reject DH000001 --reason x")
    let rejected = last
    fixture.done("lan undo \(edited)")
    #expect(fixture.act("minh undo \(rejected)").code == 5)
    #expect(state == "Rejected||lan")
  }

  /// A fellow approver who takes back what was there when it was submitted has changed it.
  @Test func anotherApproverSeesAnUndo() {
    fixture.done("an order edit DH000001 --note A")
    let edited = last
    fixture.done("lan order submit DH000001", "an undo \(edited)")
    let outcome = fixture.act("minh order approve DH000001")
    #expect(outcome.errors.contains("was changed since it was submitted: Note (an)"), "\(outcome)")
    #expect(outcome.code == 5)
    fixture.done("an redo \(edited)", "minh order approve DH000001")
  }

  /// What was withdrawn is submitted anew by an undo: at the first step, by who does it.
  @Test func submitsAnew() {
    fixture.done(
      "an config set approval.order 'user:minh, user:an'", "lan order edit DH000001 --note A")
    let edited = last
    fixture.done("lan order submit DH000001", "minh order approve DH000001")
    #expect(state == "Submitted|2|lan")
    fixture.done("lan order withdraw DH000001")
    let withdrawn = last
    fixture.done("lan undo \(edited)", "lan undo \(withdrawn)")
    #expect(state == "Submitted|1|lan")
    fixture.done("lan order withdraw DH000001")
    let again = last
    fixture.done("an undo \(again)")
    #expect(state == "Submitted|1|an")
  }

  /// Who submitted it approves it by no redo and no undo, whatever they may configure.
  @Test(arguments: [true, false])
  func whoSubmittedItDoesNotDecide(redoes: Bool) {
    fixture.done("an order submit DH000001", "minh order approve DH000001")
    let approved = last
    fixture.done(redoes ? "minh undo" : "an order reject DH000001 --reason x")
    let rejected = last
    let outcome = fixture.act(redoes ? "an redo \(approved)" : "an undo \(rejected)")
    #expect(outcome.errors.hasPrefix("crm: who submitted order DH000001 does not decide on it\n"))
    #expect(outcome.code == 4)
    fixture.done(redoes ? "minh redo" : "minh order list")
  }

  /// Whom the steps do not name takes no step back and gives none again.
  @Test func whomNoStepNamesTakesNothingBack() {
    fixture.done("an config set approval.order 'user:minh, user:an'", "lan order submit DH000001")
    fixture.done("minh order approve DH000001")
    let step = last
    let outcome = fixture.act("an undo \(step)")
    #expect(
      outcome.errors == """
        crm: an does not decide on order DH000001 at step 1 of 2
          It waits for: minh

        """)
    fixture.done("minh undo")
    #expect(fixture.act("an redo \(step)").code == 4)
    #expect(state == "Submitted|1|lan")
    fixture.done("minh redo", "an order approve DH000001")
    // A step is not taken back from under the next.
    let gone = fixture.act("minh undo \(step) --force")
    #expect(
      gone.errors == """
        crm: operation \(step) cannot be undone: the approval of order DH000001 has gone on since
          See how: crm order history DH000001

        """)
    #expect(gone.code == 5)
    #expect(
      fixture.runVietnamese("undo", step, "--force").errors.contains(
        "việc phê duyệt đơn hàng DH000001 đã thay đổi từ đó"))
  }

  /// A step that has become the last, or is it no more, is decided by hand.
  @Test func keepsToTheStepsOfToday() {
    fixture.done("lan order submit DH000001", "minh order approve DH000001", "minh undo")
    fixture.done("an config set approval.order 'user:minh, user:an'")
    #expect(fixture.act("minh redo").code == 5)
    #expect(state == "Submitted|1|lan")
  }

  /// Who may configure, and does not see the records, is told no code.
  @Test func namesNothingHidden() throws {
    try fixture.add(.role, ["code": "CH", "name": "Cấu hình"])
    fixture.done("an role grant CH --on all --to configure --reach all")
    try fixture.add(.user, ["code": "binh", "name": "Bình", "role": "CH"])
    fixture.done("lan order submit DH000001")
    let submitted = last
    for deed in ["undo", "redo"] {
      // A redo takes back the undo.
      let number = deed == "undo" ? submitted : last
      let outcome = fixture.act("binh \(deed) \(submitted)")
      #expect(
        outcome.errors == """
          crm: binh may not undo or redo operation \(number): it changed records that binh does \
          not see

          """)
      #expect(outcome.code == 4)
      #expect(
        fixture.run(["--as", "binh", deed, submitted], language: .vi).errors.contains(
          "có bản ghi mà binh không xem được"))
      if deed == "undo" { fixture.done("an undo \(submitted)") }
    }
  }

  /// Who may edit what is approved takes such an edit back, and says so.
  @Test func takesBackAnEditOfWhatIsApproved() {
    fixture.done("lan order submit DH000001", "an order approve DH000001")
    fixture.done("minh order edit DH000001 --note x --approved")
    #expect(fixture.act("minh undo").code == 5)
    fixture.done("minh undo --approved", "minh redo --approved")
    fixture.done("an role revoke manager --to approve")
    #expect(fixture.act("minh undo --approved").code == 4)
  }

  /// One person decides one step of a submission, as long as somebody else can.
  @Test func nobodyDecidesTwice() {
    fixture.done("an config set approval.order 'user:minh, user:minh'", "lan order submit DH000001")
    let outcome = fixture.act("minh order approve DH000001")
    #expect(
      outcome.errors == "Approved order DH000001; it waits for an (step 2 of 2).\n")
    #expect(fixture.act("minh order approve DH000001").code == 4)
    // Rejected and submitted again it begins anew; and alone one does both.
    fixture.done("an order reject DH000001 --reason x", "lan order submit DH000001")
    fixture.done("an role grant admin --on order --to approve --reach none")
    fixture.done("minh order approve DH000001", "minh order approve DH000001")
    #expect(fixture.act("minh order list --columns approval").output == "Approval\nApproved\n")
  }
}
