import CRMTables
import Foundation
import Testing

/// Files of other projects, with rows that their programs show (Fixtures/xls/LICENSES.md).
@Suite struct XLSFixtureTests {
  struct Sample: CustomTestStringConvertible {
    var file: String
    var sheets: [String]
    /// The sheet and the line from 1 that `cells` are in, and the lines of the sheet.
    var sheet: Int
    var line: Int
    var lines: Int
    var cells: [Cell]

    init(
      _ file: String, _ sheets: [String], _ sheet: Int, _ line: Int, of lines: Int, _ cells: [Cell]
    ) {
      (self.file, self.sheets, self.sheet) = (file, sheets, sheet)
      (self.line, self.lines, self.cells) = (line, lines, cells)
    }

    var testDescription: String { "\(file) \(sheet):\(line)" }
  }

  private static func numbers(_ texts: String...) -> [Cell] {
    texts.map { $0.isEmpty ? .empty : .number(Double($0) ?? .nan, shown: $0) }
  }

  private static let formatSheets = [
    "Implied", "ImpliedNegative", "2011", "Miscellany", "SSF",
  ]

  @Test(
    arguments: [
      // BIFF2, a formula with a text.
      Sample(
        "sheetjs__CRLFX5_2.XLS", ["sheetjs__CRLFX5_2"], 0, 2, of: 2,
        [.text("Formula"), .text("abc\r\ndef")]),
      Sample(
        "sheetjs__CRLFX5_3.XLS", ["Sheet1"], 0, 1, of: 2, [.text("Normal"), .text("abc\ndef")]),
      Sample(
        "poi__testEXCEL_3.xls", ["Sheet1"], 0, 6, of: 35,
        [
          .text("1977/78"), .empty, .number(376.2, shown: "376"), .number(395.2, shown: "395"),
          .empty, .number(87.4, shown: "87"), .number(133, shown: "133"), .empty,
          .number(463.6, shown: "464"), .number(528.2, shown: "528"),
        ]),
      Sample(
        "poi__testEXCEL_4.xls", ["Sheet1"], 0, 8, of: 163,
        [
          .text("Type and size of return"), .text("Returns filed"), .empty, .empty,
          .text("Revenue agent"),
        ]),
      // BIFF5, truth values, dates, no cell at all in between.
      Sample(
        "calamine__biff5_write.xls", ["SheetJS"], 0, 2, of: 4,
        [.bool(true), .bool(false), .empty, .text("sheetjs")]),
      // Quattro Pro, which states a code page of 0x8001.
      Sample(
        "sheetjs__write_57.xls", ["A"], 0, 3, of: 4,
        [
          .text("foo"), .text("bar"), .dateTime("2014-02-19T00:00:00"),
          .number(0.1 + 0.2, shown: "0.3"),
        ]),
      // BIFF5 in Windows-1258.
      Sample(
        "sheetjs__number_format_vietnamese.xls", formatSheets, 1, 13, of: 29,
        numbers("15") + [
          .dateTime("1866-03-13T07:42:23"), .text("d-mmm-yy"), .text("13-Thg3-66"),
          .text("d-mmm-yy"), .bool(true),
        ]),
      Sample(
        "sheetjs__biff5_ErrorTypes.xls", ["RawErrors"], 0, 3, of: 14,
        [.error("#DIV/0!"), .error("#DIV/0!"), .text("#DIV/0?"), .text("#DIV/0")]
          + numbers("2", "2", "16") + [.bool(true), .bool(false), .bool(false)]),
      // BIFF8.
      Sample(
        "readxl__vietnamese-utf8.xls", ["Sheet1"], 0, 4, of: 7,
        [.text("CÁT THÔ lẫn sạn thạch anh")]),
      Sample(
        "calamine__date_1904.xls", ["Sheet1"], 0, 1, of: 3, [.day("2021-01-01")] + numbers("15")),
      Sample(
        "calamine__date_1904.xls", ["Sheet1"], 0, 3, of: 3,
        [.time(seconds: 918_610)] + numbers("17")),
      Sample(
        "poi__BOOK_in_capitals.xls",
        ["301. exposures by cpty and agreement_301_NTTX_EXCEL.rpt"], 0, 10, of: 23,
        [.text("Report Date: "), .day("2013-01-16")]),
      Sample(
        "readxl__mtcars.xls", ["head(mtcars)"], 0, 3, of: 7,
        numbers("21", "6", "160", "110", "3.9", "2.875", "17.02", "0", "1", "4", "4")),
      Sample(
        "sheetjs__sheet_visibility.xls", ["Visible", "Hidden", "VeryHidden"], 2, 2, of: 2,
        numbers("86", "101", "114", "121", "72", "105", "100", "100", "101", "110")),
      Sample(
        "xlrd__ragged.xls", ["Sheet1", "Sheet2", "Sheet3"], 0, 5, of: 5,
        [.text("k"), .empty, .empty, .text("l")]),
    ])
  func rows(_ sample: Sample) throws {
    let reading = try readXLS(path: fixture(sample.file))
    #expect(reading.error == nil)
    #expect(reading.sheets == sample.sheets)
    #expect(reading.rows[sample.sheet].count == sample.lines)
    #expect(reading.rows[sample.sheet][sample.line - 1] == sample.cells)
  }

  @Test func hiddenSheets() throws {
    let source = try openTable(fixture("sheetjs__sheet_visibility.xls"))
    #expect(source.sheets.map(\.isHidden) == [false, true, true])
    #expect(source.format == .xls)
    #expect(source.dialect == nil)
  }

  /// A table of texts of 135 rows that takes several records, also from a pipe.
  @Test func sharedTexts() throws {
    let path = fixture("calamine__sst_continue.xls")
    let reading = try readXLS(path: path)
    #expect(reading.rows.first?.count == 136)
    #expect(reading.rows.first?.joined().allSatisfy { !$0.text.contains("\u{FFFD}") } == true)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/cat")
    process.arguments = [path]
    process.standardOutput = pipe
    try process.run()
    let source = try openTable(
      descriptor: pipe.fileHandleForReading.fileDescriptor, name: "-")
    let rows = try source.rows(ofSheet: 0)
    var lines = 0
    while try rows.next() != nil { lines += 1 }
    #expect(lines == reading.rows.first?.count { !$0.isEmpty })
  }

  @Test(
    arguments: [
      ("sheetjs__password_2002_40_xor.xls", "the file is protected with a password"),
      ("sheetjs__password_2002_128_strong.xls", "the file is protected with a password"),
      ("messytables__encrypted_no_password.xls", "the file is protected with a password"),
      (
        "poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-4819588401201152.xls",
        "the file is damaged: nothing makes sense at byte 0"
      ),
    ])
  func refused(_ file: String, _ reason: String) throws {
    #expect(try readXLS(path: fixture(file)).error == "\(file): \(reason)")
  }

  @Test func oneLineOfText() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.xls", Array("The report could not be made!\r\n".utf8))
    #expect(
      try readXLS(path: path).error == "a.xls: the file is not a workbook, whatever it is called")
    #expect(throws: (any Error).self) { try openTable(path) }
    for (index, text) in ["Name\tPhone\nAn\t0912\n", "Name,Phone\n", "Name\nAn\n"].enumerated() {
      let table = try folder.file("\(index).xls", Array(text.utf8))
      #expect(try openTable(table).format == .csv)
    }
  }
}
