@testable import CRMTables
import Foundation
import Testing

@Suite struct XLSRecordTests {
  /// Reads the cells of the first row of a BIFF8 sheet.
  private func row(_ cells: (inout BIFFBuilder) -> Void) throws -> [Cell] {
    let reading = try readXLS(BIFFBuilder.biff8(cells))
    #expect(reading.error == nil)
    return reading.rows.first?.first ?? []
  }

  @Test func numbersUnderFormats() throws {
    let cells = try row { sheet in
      sheet.number(0, 0, 1.5)
      sheet.number(0, 1, 45_646, xf: 1)
      sheet.number(0, 2, 45_646.25, xf: 1)
      sheet.number(0, 3, 912_345_678, xf: 2)
      sheet.number(0, 4, 5, xf: 99)
      sheet.number(0, 5, .nan)
    }
    #expect(
      cells == [
        .number(1.5, shown: "1.5"), .day("2024-12-20"), .dateTime("2024-12-20T06:00:00"),
        .number(912_345_678, shown: "0912345678"), .number(5, shown: "5"), .error("#NUM!"),
      ])
  }

  /// [MS-XLS] 2.5.217: 12345 as an integer, 123.45 a hundred times too large, 1.0 as the upper
  /// half of a double, -1.
  @Test(
    arguments: [
      (12_345 << 2 | 2, 12_345), (12_345 << 2 | 3, 123.45), (0x3FF0_0000, 1),
      (0xFFFF_FFFE, -1), (0x40A9_C001, 32.96),
    ] as [(UInt32, Double)])
  func rk(_ bits: UInt32, _ number: Double) throws {
    #expect(CellRecord.number(rk: bits) == number)
    let cells = try row { $0.record(0x027E, BIFFBuilder.place(0, 0) + le(bits)) }
    #expect(cells == [.number(number, shown: PlainNumber.text(number))])
  }

  @Test func multipleNumbers() throws {
    let pair = le(UInt16(0)) + le(UInt32(7 << 2 | 2))
    let cells = try row { sheet in
      sheet.record(0x00BD, le(UInt16(0)) + le(UInt16(1)) + pair + pair + le(UInt16(2)))
      sheet.record(0x00BE, le(UInt16(0)) + le(UInt16(3)) + [0, 0, 0, 0] + le(UInt16(4)))
    }
    #expect(cells == [.empty, .number(7, shown: "7"), .number(7, shown: "7")])
  }

  @Test func truthAndErrors() throws {
    let cells = try row { sheet in
      for (column, value) in [[1, 0], [0, 0], [0x2A, 1], [0x17, 1], [0x63, 1]].enumerated() {
        sheet.record(0x0205, BIFFBuilder.place(0, column) + value.map { UInt8($0) })
      }
    }
    #expect(
      cells == [.bool(true), .bool(false), .error("#N/A"), .error("#REF!"), .error("#ERR99")])
  }

  /// [MS-XLS] 2.5.133: number, text, truth, error, empty text.
  @Test func formulas() throws {
    let cells = try row { sheet in
      sheet.formula(0, 0, result: le((0.5).bitPattern))
      sheet.formula(0, 1, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
      sheet.record(0x04BC, [0, 0, 0, 0, 0, 0, 0, 0])
      sheet.record(0x0207, le(UInt16(2)) + [1] + le(UInt16(0x1EA0)) + le(UInt16(0x62)))
      sheet.formula(0, 2, result: [1, 0, 1, 0, 0, 0, 0xFF, 0xFF])
      sheet.formula(0, 3, result: [2, 0, 7, 0, 0, 0, 0xFF, 0xFF])
      sheet.formula(0, 4, result: [3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
      sheet.formula(0, 5, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
      sheet.label(0, 6, "x")
    }
    #expect(
      cells == [
        .number(0.5, shown: "0.5"), .text("Ạb"), .bool(true), .error("#DIV/0!"), .empty, .empty,
        .text("x"),
      ])
  }

  @Test func rowsOutOfOrder() throws {
    let reading = try readXLS(
      BIFFBuilder.biff8 { sheet in
        for column in 0..<3 {
          for row in [2, 0, 1] { sheet.label(row, column, "\(row)\(column)") }
        }
        sheet.label(0, 0, "last")
      })
    #expect(
      reading.rows == [
        [
          [.text("last"), .text("01"), .text("02")], [.text("10"), .text("11"), .text("12")],
          [.text("20"), .text("21"), .text("22")],
        ]
      ])
  }

  @Test func chartsInsideSheets() throws {
    let cells = try row { sheet in
      sheet.label(0, 0, "a")
      sheet.record(0x0809, le(UInt16(0x0600)) + le(UInt16(0x20)))
      sheet.number(0, 0, 99)
      sheet.record(0x000A)
      sheet.label(0, 1, "b")
    }
    #expect(cells == [.text("a"), .text("b")])
  }

  @Test func columnsBeyondTheLast() throws {
    let cells = try row { sheet in
      sheet.number(0, 255, 1)
      sheet.number(0, 256, 2)
      sheet.number(0, 65_535, 3)
    }
    #expect(cells.count == 256)
  }

  @Test func epoch1904() throws {
    let bytes = BIFFBuilder.biff8(globals: { $0.record(0x0022, [1, 0]) }) {
      $0.number(0, 0, 44_184, xf: 1)
    }
    #expect(try readXLS(bytes).rows == [[[.day("2024-12-20")]]])
  }

  @Test func recordTooShort() throws {
    let reading = try readXLS(BIFFBuilder.biff8 { $0.record(0x0203, [0, 0, 0, 0, 0, 0, 1]) })
    #expect(reading.error?.contains("the file is damaged: nothing makes sense at byte") == true)
  }

  @Test func encrypted() throws {
    let bytes = BIFFBuilder.biff8(globals: { $0.record(0x002F, [0, 0, 0, 0, 0, 0]) }) { _ in }
    #expect(try readXLS(bytes).error == "a.xls: the file is protected with a password")
  }
}
