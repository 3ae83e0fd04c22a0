import CRMTables
import CRMValues
import Testing

/// Quotes that neither open nor close a cell: text within their line, an error beyond it. No row
/// is ever read into the cell of another.
@Suite struct StrayQuoteTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let rows: [[String]]

    init(_ text: String, _ rows: [[String]]) { (testDescription, self.rows) = (text, rows) }
  }

  static let examples = [
    Example(
      "a,b\nA,\"ống 5\" dài\nB,x\nD,\"z\"\n",
      [["a", "b"], ["A", "\"ống 5\" dài"], ["B", "x"], ["D", "z"]]),
    // The quote of the next cell is not the one that closes.
    Example(
      "a,b,c\nA,\"ống 5\" dài,\"x\"\nB,y,z\n",
      [["a", "b", "c"], ["A", "\"ống 5\" dài", "x"], ["B", "y", "z"]]),
    Example(
      "a,b\n\"Công ty \"A, B\" HN\",x\n1,2\n",
      [["a", "b"], ["Công ty \"A, B\" HN", "x"], ["1", "2"]]),
    Example("a;b\n\"x\" \"y\";1\n", [["a", "b"], ["x\" \"y", "1"]]),
    Example("a,b\n\"x\"y\"\"z,1\n", [["a", "b"], ["\"x\"y\"\"z", "1"]]),
    Example("a,b\n\"5\"  , \"6\"7 ,\n", [["a", "b"], ["5", "\"6\"7", ""]]),
    Example(
      "a,b\r\n\"x\"y,1\r\n\"p\r\nq\",2\r\n", [["a", "b"], ["\"x\"y", "1"], ["p\r\nq", "2"]]),
    Example("a,b\n1,\"x\"y", [["a", "b"], ["1", "\"x\"y"]]),
    Example("a\tb\n\"5\" x\t\"6\" y\n", [["a", "b"], ["\"5\" x", "\"6\" y"]]),
  ]

  @Test(arguments: examples) func textWithinALine(_ example: Example) throws {
    for size in [1, 2, 3, 5, 1 << 16] {
      var options = ReadOptions()
      options.chunkSize = size
      let reading = try read(example.testDescription, options)
      #expect(reading.error == nil)
      #expect(reading.rows == example.rows, "chunks of \(size)")
    }
  }

  /// What is read of such a line does not grow with the quotes that were read before: with work by
  /// the square these would take minutes.
  @Test(arguments: [
    ("\"a\"b\"", "a\"b"), ("\"5\" x", "\"5\" x"), ("\"x\"y\"\"z", "\"x\"y\"\"z"),
    ("5\" x", "5\" x"),
  ]) func manyInALine(_ cell: String, _ read: String) throws {
    let count = 16_000
    let heading = [String](repeating: "h", count: count)
    let line = [String](repeating: cell, count: count - 1)
    // The last quote might close what the first opens, were there not too few cells then.
    let text = ([heading] + [line + ["z\""], line + ["z"]]).map { $0.joined(separator: ",") }
    let reading = try CRMTablesTests.read(text.joined(separator: "\n"))
    #expect(reading.error == nil)
    let expected = [String](repeating: read, count: count - 1)
    #expect(reading.rows == [heading, expected + ["z\""], expected + ["z"]])
  }

  @Test(arguments: [
    ("a,b\n1,2\n3,\"ống 5 inch\n4,x\n5,\"z\"\n6,y\n", 3, 2),
    ("a,b\n\"x\ny\"z\nq\",1\n", 2, 1), ("a,b\r\n1,\"5\r\n2,\"z\"\r\n", 2, 2),
    ("a;b\n\"1;2\n\"3\";4\n", 2, 1),
  ]) func errorBeyondIt(_ text: String, _ line: Int, _ cell: Int) throws {
    for size in [1, 2, 1 << 16] {
      var options = ReadOptions()
      options.chunkSize = size
      #expect(
        try read(text, options).error
          == "a.csv:\(line): the quote that opens cell \(cell) is not closed on its line, and the "
          + "next quote closes nothing")
    }
  }

  private func faults(_ text: String) throws -> [Int: String] {
    let folder = try TemporaryFolder()
    let rows = try openTable(try folder.file("a.csv", Array(text.utf8))).rows(ofSheet: 0)
    var faults: [Int: String] = [:]
    while let row = try rows.next() { faults[row.line] = row.fault?.text.en }
    return faults
  }

  /// Two quotes meant as inches, rows apart, are a well-formed cell of all between.
  @Test func rowsInACellAreAFault() throws {
    let text = "a,b,c\nHai,2,\"ống 5 inch\nBa,3,x\nNăm,5,ống 3\"\nSáu,6,y\n"
    #expect(
      try faults(text) == [
        2:
          "cell 3 is in quotes and holds 3 lines that look like rows: close its quote on the first "
          + "of them, or write a quote that is text twice"
      ])
  }

  /// Notes have line breaks, and sentences commas.
  @Test(arguments: [
    "a,b,c\n1,2,\"dòng 1\n12 Lê Lợi, Phường 1, Quận 3\n\"\n", "a,b,c\n\"x\ny\",\"p,q\nr\",3\n",
    "a,b\n1,\"x\ny,z\n\"\n", "a,b,c\n1,2,\"x\ny,z\"\n",
  ]) func notesAreNone(_ text: String) throws {
    #expect(try faults(text).isEmpty)
  }
}
