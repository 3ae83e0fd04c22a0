import CRMTestSupport
import Testing

@testable import CRMCommands

/// What one cell, one row and one document may hold; the rest of the file lands.
@Suite struct ImportSizeTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func text(_ bytes: Int) -> String { String(repeating: "x", count: bytes) }

  @Test(arguments: ["csv", "jsonl"]) func aCellHasALimit(_ format: String) throws {
    let great = text(1 << 20)
    let rows = [("A", great), ("B", great + "x"), ("C", "ngắn")]
    let content =
      format == "csv"
      ? "Name,Description\n" + rows.map { "\($0.0),\"\($0.1)\"\n" }.joined()
      : rows.map { "{\"name\":\"\($0.0)\",\"description\":\"\($0.1)\"}\n" }.joined()
    let file = try fixture.file("k.\(format)", content)
    let outcome = fixture.run("customer", "import", file, "--rejects", fixture.file("r.csv"))
    #expect(outcome.code == 1)
    let line = format == "csv" ? 3 : 2
    let heading = format == "csv" ? "Description" : "description"
    let message = ":\(line): column 2 “\(heading)”: the cell holds more than 1 MB\n"
    #expect(outcome.errors.contains(message) || outcome.output.contains(message), "\(outcome)")
    #expect(try fixture.contents("r.csv").utf8.count > 1 << 20)
    let names = fixture.run("customer", "list", "--where", "name in (A, B, C)", "--columns", "name")
    #expect(names.output == "Name\nA\nC\n")
    let vietnamese = fixture.runVietnamese("customer", "import", file, "--dry-run")
    #expect((vietnamese.errors + vietnamese.output).contains("ô chứa hơn 1 MB"))
  }

  @Test func aRowHasALimit() throws {
    let part = text(900 << 10)
    let fields = [
      "Description", "Employer name", "Registered address", "Office address", "Website",
    ]
    let row = [String](repeating: "\"\(part)\"", count: 5).joined(separator: ",")
    let file = try fixture.file(
      "k.csv", "Name,\(fields.joined(separator: ","))\nA,\(row)\nB,,,,,\n")
    let outcome = fixture.run("customer", "import", file)
    #expect(
      (outcome.errors + outcome.output).contains(":2: the row holds more than 4 MB\n"),
      "\(outcome.errors.prefix(300))")
    let names = fixture.run("customer", "list", "--where", "name in (A, B)", "--columns", "name")
    #expect(names.output == "Name\nB\n")
  }

  @Test func aDocumentHasALimit() throws {
    let part = text(1_000_000)
    var content = "Code,Customer,Product,Quantity,Description\n"
    for _ in 1...20 { content += "DH7,KH000001,SP01,1,\"\(part)\"\n" }
    content += "DH8,KH000001,SP01,2,\n"
    let file = try fixture.file("d.csv", content)
    let outcome = fixture.run("order", "import", file)
    #expect(outcome.code == 1)
    #expect(
      (outcome.errors + outcome.output).contains("the rows of the document hold more than 16 MB"),
      "\(outcome.errors.prefix(500))")
    #expect(fixture.run("order", "show", "DH7").code == 1)
    // Of several rows that are refused together it is said which.
    let other = try fixture.file(
      "e.csv",
      "Code,Customer,Product,Quantity,Description\nDH9,KH000001,SP01,1,\n"
        + "DH9,KH000001,SP01,1,\"\(part)\(part)\"\n")
    let second = fixture.run("order", "import", other)
    #expect(
      second.errors.contains("line 3, column 5 “Description”: the cell holds more than 1 MB"),
      "\(second.errors.prefix(500))")
    #expect(fixture.run("order", "show", "DH8").code == 0)
  }
}
