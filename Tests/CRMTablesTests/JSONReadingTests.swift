import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMTables

/// The sheets of a JSON file: their names and rows of texts, or the error.
func jsonSheets(_ text: String, _ options: ReadOptions = ReadOptions(), name: String = "a.json")
  throws -> [String]
{
  let folder = try TemporaryFolder()
  do {
    let source = try openTable(try folder.file(name, Array(text.utf8)), options: options)
    return try source.sheets.indices.map { index in
      let rows = try source.rows(ofSheet: index)
      var lines: [String] = []
      while let row = try rows.next() {
        lines.append("\(row.line): " + row.cells.map(\.text).joined(separator: "|"))
      }
      return (source.sheets[index].name ?? "-") + "\n" + lines.joined(separator: "\n")
    }
  } catch let error as CRMError {
    return [error.message.en.replacingOccurrences(of: folder.path + "/", with: "")]
  }
}

@Suite struct JSONReadingTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let sheets: [String]

    init(_ text: String, _ sheets: String...) { (testDescription, self.sheets) = (text, sheets) }
  }

  static let examples = [
    Example("[{\"a\":1,\"b\":\"x\"},\n{\"c\":null,\"a\":true}]", "-\n1: a|b|c\n1: 1|x|\n2: TRUE||"),
    Example("{\"a\":\"x\",\"b\":[1,\"y\",null]}", "-\n1: a|b\n1: x|1; y"),
    Example("[{\"a\":{\"b\":1,\"c\":{\"d\":2}}}]", "-\n1: a.b|a.c.d\n1: 1|2"),
    Example("[{\"a\":[{\"b\":\"\\n\"},[1,true]]}]", "-\n1: a\n1: {\"b\":\"\\n\"}; [1,true]"),
    Example(
      "{\"n\":2,\"customer\":[{\"a\":1}],\n\"x\":[],\"contact\":[{\"b\":1},\n{\"b\":2}]}",
      "customer\n1: a\n1: 1", "contact\n1: b\n2: 1\n3: 2"),
    Example(
      "{\"entity\":\"user\",\"a\":1}\n{\"entity\":\"unit\",\"b\":2}\n{\"entity\":\"user\",\"a\":3}\n",
      "user\n1: a\n1: 1\n3: 3", "unit\n1: b\n2: 2"),
    Example(
      "[{\"a\":12345678901234567890.10,\"b\":-1e-5}]", "-\n1: a|b\n1: 12345678901234567890.10|-1e-5"
    ),
    Example("[{\"a\":\"\\ud83d\\ude00\\u00e9\\/\"}]", "-\n1: a\n1: 😀é/"),
    Example("[{\"a\":1,\"a\":2}]", "-\n1: a\n1: 2"),
    Example("[]", "-\n"),
    Example("[{\"a\":1},]", "a.json:1:10: this is not valid JSON"),
    Example("[{\"a\":1},\n {\"ễ\":\"x", "a.json:2:9: the JSON ends too early"),
    Example("[{\"a\":01}]", "a.json:1:7: this is not valid JSON"),
    Example("[{\"a\":\"\\ud83d\"}]", "a.json:1:14: this is not valid JSON"),
    Example("[{\"a\":\"x\ny\"}]", "a.json:1:9: this is not valid JSON"),
    Example("[{\"a\" 1}]", "a.json:1:7: this is not valid JSON"),
    Example("[{\"a\":1}]]", "a.json:1:10: this is not valid JSON"),
    Example("[5]", "a.json:1: a record must be an object of names and values"),
    Example(
      "[{\"a\":" + String(repeating: "[", count: 200),
      "a.json:1:105: more than 100 arrays and objects in each other"),
  ]

  @Test(arguments: examples) func sheets(_ example: Example) throws {
    for size in [1, 2, 7, 1 << 16] {
      var options = ReadOptions(format: .json)
      options.chunkSize = size
      #expect(
        try jsonSheets(example.testDescription, options) == example.sheets, "chunks of \(size)")
    }
  }

  @Test func limits() throws {
    var options = ReadOptions(format: .json)
    options.cellLimit = 50
    let long = String(repeating: "x", count: 60)
    #expect(
      try jsonSheets("[{\"a\":\"\(long)\"}]", options) == [
        "a.json:1:7: a text or number longer than 50 bytes"
      ])
    let many = (0..<40).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(
      try jsonSheets("[\n{\(many)}]", options) == [
        "a.json:2: the record that starts here is too large"
      ])
    options.columnLimit = 2
    #expect(
      try jsonSheets("[{\"a\":1},\n{\"b\":1},\n{\"c\":1}]", options)
        == ["a.json:3: more than 2 different names in the file"])
  }

  /// What our own export of several kinds writes comes back sheet by sheet.
  @Test(arguments: [OutputFormat.json, .jsonl]) func roundTrip(_ format: OutputFormat) throws {
    var dice = Seeded(state: 3)
    let sink = MemorySink()
    var options = WriteOptions()
    options.severalSheets = true
    let writer = try openWriter(format, to: .sink(sink), options: options)
    var expected: [String] = []
    for key in ["customer", "contact"] {
      try writer.beginSheet(
        OutputSheet(
          key: key, title: key, columns: ["code", "x"].map { OutputColumn(key: $0, title: $0) }))
      var sheet = key
      for number in 0..<100 {
        let text = dice.text()
        try writer.write([.text("K\(number)"), .text(text)])
        sheet += "\u{1}K\(number)|\(text)"
      }
      expected.append(sheet)
    }
    try writer.finish()
    let folder = try TemporaryFolder()
    let source = try openTable(try folder.file("a.\(format.rawValue)", sink.bytes))
    let got = try source.sheets.indices.map { index in
      let rows = try source.rows(ofSheet: index)
      _ = try rows.next()
      var sheet = source.sheets[index].name ?? ""
      while let row = try rows.next() {
        sheet += "\u{1}" + row.cells.map(\.text).joined(separator: "|")
      }
      return sheet
    }
    #expect(got == expected)
  }
}
