@testable import CRMTables

/// A zip archive of stored parts, so that tests can write workbooks as text.
struct TestArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// A workbook of one sheet, `S`.
  static func sheet(_ rows: String, strings: String = "", styles: String = "") -> TestArchive {
    var archive = TestArchive()
    archive.add("[Content_Types].xml", "<Types/>")
    archive.add(
      "xl/workbook.xml", "<workbook><sheets><sheet name='S' sheetId='1'/></sheets></workbook>")
    archive.add("xl/sharedStrings.xml", "<sst>\(strings)</sst>")
    archive.add("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
    archive.add("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>")
    return archive
  }

  /// An OpenDocument file with one sheet of these rows.
  static func document(_ rows: String) -> TestArchive {
    var archive = TestArchive()
    archive.add("content.xml", content(rows))
    return archive
  }

  /// The XML of an OpenDocument file.
  static func content(_ rows: String) -> String {
    """
    <o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
    xmlns:t='t' xmlns:x='x'><o:body><o:spreadsheet><t:table t:name='S'>\(rows)</t:table>\
    </o:spreadsheet></o:body></o:document-content>
    """
  }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// - Parameter unpacked: what the directory says the part unpacks to, where that is not so.
  mutating func add(_ name: String, _ bytes: [UInt8], unpacked: Int? = nil) {
    let offset = body.count
    let sum = TestArchive.checksum(bytes)
    let common =
      number(20, 2) + number(0, 8) + number(sum, 4) + number(bytes.count, 4)
      + number(unpacked ?? bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
    body += Array("PK\u{3}\u{4}".utf8) + common + Array(name.utf8) + bytes
    directory += Array("PK\u{1}\u{2}".utf8) + number(20, 2) + common + number(0, 10)
    directory += number(offset, 4) + Array(name.utf8)
    count += 1
  }

  var bytes: [UInt8] {
    body + directory + Array("PK\u{5}\u{6}".utf8) + number(0, 4) + number(count, 2)
      + number(count, 2) + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
  }

  private func number(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(number >> (8 * $0) & 0xFF) : 0 }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}

/// Reads the first sheet of an archive: its rows, then the error that ended them.
func cells(_ archive: TestArchive, as name: String = "a.xlsx") throws -> [[Cell]] {
  let folder = try TemporaryFolder()
  let rows = try openTable(folder.file(name, archive.bytes)).rows(ofSheet: 0)
  var cells: [[Cell]] = []
  while let row = try rows.next() {
    while cells.count < row.line - 1 { cells.append([]) }
    cells.append(row.cells)
  }
  return cells
}
