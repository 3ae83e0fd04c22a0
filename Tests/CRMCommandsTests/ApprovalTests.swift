import CRMTestSupport
import Testing

@Suite struct ApprovalTests {
  @Test func goesThroughItsSteps() throws {
    let fixture = try Fixture.company()
    let early = fixture.run("order", "approve", "DH000001")
    #expect(early.code == 5)
    #expect(
      early.errors == """
        crm: order DH000001 cannot be approved: it is “not submitted”
          Submit it first: crm order submit DH000001

        """)
    #expect(
      fixture.run(as: "lan", "order", "submit", "DH000001").errors
        == "Submitted order DH000001; it waits for an (step 1 of 1).\n")
    #expect(
      fixture.runVietnamese("order", "submit", "DH000001").errors
        == "crm: không thể gửi phê duyệt đơn hàng DH000001: đang ở trạng thái “đã gửi phê duyệt”\n")
    #expect(fixture.run("order", "approve", "DH000001").code == 0)
    let reasonless = fixture.run("order", "reject", "DH000001")
    #expect(reasonless.code == 2)
    #expect(reasonless.errors.hasPrefix("crm: missing --reason\n"))
    #expect(fixture.run("order", "reject", "DH000001", "--reason", "Thiếu chữ ký").code == 0)
    #expect(
      fixture.run("order", "list", "--columns", "approval,approval_note").output
        == "Approval\tApproval note\nRejected\tThiếu chữ ký\n")
  }

  @Test func anApprovedRecordIsLocked() throws {
    let fixture = try Fixture.company()
    _ = fixture.run(as: "lan", "order", "submit", "DH000001")
    _ = fixture.run("order", "approve", "DH000001")
    let locked = """
      crm: order DH000001 is approved and therefore locked
        Take the approval back first: crm order reject DH000001 --reason TEXT
        Who may approve it can edit it as it is, with --approved.

      """
    for change in [
      ["edit", "DH000001", "--note", "x"], ["line", "add", "DH000001", "SP01:1"],
      ["line", "edit", "DH000001", "1", "--quantity", "3"], ["line", "remove", "DH000001", "1"],
      ["edit", "DH000001", "--replace-lines", "--line", "SP01:1"],
    ] {
      let outcome = fixture.run(["order"] + change)
      #expect(outcome.errors == locked)
      #expect(outcome.code == 5)
    }
    // Nothing of a refused command stays, and undo is no edit.
    #expect(fixture.run("order", "list", "--columns", "total").output == "Total\n290250\n")
    _ = fixture.run("undo")
    #expect(fixture.run("order", "edit", "DH000001", "--note", "x").code == 0)
  }

  /// An approved record is not deleted either, not even along with what it belongs to.
  @Test(arguments: [
    ["order", "DH000001"], ["customer", "KH000001"], ["customer", "KH000002", "KH000001"],
  ])
  func anApprovedRecordIsNotDeleted(_ words: [String]) throws {
    let fixture = try Fixture.company()
    _ = fixture.run(as: "lan", "order", "submit", "DH000001")
    _ = fixture.run("order", "approve", "DH000001")
    let outcome = fixture.run([words[0], "delete"] + words.dropFirst())
    #expect(outcome.code == 5)
    #expect(
      outcome.errors == """
        crm: order DH000001 is approved and therefore locked
          Take the approval back first: crm order reject DH000001 --reason TEXT
          Who may approve it can edit it as it is, with --approved.

        """)
    #expect(fixture.run("trash", "list").output.split(separator: "\n").count == 1)
    _ = fixture.run("order", "reject", "DH000001", "--reason", "x")
    #expect(fixture.run([words[0], "delete"] + words.dropFirst()).code == 0)
  }
}
