import CRMTables
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Rows of one key come together, and their cells come back as they were.
@Suite struct GatheredRowsTests {
  private final class Rows: RowReader {
    let sheetName: String? = "Đơn"
    var rest: ArraySlice<TableRow>
    init(_ rows: [TableRow]) { rest = rows[...] }
    func next() throws -> TableRow? { rest.popFirst() }
  }

  private func gathered(_ keys: String) throws -> String {
    let rows = keys.enumerated().map { place, key in
      TableRow(line: place + 2, cells: [.text(String(key))])
    }
    let gathered = try GatheredRows(
      Rows(rows), by: { $0.cells[0].text == "-" ? nil : $0.cells[0].text }, watch: { _ in })
    var result = ""
    while let row = try gathered.next() { result += "\(row.cells[0].text)\(row.line) " }
    #expect(try gathered.next() == nil)
    return result
  }

  @Test(arguments: [
    ("", ""), ("aabb", "a2 a3 b4 b5 "), ("abab", "a2 a4 b3 b5 "), ("b-ab-", "b2 b5 -3 a4 -6 "),
    ("ba-c", "b2 a3 -4 c5 "),
  ])
  func bringsTogether(keys: String, wanted: String) throws {
    #expect(try gathered(keys) == wanted)
  }

  @Test func keepsEveryKindOfCell() throws {
    let cells: [Cell] = [
      .empty, .text(""), .text("a:1\u{0}\nĐơn t5:"), .number(0.1, shown: "10%"),
      .number(-.infinity, shown: ""), .bool(true), .bool(false), .day("2026-11-20"),
      .dateTime("2026-11-20T08:30:00"), .time(seconds: 93_909.5), .error("#N/A"), .empty,
    ]
    let row = TableRow(line: 7, cells: cells)
    let rows = try GatheredRows(Rows([row, row]), by: { _ in "x" }, watch: { _ in })
    #expect(try rows.next() == row)
    #expect(try rows.next() == row)
    #expect(rows.sheetName == "Đơn")
  }
}
