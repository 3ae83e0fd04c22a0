import CRMValues
import Foundation
import Testing

@testable import CRMTables

/// Reads parts of a workbook with unzip, until the reader of workbooks is there.
private let hasUnzip = FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")

@Suite(.enabled(if: hasUnzip, "needs unzip"))
struct WorkbookTests {
  private func part(_ name: String, of path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = ["-p", path, name]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func sheet(_ column: OutputColumn, title: String = "T") -> OutputSheet {
    OutputSheet(key: "t", title: title, columns: [column])
  }

  private func cell(_ cell: OutputCell, _ kind: ColumnKind = .text) throws -> String {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.xlsx"
    let writer = try openWriter(.xlsx, to: .path(path))
    try writer.beginSheet(sheet(OutputColumn(key: "a", title: "A", kind: kind)))
    try writer.write([cell])
    try writer.finish()
    let xml = try part("xl/worksheets/sheet1.xml", of: path)
    let row = try #require(xml.range(of: "<row r=\"2\"") ?? xml.range(of: "</sheetData>"))
    let start = try #require(xml[row.lowerBound...].firstIndex(of: ">"))
    let end = xml[row.lowerBound...].range(of: "</row>")?.lowerBound ?? row.upperBound
    return start < end ? String(xml[xml.index(after: start)..<end]) : ""
  }

  private static func text(_ text: String, style: String = "") -> String {
    "<c r=\"A2\"\(style) t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  @Test(arguments: [
    (OutputCell.text("Nguyễn & <Đức>"), ColumnKind.text, text("Nguyễn &amp; &lt;Đức&gt;")),
    (.text("0912345678"), .code, text("0912345678", style: " s=\"1\"")),
    (.text("=1+1"), .text, text("=1+1")),
    (.text("a\u{0}b_x000D_\u{1F}\r"), .text, text("a_x0000_b_x005F_x000D__x001F__x000D_")),
    (.text("a_xyz"), .text, text("a_xyz")),
    (.integer(42), .integer, "<c r=\"A2\" s=\"3\"><v>42</v></c>"),
    (.money(1_500_000), .money, "<c r=\"A2\" s=\"4\"><v>1500000</v></c>"),
    (.money(.max), .money, text("9223372036854775807", style: " s=\"1\"")),
    (.decimal("-1.5"), .decimal, "<c r=\"A2\"><v>-1.5</v></c>"),
    (.decimal("1.2345678901234567"), .decimal, text("1.2345678901234567", style: " s=\"1\"")),
    (.percent("8"), .percent, "<c r=\"A2\" s=\"5\"><v>0.08</v></c>"),
    (.percent("12.5"), .percent, "<c r=\"A2\" s=\"6\"><v>0.125</v></c>"),
    (.day("2026-12-20"), .day, "<c r=\"A2\" s=\"7\"><v>46376</v></c>"),
    (.day("1900-03-01"), .day, "<c r=\"A2\" s=\"7\"><v>61</v></c>"),
    (.day("1900-02-28"), .day, text("1900-02-28", style: " s=\"1\"")),
    (.day("2026-02-29"), .day, text("2026-02-29", style: " s=\"1\"")),
    (.day("--12-20"), .day, text("20/12", style: " s=\"1\"")),
    (.dateTime("2026-12-20T06:00:00"), .dateTime, "<c r=\"A2\" s=\"8\"><v>46376.25</v></c>"),
    (.bool(true), .bool, "<c r=\"A2\" t=\"b\"><v>1</v></c>"),
    (.list(["VIP", "A"]), .list, text("VIP; A")),
  ]) func cells(_ value: OutputCell, _ kind: ColumnKind, _ expected: String) throws {
    // Styles are numbered as they are first used, headings being the first or the second.
    let got = try cell(value, kind).replacing(#/ s="\d+"/#, with: " s=\"\"")
    #expect(got == expected.replacing(#/ s="\d+"/#, with: " s=\"\""))
  }

  @Test func heading() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.xlsx"
    let writer = try openWriter(.xlsx, to: .path(path))
    try writer.beginSheet(
      OutputSheet(
        key: "c", title: "Khách hàng",
        columns: [
          OutputColumn(key: "a", title: "Mã", kind: .code),
          OutputColumn(key: "b", title: "Loại", width: 40, choices: ["Cá nhân", "Tổ chức"]),
        ]))
    for _ in 0..<3 { try writer.write([.text("KH1"), .text("Cá nhân")]) }
    try writer.finish()
    let xml = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(xml.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
    #expect(xml.contains("state=\"frozen\""))
    #expect(xml.contains("<autoFilter ref=\"A1:B4\"/>"))
    #expect(xml.contains("<col min=\"2\" max=\"2\" width=\"40.7109375\""))
    #expect(xml.contains("<formula1>\"Cá nhân,Tổ chức\"</formula1>"))
    #expect(try part("xl/workbook.xml", of: path).contains("<sheet name=\"Khách hàng\""))
    #expect(try part("xl/styles.xml", of: path).contains("<b/>"))
  }

  @Test(arguments: [
    (OutputCell.day("2026-12-20"), "dd/mm/yyyy"),
    (.dateTime("2026-12-20 08:30"), "dd/mm/yyyy hh:mm"),
  ]) func dateFormats(_ cell: OutputCell, _ format: String) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.xlsx"
    let writer = try openWriter(.xlsx, to: .path(path))
    try writer.beginSheet(sheet(OutputColumn(key: "a", title: "A")))
    try writer.write([cell])
    try writer.finish()
    #expect(try part("xl/styles.xml", of: path).contains("formatCode=\"\(format)\""))
  }

  @Test func fullSheetGoesOn() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.xlsx"
    let writer = try XLSXWriter(try AtomicFile(path: path), rowLimit: 3)
    try writer.beginSheet(sheet(OutputColumn(key: "a", title: "A"), title: "Khách"))
    for number in 1...5 { try writer.write([.text("row \(number)")]) }
    try writer.finish()
    let names = try part("xl/workbook.xml", of: path).matches(of: /sheet name="([^"]*)"/)
    #expect(names.map { String($0.1) } == ["Khách", "Khách (2)", "Khách (3)"])
    let third = try part("xl/worksheets/sheet3.xml", of: path)
    #expect(third.contains("<t>A</t>") && third.contains("<t>row 5</t>"))
  }

  @Test func longText() throws {
    let longest = String(repeating: "đ", count: 32_767)
    #expect(try cell(.text(longest)).contains(longest))
    let error = #expect(throws: CRMError.self) { try cell(.text(longest + "x")) }
    #expect(
      error?.message.en.hasSuffix("T!A2: 32,768 characters are more than the 32,767 of a cell")
        == true)
  }

  @Test func toASink() throws {
    let sink = MemorySink()
    let writer = try openWriter(.xlsx, to: .sink(sink))
    try writer.beginSheet(sheet(OutputColumn(key: "a", title: "A")))
    try writer.finish()
    #expect(sink.bytes.starts(with: Array("PK".utf8)))
  }

  @Test func noSheet() throws {
    let sink = MemorySink()
    let writer = try openWriter(.xlsx, to: .sink(sink))
    try writer.finish()
    #expect(sink.bytes.starts(with: Array("PK".utf8)))
  }

  /// For people: as wide as what is in the columns, nothing empty, code and name in sight, and on
  /// paper across, the headings on each page.
  @Test func isSetUpForEyesAndPaper() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.xlsx"
    let writer = try openWriter(.xlsx, to: .path(path))
    var sheet = OutputSheet(
      key: "c", title: "Khách hàng",
      columns: [
        OutputColumn(key: "code", title: "Mã", kind: .code),
        OutputColumn(key: "name", title: "Tên"),
        OutputColumn(key: "fax", title: "Fax"),
        OutputColumn(key: "total", title: "Nợ", kind: .money),
        OutputColumn(key: "note", title: "Ghi chú"),
        OutputColumn(key: "born", title: "Ngày sinh", kind: .day),
        OutputColumn(key: "long", title: "Điện thoại người liên hệ chính"),
      ])
    sheet.fixedColumns = 2
    sheet.fitsRows = true
    try writer.beginSheet(sheet)
    try writer.write([
      .text("KH1"), .text("Nguyễn Đức An"), .empty, .money(1_500_000), .text("một\nhai ba"),
      .day("--12-20"), .text("1"),
    ])
    try writer.write([
      .text("KH2"), .text("Ba"), .text(""), .money(0), .text(String(repeating: "x", count: 300)),
      .day("2026-12-20"), .empty,
    ])
    try writer.finish()
    let xml = try part("xl/worksheets/sheet1.xml", of: path)
    // Three letters and a filter's button; thirteen letters and two; none; 1.500.000 and two.
    let widths = [6, 15, nil, 11, 48, 12, 18]
    for (index, width) in widths.enumerated() {
      let start = "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\""
      let column = try #require(xml.range(of: start))
      let rest = xml[column.upperBound...].prefix { $0 != ">" }
      #expect(rest.contains("hidden=\"1\"") == (width == nil), "\(index): \(rest)")
      if let width { #expect(rest.hasPrefix("\(width).7109375\""), "\(index): \(rest)") }
    }
    #expect(xml.contains("<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""))
    #expect(xml.contains("<pageSetUpPr fitToPage=\"1\"/>"))
    #expect(
      xml.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"))
    // A birthday of no year as people write it, and a text of two lines shown in two.
    #expect(xml.contains("<t>20/12</t>"))
    #expect(try part("xl/styles.xml", of: path).contains("wrapText=\"1\""))
    #expect(
      try part("xl/workbook.xml", of: path).contains(
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'Khách hàng'!$1:$1"))
  }

  /// More columns than a page across can show go on others beside it, code and name on each.
  @Test func wideSheetsArePrintedOnSeveralPages() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.xlsx"
    let writer = try openWriter(.xlsx, to: .path(path))
    var sheet = OutputSheet(
      key: "c", title: "T", columns: (0..<12).map { OutputColumn(key: "\($0)", title: "\($0)") })
    sheet.fixedColumns = 1
    sheet.fitsRows = true
    try writer.beginSheet(sheet)
    try writer.write((0..<12).map { _ in .text(String(repeating: "x", count: 40)) })
    try writer.finish()
    // Eleven of 42 beside one that comes again, of 200: three pages.
    let xml = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(xml.contains("fitToWidth=\"3\""))
    #expect(try part("xl/workbook.xml", of: path).contains("T!$A:$A,T!$1:$1"))
  }
}

@Suite struct SheetNameTests {
  @Test func names() {
    var names = SheetNames()
    let wanted = [
      "Khách hàng", "khách hàng", "a/b:c*d?[e]\\f", "", "'x'", "History",
      String(repeating: "đ", count: 40), String(repeating: "đ", count: 40),
    ]
    #expect(
      wanted.map { names.unique($0) } == [
        "Khách hàng", "khách hàng (2)", "a-b-c-d--e--f", "_", "x", "History_",
        String(repeating: "đ", count: 31), String(repeating: "đ", count: 27) + " (2)",
      ])
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func letters(_ column: Int, _ letters: String) {
    #expect(SheetColumn.letters(column) == letters)
  }
}
