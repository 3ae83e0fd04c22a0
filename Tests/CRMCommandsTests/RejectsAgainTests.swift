import CRMTestSupport
import Foundation
import Testing

/// Rows in error that come in again and are in error again.
@Suite struct RejectsAgainTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  /// Rejects of rejects are named after the first file, with a number, and take no other's place.
  @Test(arguments: ["csv", "vcf", "json"]) func areNumberedWhenInErrorAgain(ending: String) throws {
    let text = try #require(RejectsTests.texts.first { $0.ending == ending }?.text)
    let file = try fixture.file("kh.\(ending)", text)
    for name in ["kh.rejects", "kh.rejects.2", "kh.rejects.3"].map({ "\($0).\(ending)" }) {
      let input =
        name == "kh.rejects.\(ending)"
        ? file
        : fixture.file(
          name == "kh.rejects.2.\(ending)" ? "kh.rejects.\(ending)" : "kh.rejects.2.\(ending)")
      let before = try Data(contentsOf: URL(fileURLWithPath: input))
      let outcome = fixture.run("import", input)
      #expect(
        outcome.errors.contains(
          "Rows in error, with line and reason: \(fixture.file(name))\n"), "\(outcome.errors)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: input)) == before)
    }
  }

  /// A line that is no JSON is kept as it stands, also where it comes in again unmended.
  @Test func aLineThatIsNoRecordKeepsItsText() throws {
    let file = try fixture.file("kh.jsonl", "{\"name\": \"Ba\"}\n{\"name\": \"Tư\", sai}\n")
    let first = fixture.run("import", file, "--into", "customer")
    #expect(first.errors.contains("2 read = 1 added + 0 updated + 0 unchanged + 1 rejected"))
    let line =
      "{\"name\": null, \"import_line\": 2, \"import_reason\": \"column 16: this is not valid "
      + "JSON\", \"import_text\": \"{\\\"name\\\": \\\"Tư\\\", sai}\"}\n"
    #expect(try fixture.contents("kh.rejects.jsonl") == line)
    let again = fixture.run("import", fixture.file("kh.rejects.jsonl"), "--into", "customer")
    #expect(!again.errors.contains("not recognised"), "\(again.errors)")
    #expect(
      try fixture.contents("kh.rejects.json").contains(
        "\"import_text\": \"{\\\"name\\\": \\\"Tư\\\", sai}\"}"))
    // Mended, it comes in, and the text is nothing of it.
    let mended = try fixture.file(
      "kh.rejects.jsonl", line.replacing("null", with: "\"Tư\"", maxReplacements: 1))
    #expect(
      fixture.run("import", mended, "--into", "customer").errors
        == "Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n")
  }
}
