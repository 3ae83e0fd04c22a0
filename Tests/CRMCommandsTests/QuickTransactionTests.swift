import CRMTestSupport
import Testing

/// RULES 9.2: a name is enough, and the customer is the one pointed at.
@Suite struct QuickTransactionTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func quick(_ words: String...) -> Fixture.Outcome { quick(words) }

  private func quick(_ words: [String]) -> Fixture.Outcome {
    fixture.run(["--as", "lan", "transaction", "quick"] + words)
  }

  private let columns = "customer,name,type,status,date,owner,description"

  @Test func needsOnlyTheName() {
    let outcome = quick("KH000002", "Hẹn gặp thứ sáu")
    let code = outcome.output.dropLast()
    #expect(outcome.errors.hasSuffix("Added transaction \(code) Hẹn gặp thứ sáu.\n"))
    #expect(
      fixture.run(
        "transaction", "list", "--where", "name = \"Hẹn gặp thứ sáu\"", "--columns", columns
      ).output.split(separator: "\n").last
        == "KH000002\tHẹn gặp thứ sáu\t\tPlanned\t2026-11-22\tan\t")
  }

  /// RULES 5.5: the customer's owner, whoever notes it; nobody's customer makes nobody's record.
  @Test func belongsToTheCustomersOwner() {
    func owner(_ customer: String, _ options: String...) -> String {
      let code = quick([customer, "Nhắn tin"] + options).output.dropLast()
      return String(
        fixture.run(
          "transaction", "list", "--where", "code = \(code)", "--columns", "owner", "--format",
          "tsv"
        ).output.split(separator: "\n").last ?? "")
    }
    #expect(owner("KH000001") == "lan")
    #expect(owner("KH000002") == "an")
    #expect(owner("KH000002", "--owner", "lan") == "lan")
  }

  /// What is done counts for the score at once.
  @Test func takesTheOtherFieldsAsOptions() {
    let before = fixture.run("customer", "list", "--code", "KH000003", "--columns", "score").output
    #expect(before == "Score\n0\n")
    #expect(
      quick(
        "0987654321", "Gọi", "--type", "Gọi điện", "--status", "done", "--date", "20/11/2026",
        "--description", "Hỏi giá", "--owner", "an"
      ).code == 0)
    #expect(
      fixture.run("transaction", "list", "--where", "name = Gọi", "--columns", columns).output
        .split(separator: "\n").last
        == "KH000003\tGọi\tGọi điện\tDone\t2026-11-20\tan\tHỏi giá")
    let after = fixture.run("customer", "list", "--code", "KH000003", "--columns", "score").output
    #expect(after == "Score\n5\n")
  }

  @Test(
    arguments: [
      (["KH000002"], 2, "crm: missing NAME (What it was)\n"),
      (["KH9", "Gọi"], 1, "crm: there is no customer “KH9”"),
      (["KH000002", "Gọi", "--type", "Bay"], 1, "crm: there is no transaction type “Bay”"),
      (["KH000002", " "], 2, "crm: the name is empty\n"),
    ] as [([String], Int32, String)])
  func saysWhatIsWrong(_ words: [String], _ code: Int32, _ message: String) {
    let outcome = fixture.run(["transaction", "quick"] + words)
    #expect(outcome.code == code)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
  }
}
