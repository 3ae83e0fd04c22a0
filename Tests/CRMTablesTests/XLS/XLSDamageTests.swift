import CRMTables
import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// No bytes whatever may crash the reader; a file is read, or refused with an error of ours.
@Suite struct XLSDamageTests {
  private static let samples = [
    "sheetjs__CRLFX5_2.XLS", "sheetjs__CRLFX5_3.XLS", "poi__testEXCEL_3.xls",
    "calamine__biff5_write.xls", "calamine__date_1904.xls", "calamine__sst_continue.xls",
    "readxl__mtcars.xls", "sheetjs__write_57.xls", "xlrd__ragged.xls",
    "poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-4819588401201152.xls",
  ]

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: fixture(file))))
  }

  @Test(arguments: samples) func mutations(_ file: String) throws {
    let original = try bytes(file)
    var dice = Seeded(state: UInt64(file.utf8.count))
    for round in 0..<150 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &dice) {
        // Every other time where headers and tables are.
        let end = round % 2 == 0 ? bytes.count : min(bytes.count, 1536)
        let place = Int.random(in: 0..<end, using: &dice)
        bytes[place] =
          [0, 1, 0x7F, 0x80, 0xFE, 0xFF, .random(in: 0...255, using: &dice)]
          .randomElement(using: &dice) ?? 0
      }
      // What is no error of ours fails the test; what traps ends it.
      _ = try readXLS(bytes)
    }
  }

  @Test func truncations() throws {
    let original = try bytes("calamine__biff5_write.xls")
    let whole = try readXLS(original).rows
    for length in stride(from: 0, to: original.count, by: 512) {
      let reading = try readXLS(Array(original[..<length]))
      // Rows that could be read are right; a file that lost some says so.
      for (rows, wanted) in zip(reading.rows, whole) {
        #expect(rows.elementsEqual(wanted.prefix(rows.count)))
      }
      #expect(reading.rows == whole || reading.error != nil)
    }
  }

  @Test func randomRecords() throws {
    var dice = Seeded(state: 8)
    let kinds: [UInt16] = [
      0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0007, 0x0009, 0x000A, 0x001E, 0x0022, 0x003C,
      0x0042, 0x0085, 0x008F, 0x00BD, 0x00D6, 0x00E0, 0x00FC, 0x00FD, 0x0203, 0x0204, 0x0205,
      0x0207, 0x027E, 0x0406, 0x041E, 0x0809,
    ]
    let versions: [[UInt8]] = [
      [0x09, 0, 4, 0, 2, 0, 0x10, 0], [0x09, 2, 6, 0, 0, 3, 0x10, 0, 0, 0],
      [0x09, 4, 6, 0, 0, 4, 0, 1, 0, 0], [0x09, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0],
      [0x09, 8, 8, 0, 0, 6, 5, 0, 0, 0, 0, 0], [0x09, 8, 8, 0, 0, 6, 0x10, 0, 0, 0, 0, 0],
    ]
    for round in 0..<600 {
      var stream = versions[round % versions.count]
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        let content = (0..<Int.random(in: 0...24, using: &dice)).map { _ in
          dice.next() % 3 == 0 ? UInt8.random(in: 0...255, using: &dice) : 0
        }
        stream += le(kinds.randomElement(using: &dice) ?? 0) + le(UInt16(content.count)) + content
      }
      _ = try readXLS(stream)
    }
  }

  /// Sheets that all claim the same place, or have no end, are not read over and over.
  @Test(.timeLimit(.minutes(1))) func manySheets() throws {
    var book = BIFFBuilder()
    book.record(0x0809, le(UInt16(0x0500)) + le(UInt16(5)) + [0, 0, 0, 0])
    let start = book.count + 9000 * 12 + 4
    for index in 0..<9000 {
      book.record(0x0085, le(UInt32(start + index * 12)) + [0, 0, 1, 0x41])
    }
    book.record(0x000A)
    for _ in 0..<9000 { book.record(0x0809, le(UInt16(0x0500)) + le(UInt16(0x10)) + [0, 0, 0, 0]) }
    #expect(try readXLS(book.bytes).sheets.count == 9000)

    var endless = BIFFBuilder()
    endless.record(0x0809, le(UInt16(0x0500)) + le(UInt16(5)) + [0, 0, 0, 0])
    for _ in 0...10_000 { endless.record(0x0085, le(UInt32(20)) + [0, 0, 1, 0x41]) }
    let error = try readXLS(endless.bytes).error
    #expect(error == "a.xls: not read, it would not end: it has more than 10,000 sheets")
  }
}
