@testable import CRMTables
import Foundation
import Testing

@Suite struct XLSTextTests {
  /// A workbook whose first column refers to the texts of an SST record and its CONTINUE records.
  private func shared(_ pieces: [[UInt8]], count: Int, stated: UInt32? = nil) throws -> [Cell] {
    let number = le(stated ?? UInt32(count))
    let bytes = BIFFBuilder.biff8(globals: { book in
      for (index, piece) in pieces.enumerated() {
        book.record(index == 0 ? 0x00FC : 0x003C, index == 0 ? number + number + piece : piece)
      }
    }) { sheet in
      for index in 0..<count {
        sheet.record(0x00FD, BIFFBuilder.place(0, index) + le(UInt32(index)))
      }
    }
    let reading = try readXLS(bytes)
    #expect(reading.error == nil)
    return reading.rows.first?.first ?? []
  }

  private func wide(_ text: String) -> [UInt8] { text.utf16.flatMap(le) }

  @Test func bothWidths() throws {
    let cells = try shared([[2, 0, 0, 0x61, 0xE9] + [2, 0, 1] + wide("Đạ")], count: 2)
    #expect(cells == [.text("aé"), .text("Đạ")])
  }

  /// [MS-XLS] 2.5.293: a text goes on in the next record with a flag of its own.
  @Test func widthChangesInTheMiddle() throws {
    #expect(try shared([[4, 0, 0, 0x61, 0x62], [1] + wide("ạđ")], count: 1) == [.text("abạđ")])
    #expect(try shared([[4, 0, 1] + wide("ạđ"), [0, 0x61, 0x62]], count: 1) == [.text("ạđab")])
  }

  @Test func textEndsWithItsRecord() throws {
    let cells = try shared([[1, 0, 0, 0x61], [1, 0, 0, 0x62], [], [1, 0, 0, 0x63]], count: 3)
    #expect(cells == [.text("a"), .text("b"), .text("c")])
  }

  /// Rich text (flag 8) and phonetic parts (flag 4) follow the characters, across records too.
  @Test func richAndPhonetic() throws {
    let rich: [UInt8] = [1, 0, 8, 2, 0, 0x61] + [UInt8](repeating: 9, count: 3)
    let rest = [UInt8](repeating: 9, count: 5)
    let phonetic: [UInt8] = [1, 0, 4, 3, 0, 0, 0, 0x62, 9, 9, 9]
    let both: [UInt8] = [1, 0, 12, 1, 0, 2, 0, 0, 0, 0x63, 9, 9, 9, 9, 9, 9]
    let cells = try shared([rich, rest + phonetic + both + [1, 0, 0, 0x64]], count: 4)
    #expect(cells == [.text("a"), .text("b"), .text("c"), .text("d")])
  }

  @Test func statedNumbersAreWrong() throws {
    #expect(try shared([[1, 0, 0, 0x61, 1, 0, 0, 0x62]], count: 2, stated: 1).count == 2)
    #expect(try shared([[1, 0, 0, 0x61]], count: 1, stated: .max) == [.text("a")])
  }

  @Test func textThatIsNotThere() throws {
    #expect(try shared([[1, 0, 0, 0x61]], count: 2) == [.text("a")])
  }

  @Test func halfCharacter() throws {
    #expect(try shared([[1, 0, 1] + le(UInt16(0xD83D))], count: 1) == [.text("\u{FFFD}")])
    #expect(try shared([[2, 0, 1] + wide("😀")], count: 1) == [.text("😀")])
  }

  @Test func longFormulaText() throws {
    let bytes = BIFFBuilder.biff8 { sheet in
      sheet.formula(0, 0, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
      sheet.record(0x0207, le(UInt16(6)) + [0, 0x61, 0x62])
      sheet.record(0x003C, [1] + wide("ạđ"))
      sheet.record(0x003C, [0, 0x63, 0x64])
      sheet.label(0, 1, "x")
    }
    #expect(try readXLS(bytes).rows == [[[.text("abạđcd"), .text("x")]]])
  }

  @Test(
    arguments: [
      (1258, [0xD0, 0xE2, 0xF2, 0x79], "Đậy"),
      (1258, [0x48, 0x6F, 0xE0, 0x20, 0x55, 0xFD, 0xEC], "Hoà Uứ"),
      (1252, [0x80, 0xE9, 0x81], "€é\u{81}"), (0x8001, [0xE9], "é"), (0xD7D4, [0xE9], "é"),
      (437, [0x82, 0xE1], "éß"), (850, [0x82, 0xB5], "éÁ"), (10_000, [0x8E], "é"),
      (1251, [0xC4], "Д"), (1250, [0xE8], "č"), (932, [0x93, 0xFA, 0x96, 0x7B, 0x41], "日本A"),
      (936, [0xD6, 0xD0], "中"), (932, [0x93], "\u{FFFD}"), (1200, [0xE9], "é"),
    ] as [(UInt16, [UInt8], String)])
  func codePages(_ number: UInt16, _ bytes: [UInt8], _ text: String) {
    #expect(CodePage(number).text(bytes).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func sheetNames() throws {
    let bytes = BIFFBuilder.biff8(name: "Khách hàng") { _ in }
    #expect(try readXLS(bytes).sheets == ["Khách hàng"])
  }
}
