import CRMTestSupport
import CRMValues
import Testing

@testable import CRMTables

@Suite struct EncodingTests {
  static let text = "Mã KH,Tên\nKH1,\"Nguyễn 😀\nĐức\"\nKH2,Hoà\n"
  static let rows = [["Mã KH", "Tên"], ["KH1", "Nguyễn 😀\nĐức"], ["KH2", "Hoà"]]

  static func encode(_ text: String, _ encoding: TextEncoding, mark: Bool) -> [UInt8] {
    let text = mark ? "\u{FEFF}" + text : text
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LE: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BE: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf32LE:
      return text.unicodeScalars.flatMap { scalar in
        (0..<4).map { UInt8(scalar.value >> (8 * UInt32($0)) & 0xFF) }
      }
    case .utf32BE:
      return text.unicodeScalars.flatMap { scalar in
        (0..<4).map { UInt8(scalar.value >> (24 - 8 * UInt32($0)) & 0xFF) }
      }
    default: return []
    }
  }

  static let unicode = TextEncoding.allCases.filter(\.isUnicode)

  @Test(arguments: unicode, [true, false])
  func recognised(_ encoding: TextEncoding, mark: Bool) throws {
    let bytes = EncodingTests.encode(EncodingTests.text, encoding, mark: mark)
    for size in [1, 2, 3, 4, 5, 7, 64, 1 << 16] {
      var options = ReadOptions()
      options.chunkSize = size
      #expect(try read(bytes, options) == Reading(rows: EncodingTests.rows, lines: [1, 2, 4]))
    }
    let folder = try TemporaryFolder()
    let dialect = try openTable(try folder.file("a", bytes)).dialect
    #expect(dialect?.encoding == encoding)
    #expect(dialect?.hasMark == mark)
  }

  @Test func chosen() throws {
    let bytes = EncodingTests.encode("ễ,ữ\n", .utf16BE, mark: false)
    #expect(try read(bytes, ReadOptions(encoding: .utf16BE)).rows == [["ễ", "ữ"]])
  }

  @Test(arguments: ["UTF-8", "utf8", "Utf_16LE", "utf-32-be"]) func names(_ name: String) throws {
    _ = try TextEncoding(named: name)
  }

  @Test func unknownName() {
    let error = #expect(throws: CRMError.self) { try TextEncoding(named: "klingon") }
    #expect(error?.kind == .usage)
    #expect(error?.message.en == "unknown encoding klingon")
  }

  struct Wrong: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let rows: Int
    let error: String
  }

  static let wrong = [
    Wrong(
      testDescription: "Latin-1", bytes: Array("a,b\nđ,2\nx,caf".utf8) + [0xE9] + Array("\n".utf8),
      rows: 2, error: "a.csv:3:6: byte 0xE9 is not UTF-8 text"),
    Wrong(
      testDescription: "lone CR lines", bytes: Array("a\rđb\rcé".utf8) + [0xFF], rows: 2,
      error: "a.csv:3:3: byte 0xFF is not UTF-8 text"),
    Wrong(
      testDescription: "CRLF lines", bytes: Array("a\r\nb\r\n\r\nc".utf8) + [0xC0, 0x80], rows: 2,
      error: "a.csv:4:2: byte 0xC0 is not UTF-8 text"),
    Wrong(
      testDescription: "surrogate", bytes: Array("ab".utf8) + [0xED, 0xA0, 0x80], rows: 0,
      error: "a.csv:1:3: byte 0xED is not UTF-8 text"),
    Wrong(
      testDescription: "cut off", bytes: Array("a\nNguy".utf8) + [0xE1, 0xBB], rows: 1,
      error: "a.csv:2:5: the file ends in the middle of a UTF-8 character"),
    Wrong(
      testDescription: "UTF-16 half", bytes: [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62], rows: 1,
      error: "a.csv:2:1: the file ends in the middle of a UTF-16LE character"),
    Wrong(
      testDescription: "UTF-16 lone surrogate", bytes: [0xFE, 0xFF, 0, 0x61, 0xDC, 0, 0, 0x62],
      rows: 0, error: "a.csv:1:2: byte 0xDC is not UTF-16BE text"),
  ]

  @Test(arguments: wrong) func wrongBytes(_ example: Wrong) throws {
    for size in [1, 2, 3, 5, 1 << 16] {
      var options = ReadOptions()
      options.chunkSize = size
      let reading = try read(example.bytes, options)
      #expect(reading.error == example.error, "chunks of \(size)")
      #expect(reading.rows.count == example.rows, "chunks of \(size)")
    }
  }

  /// Every pair of bytes and many longer runs, against the standard library's judgement.
  @Test func wellFormedness() {
    func agrees(_ bytes: [UInt8]) -> Bool {
      let decoded = bytes.withUnsafeBufferPointer(checkUTF8)
      let isWhole = String(validating: bytes, as: UTF8.self) != nil
      let head = String(validating: bytes[..<decoded.taken], as: UTF8.self)
      return head != nil && isWhole == (decoded.taken == bytes.count)
    }
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max where !agrees([first, second]) {
        Issue.record("\(first) \(second)")
      }
    }
    var dice = Seeded(state: 1)
    let likely: [UInt8] = [0x41, 0x80, 0xBF, 0xC3, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F]
    for _ in 0..<50_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &dice)).map { _ in
        likely.randomElement(using: &dice) ?? 0
      }
      if !agrees(bytes) { Issue.record("\(bytes)") }
    }
  }
}
