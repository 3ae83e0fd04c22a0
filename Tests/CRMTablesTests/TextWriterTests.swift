import CRMTables
import CRMTestSupport
import CRMValues
import Testing

/// Writes one sheet, or several under `severalSheets`, to memory.
func write(
  _ format: OutputFormat, _ sheets: [(OutputSheet, [[OutputCell]])],
  _ options: WriteOptions = WriteOptions()
) throws -> String {
  let sink = MemorySink()
  let writer = try openWriter(format, to: .sink(sink), options: options)
  for (sheet, rows) in sheets {
    try writer.beginSheet(sheet)
    for row in rows { try writer.write(row) }
  }
  try writer.finish()
  return sink.text
}

@Suite struct TextWriterTests {
  static let sheet = OutputSheet(
    key: "customer", title: "Khách hàng",
    columns: [
      OutputColumn(key: "code", title: "Mã", kind: .code),
      OutputColumn(key: "total", title: "Tổng", kind: .money),
      OutputColumn(key: "groups", title: "Nhóm", kind: .list),
    ])
  static let rows: [[OutputCell]] = [
    [.text("KH1"), .money(-1_500_000), .list(["VIP", "Miền Bắc"])],
    [.text("a \"b\", |\r\nc\td"), .empty, .list([])],
  ]

  @Test(arguments: [
    (
      OutputFormat.csv,
      "Mã,Tổng,Nhóm\r\nKH1,-1500000,VIP; Miền Bắc\r\n\"a \"\"b\"\", |\r\nc\td\",,\r\n"
    ),
    (.tsv, "Mã\tTổng\tNhóm\nKH1\t-1500000\tVIP; Miền Bắc\na \"b\", |  c d\t\t\n"),
    (
      .json,
      """
      [
      {"code": "KH1", "total": -1500000, "groups": ["VIP","Miền Bắc"]},
      {"code": "a \\"b\\", |\\r\\nc\\td", "total": null, "groups": []}
      ]

      """
    ),
    (
      .jsonl,
      """
      {"code": "KH1", "total": -1500000, "groups": ["VIP","Miền Bắc"]}
      {"code": "a \\"b\\", |\\r\\nc\\td", "total": null, "groups": []}

      """
    ),
    (
      .markdown,
      """
      | Mã | Tổng | Nhóm |
      | --- | ---: | --- |
      | KH1 | -1500000 | VIP; Miền Bắc |
      | a "b", \\|<br>c\td |  |  |

      """
    ),
  ]) func formats(_ format: OutputFormat, _ expected: String) throws {
    #expect(try write(format, [(TextWriterTests.sheet, TextWriterTests.rows)]) == expected)
  }

  @Test(arguments: [
    (OutputFormat.json, "{\n\"customer\": [\n{\"code\": \"A\"}\n],\n\"order\": []\n}\n"),
    (.jsonl, "{\"entity\": \"customer\", \"code\": \"A\"}\n"),
    (.markdown, "## Khách hàng\n\n| Mã |\n| --- |\n| A |\n\n## Đơn hàng\n\n| Mã |\n| --- |\n"),
  ]) func severalSheets(_ format: OutputFormat, _ expected: String) throws {
    var options = WriteOptions()
    options.severalSheets = true
    let columns = [OutputColumn(key: "code", title: "Mã")]
    let sheets: [(OutputSheet, [[OutputCell]])] = [
      (OutputSheet(key: "customer", title: "Khách hàng", columns: columns), [[.text("A")]]),
      (OutputSheet(key: "order", title: "Đơn hàng", columns: columns), []),
    ]
    #expect(try write(format, sheets, options) == expected)
  }

  @Test(arguments: [OutputFormat.csv, .tsv, .json, .jsonl, .markdown])
  func oneSheetOnly(_ format: OutputFormat) throws {
    let error = #expect(throws: CRMError.self) {
      try write(format, [(TextWriterTests.sheet, []), (TextWriterTests.sheet, [])])
    }
    #expect(error?.kind == .usage)
  }

  @Test(arguments: [OutputFormat.json: "[]\n", .csv: "", .jsonl: ""])
  func nothing(_ format: OutputFormat, _ expected: String) throws {
    #expect(try write(format, []) == expected)
  }

  @Test(arguments: [
    (OutputCell.decimal("1.5"), "1.5"), (.decimal("-0.25"), "-0.25"), (.decimal("007"), "\"007\""),
    (.decimal("1."), "\"1.\""), (.decimal(""), "\"\""), (.percent("12.5"), "12.5"),
    (.integer(.min), "-9223372036854775808"), (.bool(true), "true"),
    (.day("2026-12-20"), "\"2026-12-20\""),
    (.text("\u{0}\u{1F}\\\u{7F}😀"), "\"\\u0000\\u001f\\\\\u{7F}😀\""), (.empty, "null"),
  ]) func jsonValues(_ cell: OutputCell, _ expected: String) throws {
    let sheet = OutputSheet(key: "", title: "", columns: [OutputColumn(key: "a\"", title: "")])
    #expect(try write(.jsonl, [(sheet, [[cell]])]) == "{\"a\\\"\": \(expected)}\n")
  }

  /// export → import gives back every text, whatever is in it.
  @Test(arguments: [0x2C, 0x3B, 0x09, 0x7C] as [UInt8], [false, true])
  func csvRoundTrip(_ delimiter: UInt8, mark: Bool) throws {
    var dice = Seeded(state: UInt64(delimiter))
    for width in 1...4 {
      let rows = (0..<300).map { _ in (0..<width).map { _ in dice.text() } }
      var options = WriteOptions()
      options.dialect = CSVDialect(delimiter: delimiter, hasMark: mark)
      let columns = (0..<width).map { OutputColumn(key: "\($0)", title: "cột \($0)") }
      let sheet = OutputSheet(key: "", title: "", columns: columns)
      let text = try write(.csv, [(sheet, rows.map { $0.map(OutputCell.text) })], options)
      let reading = try read(text, ReadOptions(delimiter: delimiter))
      #expect(reading.error == nil)
      let back = reading.rows.dropFirst().map { $0.map(FormulaGuard.unguarded) }
      #expect(back.count == rows.count)
      for (got, wanted) in zip(back, rows) where !same(got, wanted) {
        Issue.record("\(wanted.debugDescription) came back as \(got.debugDescription)")
      }
    }
  }

  /// A rejects file has the dialect of the file the rows came from.
  @Test(arguments: ["a;b\n1;\"2;3\"\n", "sep=|\r\na|b\r\n1|2;3\r\n", "\u{FEFF}a\tb\r1\t2;3\r"])
  func sameDialect(_ text: String) throws {
    let folder = try TemporaryFolder()
    let source = try openTable(try folder.file("a.csv", Array(text.utf8)))
    var options = WriteOptions()
    options.dialect = try #require(source.dialect)
    options.guardsFormulas = false
    let rows = try source.rows(ofSheet: 0)
    let titles = try #require(try rows.next()).cells.map { OutputColumn(key: "", title: $0.text) }
    var cells: [[OutputCell]] = []
    while let row = try rows.next() { cells.append(row.cells.map { .text($0.text) }) }
    let sheet = OutputSheet(key: "", title: "", columns: titles)
    #expect(try write(.csv, [(sheet, cells)], options) == text)
  }

  private func same(_ one: [String], _ other: [String]) -> Bool {
    one.map { Array($0.utf8) } == other.map { Array($0.utf8) }
  }
}
