import CRMTables
import CRMValues
import Foundation
import Testing

/// Sheets of files that can be read from the start again may be asked for in any order, and twice;
/// delimited text, which may come from a pipe, is read once.
@Suite struct SheetsTwiceTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  @Test(arguments: [
    "xlsx/calamine__errors.xlsx", "xlsx/sheetjs__sheet_visibility.xlsx",
    "ods/sheetjs__sheet_visibility.ods", "ods/calamine__special_cells.ods",
    "xls/sheetjs__sheet_visibility.xls", "xls/calamine__biff5_write.xls",
    "vcf/calcard__rfc.vcf", "json/csv-spectrum__utf8.json",
  ]) func giveTheSameRows(file: String) throws {
    let source = try openTable("\(Self.folder)/\(file)")
    func rows(_ index: Int) throws -> [TableRow] {
      let rows = try source.rows(ofSheet: index)
      var all: [TableRow] = []
      while let row = try rows.next() { all.append(row) }
      return all
    }
    let first = try source.sheets.indices.map(rows)
    #expect(first.contains { !$0.isEmpty })
    // Each is begun and left, as where only its headings are looked at.
    let starts = try source.sheets.indices.map { try source.rows(ofSheet: $0).next() }
    #expect(starts == first.map(\.first))
    #expect(Array(try source.sheets.indices.reversed().map(rows).reversed()) == first)
  }
}
