import CRMTables
import CRMValues
import Testing

@Suite struct JSONNodeTests {
  private func parsed(_ text: String) throws -> JSONNode {
    try JSONNode(parsing: Array(text.utf8), file: "f")
  }

  @Test(arguments: [
    ("null", JSONNode.null), (" true ", .bool(true)), ("-0.50e+3", .number("-0.50e+3")),
    ("12345678901234567890", .number("12345678901234567890")),
    (#""a\n\"\u00e9\ud83d\ude00""#, .text("a\n\"é😀")), ("[]", .array([])),
    ("[1,[false]]", .array([.number("1"), .array([.bool(false)])])),
    ("\u{FEFF}[2]", .array([.number("2")])),
  ])
  func readsEveryKindOfValue(text: String, node: JSONNode) throws {
    #expect(try parsed(text) == node)
  }

  @Test func objectsKeepTheirOrder() throws {
    guard case .object(let members) = try parsed(#"{"b": 1, "a": {}}"#) else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.name) == ["b", "a"])
    #expect(members[1].value == .object([]))
  }

  @Test(arguments: [
    ("", "f:1:1: the JSON ends too early"), ("{\"a\":\n 01}", "f:2:2: this is not valid JSON"),
    ("[1,]", "f:1:4: this is not valid JSON"), ("\"é\u{1}\"", "f:1:3: this is not valid JSON"),
    (#""\x""#, "f:1:3: this is not valid JSON"), (#""\ud800""#, "f:1:8: this is not valid JSON"),
    ("{} {}", "f:1:4: this is not valid JSON"), ("nul", "f:1:1: this is not valid JSON"),
    ("[true, nulls]", "f:1:8: this is not valid JSON"), ("[1.]", "f:1:2: this is not valid JSON"),
    ("[2, -", "f:1:5: this is not valid JSON"), ("[2,", "f:1:4: the JSON ends too early"),
  ])
  func pointsAtWhatIsWrong(text: String, message: String) {
    let error = #expect(throws: CRMError.self) { try parsed(text) }
    #expect(error?.message.en == message)
  }

  @Test func severalFollowEachOther() throws {
    func several(_ text: String) throws -> [JSONNode] {
      try JSONNode.several(parsing: Array(text.utf8), file: "f")
    }
    #expect(
      try several("\u{FEFF}[1]\n\n {\n}\"a\"") == [
        .array([.number("1")]), .object([]), .text("a"),
      ])
    #expect(try several(" \n").isEmpty)
    let error = #expect(throws: CRMError.self) { try several("{}\n[1") }
    #expect(error?.message.en == "f:2:3: the JSON ends too early")
  }

  @Test func deepNestingIsRefusedNotFollowed() {
    #expect(throws: CRMError.self) { try parsed(String(repeating: "[", count: 100_000)) }
  }
}
