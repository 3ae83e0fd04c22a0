@testable import CRMTables
import CRMValues
import Foundation
import Testing

/// The layouts before BIFF8, by the "OpenOffice.org's Documentation of the Microsoft Excel File
/// Format", chapter 5.
@Suite struct XLSVersionTests {
  @Test func biff2() throws {
    var sheet = BIFFBuilder()
    sheet.record(0x0009, [2, 0, 0x10, 0])
    sheet.record(0x0042, le(UInt16(1258)))
    sheet.record(0x001E, [7] + Array("General".utf8))
    sheet.record(0x001E, [8] + Array("dd/mm/yy".utf8))
    let place = { (column: UInt8, format: UInt8) in [0, 0, column, 0, 0, format, 0] as [UInt8] }
    sheet.record(0x0002, place(0, 0) + le(UInt16(65_535)))
    sheet.record(0x0003, place(1, 1) + le((45_646.0).bitPattern))
    sheet.record(0x0004, place(2, 0) + [3, 0x61, 0xEC, 0x62])
    sheet.record(0x0005, place(3, 0) + [1, 0])
    sheet.record(0x0006, place(4, 0) + [0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0])
    sheet.record(0x0007, [2, 0xD0, 0x61])
    sheet.record(0x0001, place(5, 0))
    sheet.record(0x000A)
    let reading = try readXLS(sheet.bytes)
    #expect(
      reading
        == XLSReading(
          sheets: ["a"],
          rows: [
            [
              [
                .number(65_535, shown: "65535"), .partialDay("2024-12-20", .shortYear), .text("áb"),
                .bool(true),
                .text("Đa"),
              ]
            ]
          ]))
  }

  @Test(arguments: [3, 4] as [UInt16]) func biff3And4(_ version: UInt16) throws {
    var sheet = BIFFBuilder()
    let high: UInt16 = version == 3 ? 0x0200 : 0x0400
    sheet.record(high | 9, le(version << 8) + [0x10, 0, 0, 0])
    for code in ["General", "dd/mm/yy"] {
      let text = [UInt8(code.utf8.count)] + Array(code.utf8)
      sheet.record(version == 3 ? 0x001E : 0x041E, version == 3 ? text : [0, 0] + text)
    }
    for format in [0, 1] as [UInt8] {
      sheet.record(high | 0x43, [0, format] + [UInt8](repeating: 0, count: 10))
    }
    sheet.number(0, 0, 45_646, xf: 1)
    sheet.record(0x0204, BIFFBuilder.place(0, 1) + [2, 0, 0x61, 0xE9])
    sheet.record(high | 6, BIFFBuilder.place(0, 2) + le((2.5).bitPattern) + [0, 0])
    sheet.record(0x000A)
    #expect(
      try readXLS(sheet.bytes).rows
        == [
          [[.partialDay("2024-12-20", .shortYear), .text("aé"), .number(2.5, shown: "2.5")]]
        ])
  }

  /// A workbook of BIFF4: sheets one after the other, each behind a header with its name.
  @Test(arguments: [true, false]) func biff4Workbook(_ statesLengths: Bool) throws {
    var book = BIFFBuilder()
    book.record(0x0409, le(UInt16(0x0400)) + le(UInt16(0x0100)) + [0, 0])
    for (name, number) in [("Một", 1.0), ("Hai", 2.0)] {
      var sheet = BIFFBuilder()
      sheet.record(0x0409, le(UInt16(0x0400)) + le(UInt16(0x0010)) + [0, 0])
      sheet.number(0, 0, number)
      sheet.record(0x000A)
      let title: [UInt8] = name == "Một" ? [3, 0x4D, 0xF4, 0x74] : [3] + Array(name.utf8)
      book.record(0x008F, le(UInt32(statesLengths ? sheet.count : 0)) + title)
      book.append(sheet)
    }
    book.record(0x000A)
    let reading = try readXLS(book.bytes)
    #expect(reading.sheets == ["Môt", "Hai"])
    #expect(reading.rows == [[[.number(1, shown: "1")]], [[.number(2, shown: "2")]]])
  }

  /// The stream that scripts write without a workbook: a sheet of BIFF5 and nothing else.
  @Test func sheetAlone() throws {
    var sheet = BIFFBuilder()
    sheet.record(0x0809, [0, 0, 0x10, 0, 0, 0, 0, 0])
    sheet.number(0, 0, 1)
    sheet.record(0x0204, BIFFBuilder.place(0, 1) + [2, 0, 0x61, 0x62])
    sheet.record(0x00D6, BIFFBuilder.place(0, 2) + [1, 0, 0x63, 1, 0, 0])
    sheet.record(0x000A)
    #expect(
      try readXLS(sheet.bytes).rows == [[[.number(1, shown: "1"), .text("ab"), .text("c")]]])
  }

  /// Sheets that the list puts at wrong places are found in their order; charts, macro sheets and
  /// modules are left out.
  @Test func wrongPlaces() throws {
    var book = BIFFBuilder()
    book.record(0x0809, le(UInt16(0x0500)) + le(UInt16(5)) + [0, 0, 0, 0])
    for (kind, name) in [(0, "A"), (2, "Chart"), (1, "Macro"), (0, "B")] as [(UInt8, String)] {
      book.record(0x0085, le(UInt32(3)) + [1, kind, UInt8(name.utf8.count)] + Array(name.utf8))
    }
    book.record(0x000A)
    for (kind, number) in [(0x10, 1), (0x20, 2), (0x40, 3), (0x10, 4)] as [(UInt16, Double)] {
      book.record(0x0809, le(UInt16(0x0500)) + le(kind) + [0, 0, 0, 0])
      book.number(0, 0, number)
      book.record(0x000A)
    }
    let reading = try readXLS(book.bytes)
    #expect(reading.sheets == ["A", "B"])
    #expect(reading.rows == [[[.number(1, shown: "1")]], [[.number(4, shown: "4")]]])
  }

  @Test func chartsOnly() throws {
    var book = BIFFBuilder()
    book.record(0x0809, le(UInt16(0x0500)) + le(UInt16(5)) + [0, 0, 0, 0])
    book.record(0x0085, le(UInt32(28)) + [0, 2, 1, 0x41])
    book.record(0x000A)
    book.record(0x0809, le(UInt16(0x0500)) + le(UInt16(0x20)) + [0, 0, 0, 0])
    book.record(0x000A)
    let folder = try TemporaryFolder()
    let source = try openTable(folder.file("a.xls", book.bytes))
    #expect(source.sheets.isEmpty)
    #expect(throws: CRMError.self) { try source.rows(ofSheet: 0) }
  }
}
