import CRMTables
import CRMValues
import Testing

/// A record that is no JSON is one record with a fault, on its own line; the others are read.
@Suite struct JSONFaultTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    /// `line: cells` or `line! what is wrong`.
    let rows: [String]

    init(_ name: String, _ text: String, _ rows: String...) {
      (testDescription, self.name, self.rows) = (text, name, rows)
    }
  }

  static let examples = [
    Example(
      "a.jsonl", "{\"a\":1}\n{\"a\":2,\n{\"a\":3}\n", "1: 1",
      "2! column 8: the JSON ends too early",
      "3: 3"),
    Example(
      "a.jsonl", "{\"a\":1,\n\n{\"a\":2}\r\n5\r\n{\"a\" 3}\n{\"a\":4} x\n{\"a\":6}",
      "1! column 8: the JSON ends too early", "3: 2",
      "4! a record must be an object of names and values", "5! column 6: this is not valid JSON",
      "6! column 9: this is not valid JSON", "7: 6"),
    Example(
      "a.jsonl", "{\"a\":\"x}\n{\"a\":2}\n", "1! column 9: the JSON ends too early", "2: 2"),
    Example(
      "a.json", "[{\"a\":1},\n{\"a\":tru, \"b\":[\"]\"]},\n{\"a\":3}]", "1: 1",
      "2! column 6: this is not valid JSON", "3: 3"),
    Example(
      "a.json", "[\n  {\"a\": 1},\n  {\"a\": \"x},\n  {\"a\": 3}\n]", "2: 1",
      "3! column 13: this is not valid JSON", "4: 3"),
    Example(
      "a.json",
      "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n    \"b\": 2\n  },\n  {\n    \"a\": 3\n  }\n]",
      "2: 1", "5! line 7, column 5: this is not valid JSON", "9: 3"),
    // The bracket that closes it is missing.
    Example(
      "a.json", "[\n{\"a\":1},\n{\"a\":{\"b\":2},\n{\"a\":3}\n]", "2: 1",
      "3! line 4, column 1: this is not valid JSON", "4: 3"),
    Example(
      "a.json", "[{\"a\":1}, 5, {\"a\":2}]", "1: 1",
      "1! a record must be an object of names and values",
      "1: 2"),
    Example(
      "a.json", "{\"customer\":[{\"a\":1},{\"a\":},{\"a\":3}]}", "1: 1",
      "1! column 27: this is not valid JSON", "1: 3"),
  ]

  @Test(arguments: examples) func oneRecordOnItsLine(_ example: Example) throws {
    for size in [1, 2, 7, 1 << 16] {
      var options = ReadOptions()
      options.chunkSize = size
      let folder = try TemporaryFolder()
      let path = try folder.file(example.name, Array(example.testDescription.utf8))
      let rows = try openTable(path, options: options).rows(ofSheet: 0)
      _ = try rows.next()
      var got: [String] = []
      while let row = try rows.next() {
        got.append(
          row.fault.map { "\(row.line)! \($0.text.en)" }
            ?? "\(row.line): " + row.cells.map(\.text).joined(separator: "|"))
      }
      #expect(got == example.rows, "chunks of \(size)")
    }
  }

  /// A file that is cut off is not read as if it were whole.
  @Test(arguments: [
    ("[{\"a\":1},\n{\"a\":", "a.json:2:6: the JSON ends too early"),
    ("[{\"a\":tru},{\"a\":1}", "a.json:1:19: the JSON ends too early"),
    ("[{\"a\":x}]", "a.json:1:7: this is not valid JSON"),
  ]) func cutOff(_ text: String, _ message: String) throws {
    #expect(try jsonSheets(text) == [message])
  }
}
