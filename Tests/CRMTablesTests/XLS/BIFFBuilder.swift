import CRMTables
import CRMValues
import Foundation

/// Builds BIFF streams record by record, and compound files around them.
struct BIFFBuilder {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func record(_ kind: UInt16, _ content: [UInt8] = []) {
    bytes += le(kind) + le(UInt16(content.count)) + content
  }

  mutating func append(_ other: BIFFBuilder) {
    bytes += other.bytes
  }

  /// A BIFF8 workbook of one sheet, with XF 0 General, 1 a day, 2 `0000000000`.
  static func biff8(
    name: String = "Sheet1", globals: (inout BIFFBuilder) -> Void = { _ in },
    _ cells: (inout BIFFBuilder) -> Void
  ) -> [UInt8] {
    var shared = BIFFBuilder()
    globals(&shared)
    shared.record(0x041E, le(UInt16(200)) + le(UInt16(10)) + [0] + Array("0000000000".utf8))
    for format in [0, 14, 200] { shared.record(0x00E0, le(UInt16(0)) + le(UInt16(format))) }
    var book = BIFFBuilder()
    book.record(0x0809, le(UInt16(0x0600)) + le(UInt16(5)) + [UInt8](repeating: 0, count: 12))
    let title = [UInt8(name.utf16.count), 1] + name.utf16.flatMap(le)
    let start = book.count + shared.count + 4 + 6 + title.count + 4
    book.record(0x0085, le(UInt32(start)) + [0, 0] + title)
    book.bytes += shared.bytes
    book.record(0x000A)
    book.sheet(cells)
    return book.bytes
  }

  mutating func sheet(_ cells: (inout BIFFBuilder) -> Void) {
    record(0x0809, le(UInt16(0x0600)) + le(UInt16(0x10)) + [UInt8](repeating: 0, count: 12))
    cells(&self)
    record(0x000A)
  }

  /// The row, column and XF that cells begin with.
  static func place(_ row: Int, _ column: Int, xf: Int = 0) -> [UInt8] {
    le(UInt16(row)) + le(UInt16(column)) + le(UInt16(xf))
  }

  mutating func number(_ row: Int, _ column: Int, _ number: Double, xf: Int = 0) {
    record(0x0203, BIFFBuilder.place(row, column, xf: xf) + le(number.bitPattern))
  }

  mutating func formula(_ row: Int, _ column: Int, result: [UInt8]) {
    record(0x0006, BIFFBuilder.place(row, column) + result + [UInt8](repeating: 0, count: 6))
  }

  /// A LABEL of BIFF8, one byte a character.
  mutating func label(_ row: Int, _ column: Int, _ text: String) {
    let length = le(UInt16(text.utf8.count))
    record(0x0204, BIFFBuilder.place(row, column) + length + [0] + Array(text.utf8))
  }
}

/// Numbers with the lowest byte first.
func le<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian, Array.init)
}

/// What was read of an .xls file: each sheet's rows from line 1 on, and the error that ended it.
struct XLSReading: Equatable {
  var sheets: [String] = []
  var rows: [[[Cell]]] = []
  var error: String?
}

func readXLS(_ bytes: [UInt8]) throws -> XLSReading {
  let folder = try TemporaryFolder()
  return try readXLS(path: folder.file("a.xls", bytes))
}

func readXLS(path: String) throws -> XLSReading {
  var reading = XLSReading()
  do {
    let source = try openTable(path, options: ReadOptions(format: .xls))
    reading.sheets = source.sheets.map { $0.name ?? "" }
    for index in source.sheets.indices {
      reading.rows.append([])
      let rows = try source.rows(ofSheet: index)
      while let row = try rows.next() {
        while reading.rows[index].count < row.line - 1 { reading.rows[index].append([]) }
        reading.rows[index].append(row.cells)
      }
    }
  } catch let error as CRMError {
    let name = path.split(separator: "/").last ?? ""
    reading.error = error.message.en.replacingOccurrences(of: path, with: String(name))
  }
  return reading
}

/// The path of a fixture.
func fixture(_ name: String) -> String {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  return folder.appendingPathComponent("Fixtures/xls/\(name)").path
}
