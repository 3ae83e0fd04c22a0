import CRMTestSupport
import Foundation
import Testing

/// Bytes that are no text are refused where they stand, by whichever way JSON comes in: replaced,
/// a name would be kept that nobody has.
@Suite struct InputTextTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let place: String
    let reason: String

    init(_ name: String, _ parts: [[UInt8]], _ place: String, _ reason: String) {
      (testDescription, bytes, self.place, self.reason) =
        (name, Array(parts.joined()), place, reason)
    }

    init(_ name: String, _ bytes: [UInt8], _ reason: String) {
      let parts = [Array("\n{\"name\": \"Ấ".utf8), bytes, Array("x\"}".utf8)]
      self.init(name, parts, "2:12", reason)
    }
  }

  static let examples = [
    Example("a stray byte", [0xFF], "byte 0xFF is not UTF-8 text"),
    Example("a letter of Latin-1", [0xE9], "byte 0xE9 is not UTF-8 text"),
    Example("a sequence cut short", [0xE1, 0xBA], "byte 0xE1 is not UTF-8 text"),
    Example("a surrogate", [0xED, 0xA0, 0x80], "byte 0xED is not UTF-8 text"),
    Example("a longer form than needed", [0xC0, 0xAF], "byte 0xC0 is not UTF-8 text"),
    Example("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], "byte 0xF4 is not UTF-8 text"),
    Example(
      "in a name", [Array("{\"n".utf8), [0x80], Array("\": 1}".utf8)], "1:4",
      "byte 0x80 is not UTF-8 text"),
    Example(
      "between values", [Array("{\"name\": \"x\"}".utf8), [0xFE]], "1:14",
      "byte 0xFE is not UTF-8 text"),
    Example(
      "cut off by the end", [Array("{\"name\": \"x".utf8), [0xE1]], "1:12",
      "the file ends in the middle of a UTF-8 character"),
    Example(
      "many letters of Latin-1",
      [Array("{\"name\": \"Caf".utf8), [0xE9], Array(" cr\u{E8}me br".utf8), [0xFB, 0x6C, 0xE9]],
      "1:14", "byte 0xE9 is not UTF-8 text"),
    Example(
      "half a pair", [Array("{\"name\": \"\\ud800\"}".utf8)], "1:17", "this is not valid JSON"),
    Example(
      "the other half", [Array("{\"name\": \"\\udc00\"}".utf8)], "1:17",
      "this is not valid JSON"),
    Example(
      "two first halves", [Array("{\"name\": \"\\ud800\\ud800\"}".utf8)], "1:23",
      "this is not valid JSON"),
  ]

  private func expectRefused(_ outcome: Fixture.Outcome, _ file: String, _ example: Example) {
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasPrefix("crm: \(file):\(example.place): \(example.reason)\n"),
      "\(outcome.errors)")
    #expect(fixture.run("customer", "list", "--count").output == "0\n")
  }

  @Test(arguments: examples, ["json", "jsonl"])
  func ofAnImportedFile(_ example: Example, ending: String) throws {
    let file = fixture.file("kh.\(ending)")
    try Data(example.bytes).write(to: URL(fileURLWithPath: file))
    expectRefused(fixture.run("import", file, "--into", "customer"), file, example)
    expectRefused(
      fixture.run("customer", "import", file, "--type", "jsonl", "--preview"), file, example)
  }

  @Test(arguments: examples) func ofAFileOfFields(_ example: Example) throws {
    let file = fixture.file("kh.json")
    try Data(example.bytes).write(to: URL(fileURLWithPath: file))
    expectRefused(fixture.run("customer", "add", "--json", file), file, example)
  }

  @Test(arguments: examples) func ofFieldsOnStandardInput(_ example: Example) throws {
    let outcome = fixture.run(["customer", "add", "--json", "-"], bytes: example.bytes)
    expectRefused(outcome, "stdin", example)
  }

  /// A rule that a damaged row comes after good ones does not let these in.
  @Test func nothingOfAFileLands() throws {
    let lines = (1...500).map { "{\"name\": \"Khách \($0)\"}\n" }.joined()
    let file = fixture.file("kh.jsonl")
    try Data(Array(lines.utf8) + [0x22, 0xC3, 0x28]).write(to: URL(fileURLWithPath: file))
    let outcome = fixture.run("import", file, "--into", "customer")
    #expect(outcome.code == 1)
    #expect(outcome.errors.hasPrefix("crm: \(file):501:"), "\(outcome.errors)")
    #expect(fixture.run("customer", "list", "--count").output == "0\n")
  }

  /// An encoding that is named is believed, also of JSON.
  @Test func ofAnEncodingThatIsNamed() throws {
    let file = fixture.file("kh.json")
    try Data(Array("{\"name\": \"Caf".utf8) + [0xE9] + Array("\"}".utf8))
      .write(to: URL(fileURLWithPath: file))
    let outcome = fixture.run(
      "import", file, "--into", "customer", "--encoding", "windows-1252")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(fixture.run("customer", "list", "--columns", "name").output == "Name\nCafé\n")
  }

  /// What else is read as text.
  @Test func ofOtherInput() throws {
    try fixture.add(.customer, ["code": "K1", "name": "An"])
    let codes = fixture.run(
      ["customer", "delete", "-"], bytes: Array("K1\nK".utf8) + [0xFF, 0x0A])
    #expect(codes.code == 1)
    #expect(codes.errors == "crm: stdin:2:2: byte 0xFF is not UTF-8 text\n  Save it as UTF-8\n")
    let pairs = fixture.run(
      ["customer", "merge", "--pairs", "-"], bytes: Array("K1,K".utf8) + [0x80, 0x0A])
    #expect(pairs.errors.hasPrefix("crm: -:1:5: byte 0x80 is not UTF-8 text\n"))
    let edited = fixture.run(["comment", "edit", "TD000001", "-"], bytes: [0x41, 0xC3, 0x28])
    #expect(edited.errors.hasPrefix("crm: stdin:1:2: byte 0xC3 is not UTF-8 text\n"))
    #expect(fixture.run("customer", "list", "--count").output == "1\n")
  }
}
