import CRMValues

/// A first look at a sheet: whether its cells come in the order of their rows, and what it says
/// itself about formats.
struct SheetScan {
  private let workbook: BIFFWorkbook
  private let sheet: BIFFWorkbook.Sheet
  private(set) var styles: CellStyles
  private(set) var isInOrder = true
  /// Whether no sheet starts where it should.
  private(set) var isMissing = true
  /// Records with cells.
  private(set) var count = 0
  /// The rows that are hidden ([MS-XLS] 2.4.221, fDyZero), from 0.
  private(set) var hiddenRows: Set<UInt16> = []

  init(_ workbook: BIFFWorkbook, _ sheet: BIFFWorkbook.Sheet) {
    self.workbook = workbook
    self.sheet = sheet
    styles = workbook.styles
  }

  /// Goes through the sheet. Where it breaks off, the reader of its rows will find out.
  mutating func run() throws {
    var last: UInt16 = 0
    var styles = styles
    var isInOrder = true
    var count = 0
    var hasOwnFormats = false
    var hiddenRows: Set<UInt16> = []
    // Sheets up to BIFF4 have their formats before their cells.
    let isOld = styles.version <= .biff4
    var isMissing = true
    try SheetScan.walk(workbook, sheet, limit: isOld ? Int.max : 14) { record in
      if StreamStart.isStart(record.kind) { isMissing = false }
      if record.kind == RecordKind.filePass { throw CRMError.passwordProtected(workbook.name) }
      if RecordKind.isCell(record.kind) {
        let row = record.content.u16(0) ?? 0
        if row < last { isInOrder = false }
        last = row
        count += 1
      } else if record.kind == RecordKind.row, !isOld {
        let flags = record.content.u8(12) ?? 0
        if flags & 0x20 != 0, let row = record.content.u16(0) { hiddenRows.insert(row) }
      } else if isOld {
        if !hasOwnFormats, CellStyles.isFormat(record.kind) {
          hasOwnFormats = true
          styles.forgetFormats()
        }
        styles.take(record)
      }
    }
    self.hiddenRows = hiddenRows
    self.styles = styles
    self.isInOrder = isInOrder
    self.count = count
    self.isMissing = isMissing
  }

  /// Returns the places of the records with cells, by row, then as they come in the file.
  ///
  /// Throws where they are more than a sheet has cells.
  func sortedPlaces() throws -> [UInt64] {
    guard count <= 1 << 24 else { throw CRMError.xlsDamaged(workbook.name, at: sheet.offset) }
    var places: [UInt64] = []
    places.reserveCapacity(count)
    try SheetScan.walk(workbook, sheet, limit: 4) { record in
      guard RecordKind.isCell(record.kind) else { return }
      places.append(UInt64(record.content.u16(0) ?? 0) << 48 | UInt64(record.offset))
    }
    places.sort()
    return places
  }

  static func offset(_ place: UInt64) -> Int {
    Int(place & 0xFFFF_FFFF_FFFF)
  }

  /// Passes the records of a sheet but not of charts inside it, as far as they can be read.
  private static func walk(
    _ workbook: BIFFWorkbook, _ sheet: BIFFWorkbook.Sheet, limit: Int,
    _ body: (Record) throws -> Void
  ) throws {
    var reader = RecordReader(
      workbook.stream, name: workbook.name, at: sheet.offset, end: sheet.end)
    var depth = 0
    while let record = try? reader.next(limit: limit) {
      if StreamStart.isStart(record.kind) { depth += 1 }
      if record.kind == RecordKind.endOfStream { depth -= 1 }
      if depth <= 0 { break }
      if depth == 1 { try body(record) }
    }
  }
}
