import CRMTestSupport
import Testing

/// The codes of a list on standard input are those of its column of codes, and nothing else that
/// stands in it.
@Suite struct PipedTableTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  /// Returns what `-` names, a code a line.
  private func named(_ input: String, _ noun: String = "customer") -> [String] {
    let outcome = fixture.run(noun, "export", "-", "--tsv", "-", "--columns", "code", input: input)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").dropFirst().map(String.init)
  }

  static let texts = [
    "gọi lại\nKH000002", "x\nKH000002,y\nz", "x\nKH000002;y\nz", "x\nKH000002,y",
    "ống 5\" dài\t\tKH000002\nz", "\"\nKH000002\n\"", "KH000002,KH000003", "\"a\", KH000002",
  ]

  /// KH000001 has a text with codes of others behind breaks, separators and quotes.
  @Test(arguments: texts, ["code,description", "description,code", "name,description,code,phones"])
  func whatStandsInOtherCellsIsNoCode(text: String, columns: String) throws {
    try fixture.edit(.customer, "KH000001", ["description": text])
    let one = ["--where", "code = KH000001", "--columns", columns]
    for form in ["csv", "tsv", "json", "jsonl"] {
      let list = fixture.run(["customer", "list", "--format", form] + one)
      #expect(named(list.output) == ["KH000001"], "a list as \(form): \(list.output)")
      let export = fixture.run(["customer", "export", "--\(form)", "-"] + one)
      #expect(named(export.output) == ["KH000001"], "an export as \(form): \(export.output)")
    }
  }

  /// A list has no quotes around cells, an export has: where both readings make rows, and other
  /// codes, nobody guesses.
  @Test func quotesThatReadInTwoWaysAreRefused() throws {
    try fixture.edit(.customer, "KH000001", ["description": "gọi\nKH000002\tlại"])
    let words = ["customer", "export", "KH000001", "--columns", "code,description"]
    let tabbed = fixture.run(words + ["--tsv", "-"]).output
    #expect(tabbed == "Code\tDescription\nKH000001\t\"gọi\nKH000002\tlại\"\n")
    let outcome = fixture.run("customer", "delete", "-", "--yes", input: tabbed)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == "crm: -:2: the quotes from here on can be read in two ways\n"
        + "  Give it as CSV or JSON: --format csv, --csv -\n")
    #expect(
      fixture.runVietnamese("customer", "delete", "-", input: tabbed).errors.contains(
        "-:2: dấu nháy kép từ dòng này có thể hiểu theo hai cách"))
    #expect(named(fixture.run(words + ["--csv", "-"]).output) == ["KH000001"])
    // Quotes of which both readings make the same are none to ask about.
    #expect(named("Code\tName\nKH000001\t\"A\" x\nKH000002\t\"B\n") == ["KH000001", "KH000002"])
  }

  @Test func otherKindsAsWell() throws {
    try fixture.add(.product, ["code": "SP77", "name": "Ống", "description": "dài\nSP01,\"x\""])
    let list = fixture.run(
      "product", "list", "--where", "code = SP77", "--format", "csv", "--columns",
      "description,code")
    #expect(named(list.output, "product") == ["SP77"])
  }

  @Test(arguments: [
    // As spreadsheet programs write it here, with rows of nothing below.
    "sep=;\nGhi chú;Mã khách hàng\n\"x; y\nKH000003\";KH000001\n;\n\n;KH000002\n",
    "\"name\",\"code\"\n\"A, B\",\"KH000001\"\n\"C\",\"KH000002\"\n",
    "\"code\"\n\"KH000001\"\n\"KH000002\"\n", "Code\n\"KH000001\"\n  KH000002\n",
    "Code,Name\nKH000001,Công ty A, B\nKH000002\n", "\nName\tCode\nAn\tKH000001\n\t\n\tKH000002",
    "KH000001\tgọi\tlại\nKH000002\n", "KH000001\nNguyễn Thị Hoa\n",
  ])
  func tablesOfOthers(input: String) throws {
    try fixture.edit(.customer, "KH000002", ["name": "Nguyễn Thị Hoa"])
    #expect(named(input) == ["KH000001", "KH000002"])
  }

  @Test(arguments: [
    ("Name,Code\nAn\n", "-:2: no code in column 2"),
    ("Code,Name\nKH000001,An\n,Nguyễn Đức An\n", "-:3: no code in column 1"),
    ("Note,Code\n\"a\nb\",KH000001\n\nNguyễn Đức An\n", "-:5: no code in column 2"),
    ("Name\tCode\nAn\n", "-:2: no code in column 2"),
    (
      "Name,Code\nCông ty A, KH000002,KH000001\n",
      "-:2: 3 cells below 2 headings, so which is the code?"
    ),
    ("Name\tCode\nA\tKH000002\tKH000001\n", "-:2: 3 cells below 2 headings"),
    ("Note,Code\n\"x,KH000001\n", "-:2: the quote that opens cell 1 is never closed"),
    ("Name,Phones\nAn,1\n", "standard input has no column of codes: Name,Phones"),
  ])
  func aRowWithoutItsCodeIsRefused(input: String, message: String) {
    let outcome = fixture.run("customer", "delete", "-", "--yes", input: input)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  @Test func theRefusalIsVietnamese() {
    let short = fixture.runVietnamese("customer", "delete", "-", input: "Name,Code\nAn\n")
    #expect(short.errors.contains("-:2: không có mã ở cột 2"))
    #expect(short.errors.contains("phải đặt trong dấu nháy kép"))
    let long = fixture.runVietnamese("customer", "delete", "-", input: "Name,Code\nA,B,C\n")
    #expect(long.errors.contains("-:2: 3 ô dưới 2 tiêu đề, không rõ ô nào là mã"))
    let number = fixture.runVietnamese("customer", "delete", "-", input: "[1]")
    #expect(number.errors.contains("không phải mã, cũng không phải đối tượng có mã: 1"))
  }

  @Test(arguments: [
    "{\n  \"code\": \"KH000001\",\n  \"name\": \"An\"\n}\n{\n  \"code\": \"KH000002\"\n}\n",
    "{\"name\":\"a\\nb\",\"Code\":\"KH000001\"}{\"Mã khách hàng\":\"KH000002\"}",
    "[\n  \"KH000001\",\n  {\"contacts\": [{\"code\": \"LH1\"}], \"code\": \"KH000002\"}\n]\n",
    "\u{FEFF}[\"KH000001\"]\n[\"KH000002\"]\n",
  ])
  func jsonStandsAsItMay(input: String) { #expect(named(input) == ["KH000001", "KH000002"]) }

  @Test(arguments: [
    ("[1]", "neither a code nor an object with a code: 1"),
    ("{\"code\": null}", "neither a code nor an object with a code: {\"code\":null}"),
    ("[[\"KH000001\"]]", "neither a code nor an object with a code: [\"KH000001\"]"),
    ("[\"\"]", "neither a code nor an object with a code: \"\""),
    ("{\n\"code\": \"KH000001\"", "-:2:19: the JSON ends too early"),
  ])
  func jsonWithoutACodeIsRefused(input: String, message: String) {
    let outcome = fixture.run("customer", "delete", "-", "--yes", input: input)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(!outcome.errors.contains("--columns code"))
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }
}
