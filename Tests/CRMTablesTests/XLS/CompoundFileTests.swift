@testable import CRMTables
import Testing

@Suite struct CompoundFileTests {
  /// Lays a stream out in sectors: the table in the first, the directory in the second, then the
  /// stream, or the mini table and the mini stream that holds it.
  private func compoundFile(
    _ name: String, _ stream: [UInt8], version: UInt16 = 3, next: ((inout [UInt32]) -> Void)? = nil,
    header change: ((inout [UInt8]) -> Void)? = nil
  ) -> [UInt8] {
    let size = version == 3 ? 512 : 4096
    let isMini = stream.count < 4096
    func padded(_ bytes: [UInt8]) -> [UInt8] {
      bytes + [UInt8](repeating: 0, count: (size - bytes.count % size) % size)
    }
    let end: UInt32 = 0xFFFF_FFFE
    let first: UInt32 = isMini ? 3 : 2
    let sectors = UInt32(padded(stream).count / size)
    var table: [UInt32] = [0xFFFF_FFFD, end]
    if isMini { table.append(end) }
    for sector in 0..<sectors {
      table.append(sector + 1 == sectors ? end : first + sector + 1)
    }
    next?(&table)
    while table.count < size / 4 { table.append(0xFFFF_FFFF) }
    let minis = UInt32((stream.count + 63) / 64)
    let miniTable = (0..<minis).map { $0 + 1 == minis ? end : $0 + 1 }
    let directory =
      entry("Root Entry", 5, child: 1, start: isMini ? first : end, size: isMini ? stream.count : 0)
      + entry(name, 2, child: 0xFFFF_FFFF, start: isMini ? 0 : first, size: stream.count)
    var header: [UInt8] = CompoundFile.signature + [UInt8](repeating: 0, count: 16)
    header += le(UInt16(0x3E)) + le(version) + le(UInt16(0xFFFE))
    header += le(UInt16(version == 3 ? 9 : 12)) + le(UInt16(6)) + [UInt8](repeating: 0, count: 10)
    header += le(UInt32(1)) + le(UInt32(1)) + le(UInt32(0)) + le(UInt32(4096))
    header += le(isMini ? UInt32(2) : end) + le(UInt32(isMini ? 1 : 0)) + le(end) + le(UInt32(0))
    header += le(UInt32(0)) + [UInt8](repeating: 0xFF, count: 108 * 4)
    change?(&header)
    return padded(header) + table.flatMap(le) + padded(directory)
      + (isMini ? padded(miniTable.flatMap(le)) : []) + padded(stream)
  }

  private func entry(
    _ name: String, _ kind: UInt8, child: UInt32, start: UInt32, size: Int
  ) -> [UInt8] {
    var bytes = name.utf16.flatMap(le)
    bytes += [UInt8](repeating: 0, count: 64 - bytes.count) + le(UInt16(name.utf16.count * 2 + 2))
    bytes += [kind, 1] + le(UInt32.max) + le(UInt32.max) + le(child)
    bytes += [UInt8](repeating: 0, count: 36) + le(start) + le(UInt64(size))
    return bytes
  }

  private let small = BIFFBuilder.biff8 { $0.number(0, 0, 7) }
  private let large = BIFFBuilder.biff8 { sheet in
    for row in 0..<400 { sheet.number(row, 0, Double(row)) }
  }
  private let seven = XLSReading(sheets: ["Sheet1"], rows: [[[.number(7, shown: "7")]]])

  @Test(arguments: ["Workbook", "WORKBOOK", "workbook", "Book", "BOOK"])
  func streamNames(_ name: String) throws {
    #expect(try readXLS(compoundFile(name, small)) == seven)
  }

  @Test(arguments: [3, 4] as [UInt16]) func versions(_ version: UInt16) throws {
    #expect(try readXLS(compoundFile("Workbook", small, version: version)) == seven)
    let reading = try readXLS(compoundFile("Workbook", large, version: version))
    #expect(reading.error == nil)
    #expect(reading.rows.first?.count == 400)
  }

  @Test func absurdHeaderFields() throws {
    let bytes = compoundFile(
      "Workbook", small,
      header: { header in
        header.replaceSubrange(30..<34, with: [0xFF, 0xFF, 0xFF, 0xFF])  // sector shifts
        header.replaceSubrange(44..<48, with: le(UInt32.max))  // sectors of the table
        header.replaceSubrange(56..<60, with: le(UInt32.max))  // cutoff
        header.replaceSubrange(64..<68, with: le(UInt32.max))  // sectors of the mini table
      })
    #expect(try readXLS(bytes) == seven)
  }

  @Test func loopInChain() throws {
    let bytes = compoundFile("Workbook", large, next: { $0[$0.count - 1] = 2 })
    #expect(try readXLS(bytes).rows.first?.count == 400)
    let short = compoundFile("Workbook", large, next: { $0[3] = 2 })
    #expect(try readXLS(short).error?.contains("damaged") == true)
  }

  @Test func loopInListOfTables() throws {
    let bytes = compoundFile(
      "Workbook", small,
      header: { header in
        header.replaceSubrange(68..<76, with: le(UInt32(1)) + le(UInt32.max))
      })
    #expect(try readXLS(bytes) == seven)
  }

  @Test func chainBreaksOff() throws {
    let bytes = compoundFile("Workbook", large, next: { $0[3] = 0xFFFF_FFFE })
    let reading = try readXLS(bytes)
    #expect(reading.error == "a.xls: the file is damaged: it is cut short")
    #expect((1..<400).contains(reading.rows.first?.count ?? 0))
  }

  @Test(
    arguments: [
      ("WordDocument", "a.xls: a file of another program than Excel: no workbook is in it"),
      ("EncryptedPackage", "a.xls: the file is protected with a password"),
    ])
  func otherPrograms(_ name: String, _ message: String) throws {
    #expect(try readXLS(compoundFile(name, small)).error == message)
  }

  @Test func noDirectory() throws {
    let bytes = compoundFile(
      "Workbook", small,
      header: { header in
        header.replaceSubrange(48..<52, with: le(UInt32(900)))
      })
    #expect(try readXLS(bytes).error == "a.xls: the file is damaged: its directory is missing")
    let signature = CompoundFile.signature + [0, 0, 0]
    #expect(try readXLS(signature).error == "a.xls: the file is damaged: it is cut short")
  }
}
