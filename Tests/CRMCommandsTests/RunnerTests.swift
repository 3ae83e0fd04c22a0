import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCommands

/// What one runner does for every command that writes.
@Suite struct RunnerTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func tellsInTheTenseThatHolds() {
    #expect(Tense.past(.change) == Label("Changed", vi: "Đã sửa"))
    #expect(Tense.conditional(.change) == Label("Would change", vi: "Sẽ sửa"))
    let words = ["customer", "edit", "KH000001", "--province", "Huế"]
    #expect(fixture.run(words + ["-n"]).errors == "Would change customer KH000001.\n")
    #expect(fixture.run(words).errors == "Changed customer KH000001.\n")
  }

  @Test(arguments: [
    ["customer", "add", "--name", "A"], ["customer", "duplicate", "KH000001"],
    ["customer", "delete", "KH000001"], ["customer", "tag", "KH000001", "--add", "x", "--create"],
    ["customer", "share", "KH000001", "--with", "all"], ["order", "submit", "DH000001"],
    ["customer", "merge", "KH000001", "KH000002"],
    ["customer", "viewer", "add", "KH000001", "lan"],
    ["care-card", "generate", "--from-order", "DH000001"], ["undo"], ["tier", "apply"],
    ["config", "set", "birthday_days", "3"], ["import", "mapping", "save", "x", "--into", "order"],
    ["comment", "add", "KH000002", "Chào"],
    ["role", "grant", "admin", "--on", "all", "--to", "view"],
  ])
  func aDryRunChangesNothing(words: [String]) throws {
    let before = fixture.run("log").output
    let outcome = fixture.run(words + ["--dry-run"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(fixture.run("log").output == before)
  }

  /// Who waits for a pipe has no door open: what others write meanwhile is seen.
  @Test(arguments: [
    ["customer", "export", "-", "--csv", "-", "--columns", "code"], ["customer", "show", "-"],
    ["customer", "edit", "-", "--province", "Huế"],
  ])
  func waitsForAPipeOutsideTheDoors(words: [String]) {
    let outcome = fixture.run(
      words, input: "KH000004\n",
      waiting: { _ = fixture.run("customer", "add", "--name", "Khách Mới Tinh") })
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect((outcome.output + outcome.errors).contains("KH000004"))
  }

  @Test func oneOperationAForm() {
    let count = { fixture.run("log").output.split(separator: "\n").count }
    let before = count()
    let outcome = fixture.run(
      ["source", "add", "--again"], input: "Một\nHai\n", terminal: 80)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(count() == before + 2)
  }

  @Test func aStrictImportThatIsTriedSaysWhatItWouldDo() throws {
    let file = try fixture.file("khach.csv", "name,emails\nA,không phải\n")
    let outcome = fixture.run("import", file, "--into", "customer", "--strict", "--json", "-n")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("\"rejected\":1"))
    #expect(outcome.output.contains("\"landed\":false"))
  }

  @Test func aUsageErrorComesBeforeTheDatabase() {
    let nowhere = ["--db", "/nowhere/crm.sqlite"]
    #expect(fixture.run(nowhere + ["customer", "tag", "KH000001"]).code == 2)
    #expect(fixture.run(nowhere + ["customer", "revenue", "KH000001", "--by", "x"]).code == 2)
    #expect(fixture.run(nowhere + ["customer", "tag", "KH000001", "--add", "x"]).code == 3)
  }
}
