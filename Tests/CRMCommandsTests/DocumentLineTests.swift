import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

/// `crm order line list|add|edit|remove`: one line of a document at a time, by its number.
@Suite struct DocumentLineTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func lines() -> [String] {
    fixture.run("order", "line", "list", "DH000001").output
      .split(separator: "\n").dropFirst().map(String.init)
  }

  private func total() -> String {
    String(fixture.run("order", "list", "--columns", "total").output.dropFirst("Total\n".count))
  }

  @Test func numbersThem() {
    #expect(
      lines() == [
        "1\tSP01\t2\t100000\t0\t8\t200000\t16000\t216000",
        "2\tSP02\t1.5\t50000\t10\t10\t67500\t6750\t74250",
      ])
  }

  @Test func addsChangesAndTakesAway() {
    let added = fixture.run("order", "line", "add", "DH000001", "SP01:1", "SP02")
    #expect(added.errors == "Changed order DH000001.\n")
    #expect(lines().count == 4)
    // 290,250 + 108,000 + 55,000.
    #expect(total() == "453250\n")
    #expect(
      fixture.run("order", "line", "edit", "DH000001", "2", "--quantity", "5").code == 0)
    #expect(lines()[1].hasPrefix("2\tSP02\t5\t50000\t10\t10\t225000\t22500\t247500"))
    #expect(fixture.run("order", "line", "remove", "DH000001", "3", "1").code == 0)
    #expect(lines().map { $0.split(separator: "\t")[1] } == ["SP02", "SP02"])
    #expect(total() == "302500\n")
    for _ in 0..<3 { _ = fixture.run("undo") }
    #expect(total() == "290250\n")
    #expect(lines().count == 2)
  }

  @Test func triesFirst() {
    let dry = fixture.run("order", "line", "remove", "DH000001", "1", "--dry-run")
    #expect(dry.errors == "Would change order DH000001.\n")
    #expect(dry.output.contains("Total\t74,250\n"))
    #expect(total() == "290250\n")
  }

  typealias Fault = (words: String, code: Int32, errors: String)

  static let faults: [Fault] = [
    (
      "remove DH000001 3", 1, "crm: order DH000001 has no order line 3: they are 1 to 2\n"
    ),
    (
      "edit DH000001 x --quantity 1", 1,
      "crm: order DH000001 has no order line x: they are 1 to 2\n"
    ),
    ("edit DH000001 1 --quantity 0", 1, "crm: the quantity of a line cannot be 0\n"),
    (
      "edit DH000001 1", 2,
      """
      crm: nothing to change: give at least one field
        See the fields with: crm help order line edit

      """
    ),
    (
      "add DH000001 SP01:1:2:3:4:5", 2,
      """
      crm: line “SP01:1:2:3:4:5” is not of the form PRODUCT[:QUANTITY[:PRICE[:DISCOUNT[:TAX]]]]
        Separate the values by colons; those in brackets may be left out or empty.

      """
    ),
  ]

  @Test(arguments: DocumentLineTests.faults.indices)
  func saysWhatIsWrong(place: Int) {
    let fault = DocumentLineTests.faults[place]
    let outcome = fixture.run(
      ["order", "line"] + fault.words.split(separator: " ").map(String.init))
    #expect(outcome.code == fault.code)
    #expect(outcome.errors == fault.errors)
    #expect(total() == "290250\n")
  }
}
