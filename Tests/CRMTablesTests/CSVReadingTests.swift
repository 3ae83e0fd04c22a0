import CRMTables
import Testing

@Suite struct CSVReadingTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let rows: [[String]]
    let lines: [Int]

    init(_ name: String, _ text: String, _ rows: [[String]], lines: [Int]) {
      testDescription = name
      self.text = text
      self.rows = rows
      self.lines = lines
    }
  }

  static let examples = [
    Example("plain", "a,b\n1,2\n", [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Example("no last line break", "a,b\n1,2", [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Example("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Example(
      "lone CR", "a,b\r1,2\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]], lines: [1, 2, 3]),
    Example(
      "mixed", "a,b\r1,2\n3,4\r\n5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]],
      lines: [1, 2, 3, 4]),
    Example("blank lines", "a,b\n\n\r\n1,2\n\n", [["a", "b"], ["1", "2"]], lines: [1, 4]),
    Example("blank CR lines", "a,b\r\r\r1,2", [["a", "b"], ["1", "2"]], lines: [1, 4]),
    Example(
      "line breaks in quotes", "a,b\n\"x\ny\r\nz\rw\",\"\n\"\n1,2",
      [["a", "b"], ["x\ny\r\nz\rw", "\n"], ["1", "2"]], lines: [1, 2, 7]),
    Example(
      "quotes", "a,b\n\"x\"\"y\",\"\"\n\"\"\"\",\",\"",
      [["a", "b"], ["x\"y", ""], ["\"", ","]], lines: [1, 2, 3]),
    Example(
      "stray quotes", "a,b\n5\" nail,say \"hi\"\n", [["a", "b"], ["5\" nail", "say \"hi\""]],
      lines: [1, 2]),
    Example(
      "quotes in a quoted cell", "a,b\n\"Công ty \"ABC\" Hà Nội\",x\n",
      [["a", "b"], ["Công ty \"ABC\" Hà Nội", "x"]], lines: [1, 2]),
    Example(
      "spaces outside", "a , b\n 1 ,\"2\" \n \" 3 \", 4\n",
      [["a", "b"], ["1", "2"], [" 3 ", "4"]], lines: [1, 2, 3]),
    Example(
      "ragged", "a,b,c\n1\n1,2,3,4\n,\n",
      [["a", "b", "c"], ["1"], ["1", "2", "3", "4"], ["", ""]],
      lines: [1, 2, 3, 4]),
    Example("one column", "a\n\"\"\nb\n", [["a"], [""], ["b"]], lines: [1, 2, 3]),
    Example(
      "NUL kept", "a,b\nx\u{0}y,\u{0}\nmany more letters than NULs are here,so it is text\n",
      [
        ["a", "b"], ["x\u{0}y", "\u{0}"],
        ["many more letters than NULs are here", "so it is text"],
      ], lines: [1, 2, 3]),
    Example(
      "separator line", "sep=|\r\na|b,c\r\n1|2", [["a", "b,c"], ["1", "2"]], lines: [2, 3]),
    Example(
      "quotes after spaces everywhere", "a, \"b\", \"c, d\"\n", [["a", "b", "c, d"]], lines: [1]),
    Example(
      "a quote after a space where it makes the rows agree",
      "\"a\",\"b\"\n\"1\",\"2\"\n\"3\", \"4, 5\"\n", [["a", "b"], ["1", "2"], ["3", "4, 5"]],
      lines: [1, 2, 3]),
    Example(
      "quotes after spaces as text", "a,\"b\"\n1, \"x\" \n2,\t\"y\"\"\n3,\"z\"\n",
      [["a", "b"], ["1", " \"x\" "], ["2", "\t\"y\"\""], ["3", "z"]], lines: [1, 2, 3, 4]),
    Example(
      "spaces between", "a 1\nb 2\nc 3\n", [["a", "1"], ["b", "2"], ["c", "3"]],
      lines: [1, 2, 3]),
    Example(
      "names under a heading", "Họ tên\nLê An\nTạ Hà\n", [["Họ tên"], ["Lê An"], ["Tạ Hà"]],
      lines: [1, 2, 3]),
    Example(
      "byte-order mark before a quote", "\u{FEFF}\"a,b\",c\n1,2", [["a,b", "c"], ["1", "2"]],
      lines: [1, 2]),
    Example(
      "leading zero, plus, date", "a,b\n0912345678,+84 1\n01/02/2026,1e5\n",
      [["a", "b"], ["0912345678", "+84 1"], ["01/02/2026", "1e5"]], lines: [1, 2, 3]),
    Example(
      "Vietnamese", "Mã,Tên\nKH1,Nguyễn Đức\nKH2,Hoà😀\n",
      [["Mã", "Tên"], ["KH1", "Nguyễn Đức"], ["KH2", "Hoà😀"]], lines: [1, 2, 3]),
  ]

  @Test(arguments: examples) func rows(_ example: Example) throws {
    let reading = try read(example.text)
    #expect(reading == Reading(rows: example.rows, lines: example.lines, error: nil))
  }

  /// Every border between two chunks is met: inside quotes, between CR and LF, inside a letter.
  @Test(arguments: examples) func chunkBorders(_ example: Example) throws {
    for size in 1...min(example.text.utf8.count, 40) {
      var options = ReadOptions()
      options.chunkSize = size
      let reading = try read(example.text, options)
      #expect(reading == Reading(rows: example.rows, lines: example.lines), "chunks of \(size)")
    }
  }

  /// The 64 KB that are looked at beforehand end somewhere in these rows.
  @Test func longFile() throws {
    var text = "Mã;Tên\r\n"
    for number in 0..<20_000 { text += "KH\(number);\"Nguyễn\r\nĐức \"\"A\"\"\"\r\n" }
    var options = ReadOptions()
    options.chunkSize = 1000
    let reading = try read(text, options)
    #expect(reading.rows.count == 20_001)
    #expect(reading.rows[19_999] == ["KH19998", "Nguyễn\r\nĐức \"A\""])
    #expect(reading.lines[20_000] == 2 + 19_999 * 2)
    #expect(reading.error == nil)
  }

  /// Nearly as long as one may be, and longer.
  @Test func greatCell() throws {
    let cell = String(repeating: "đ", count: (2 << 20) - 1)
    let reading = try read("a,b\n\"\(cell)\",x\n1,2\n")
    #expect(reading.rows.map(\.count) == [2, 2, 2])
    #expect(reading.rows.dropFirst().first?.first == cell)
    let refused = try read("a,b\n\"\(cell)đđ\",x\n1,2\n")
    #expect(refused.rows == [["a", "b"]])
    #expect(
      refused.error?.contains(":2: cell 1, which starts here, is longer than 4 MB")
        == true)
  }

  @Test func cellLimit() throws {
    var options = ReadOptions()
    options.cellLimit = 100
    options.chunkSize = 16
    let long = String(repeating: "x", count: 101)
    let reading = try read("a,b\n1,2\n3,\"\(long)\n4,5\n", options)
    #expect(reading.rows == [["a", "b"], ["1", "2"]])
    #expect(reading.error == "a.csv:3: cell 2, which starts here, is longer than 100 bytes")
  }

  @Test func columnLimit() throws {
    let reading = try read("a,b\n" + String(repeating: ",", count: 100_000) + "\n1,2\n")
    #expect(reading.rows == [["a", "b"]])
    #expect(reading.error == "a.csv:2: the row has more than 16,384 cells")
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", "a.csv:2: the quote that opens cell 2 is never closed"),
    ("a,b\n\"x\ny\",1\n\n\"z\n", "a.csv:5: the quote that opens cell 1 is never closed"),
    ("\"", "a.csv:1: the quote that opens cell 1 is never closed"),
    ("a,b\n1,\"2\n3,\"\"\n", "a.csv:2: the quote that opens cell 2 is never closed"),
  ]) func unclosedQuote(_ text: String, _ message: String) throws {
    #expect(try read(text).error == message)
  }

  @Test func errorsRepeatAndSheetsAreReadOnce() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", Array("a\n\"b".utf8))
    let source = try openTable(path)
    let rows = try source.rows(ofSheet: 0)
    #expect(try rows.next()?.cells == [.text("a")])
    #expect(throws: (any Error).self) { try rows.next() }
    #expect(throws: (any Error).self) { try rows.next() }
    #expect(throws: (any Error).self) { try source.rows(ofSheet: 0) }
  }
}
