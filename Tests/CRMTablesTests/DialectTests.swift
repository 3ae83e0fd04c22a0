import CRMTables
import Testing

@Suite struct DialectTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let delimiter: Character

    init(_ name: String, _ text: String, _ delimiter: Character) {
      testDescription = name
      self.text = text
      self.delimiter = delimiter
    }
  }

  static let examples = [
    Example("comma", "a,b,c\n1,2,3\n", ","),
    Example("semicolon", "a;b;c\n1;2;3\n", ";"),
    Example("tab", "a\tb\n1\t2\n", "\t"),
    Example("bar", "a|b\n1|2\n", "|"),
    Example("decimal commas under semicolons", "tên;giá;thuế\nA;1,5;2,5\nB;2,5;3,5\n", ";"),
    Example("semicolon lists under commas", "tên,nhóm\nA,x; y\nB,x; y\nC,x; y\n", ","),
    Example("delimiters in quotes", "a;b\n\"x,y,z\";1\n\"x,y,z\";2\n", ";"),
    Example("line breaks in quotes", "a;b\n\"x\n,\n,\";1\n\"x\n,\n,\";2\n", ";"),
    Example("a title line", "Danh sách khách hàng\n\nmã;tên;giá\n1;a;1,5\n2;b;2,5\n", ";"),
    Example("one column", "a\nb\n", ","),
    Example("ragged rows", "a,b,c\n1,2\n1,2,3\n1,2,3,4\n", ","),
    Example("a heading alone", "Mã KH;Tên khách hàng", ";"),
    Example("addresses with commas", "tên\tđịa chỉ\nA\t1, Lê Lợi, Huế\nB\t2, Lê Lai, Huế\n", "\t"),
    Example("sep line", "sep=|\na,b|c,d\n1,2|3,4\n", "|"),
    Example("sep line in quotes", "\"sep=;\"\r\na;b\r\n", ";"),
  ]

  @Test(arguments: examples) func delimiter(_ example: Example) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", Array(example.text.utf8))
    #expect(try openTable(path).dialect?.delimiter == example.delimiter.asciiValue)
  }

  @Test func chosenDelimiter() throws {
    let reading = try read("a,b;c\n1,2;3\n", ReadOptions(delimiter: 0x3B))
    #expect(reading.rows == [["a,b", "c"], ["1,2", "3"]])
  }

  @Test(arguments: [("a\nb", "\n"), ("a\r\nb", "\r\n"), ("a\rb", "\r"), ("\"\n\"\r\n1", "\r\n")])
  func lineBreak(_ text: String, _ lineBreak: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", Array(text.utf8))
    #expect(try openTable(path).dialect?.lineBreak == lineBreak)
  }

  @Test(
    arguments: [
      (",", UInt8(0x2C)), ("tab", 0x09), ("\\t", 0x09), ("\t", 0x09), ("semicolon", 0x3B),
      ("^", 0x5E),
      ("\"", nil), ("", nil), ("ab", nil), ("đ", nil), ("\n", nil),
    ] as [(String, UInt8?)]) func delimiterNames(_ name: String, _ byte: UInt8?)
  {
    #expect(CSVDialect.delimiter(named: name) == byte)
  }
}
