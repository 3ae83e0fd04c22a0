import CRMValues

/// The rows of a worksheet of a BIFF stream.
///
/// Cells stand in the order of their rows in nearly every file; where they do not, the places of
/// the records are sorted first, eight bytes a record.
final class XLSSheet: RowReader {
  let sheetName: String?
  private let source: XLSSource
  private var styles: CellStyles
  private var reader: RecordReader
  /// The places of the records in the order of their rows; nil where that is the file's.
  private var order: [UInt64]?
  private let hiddenRows: Set<UInt16>
  private var position = 0
  private var depth = 0
  private var isAtEnd = false
  private var failure: (any Error)?
  /// The cells that come next, read already.
  private var ahead: CellRecord?

  /// Columns a sheet has.
  private static let columnLimit = 256

  init(_ sheet: BIFFWorkbook.Sheet, of source: XLSSource) throws {
    sheetName = sheet.name
    self.source = source
    let workbook = source.workbook
    var scan = SheetScan(workbook, sheet)
    try scan.run()
    styles = scan.styles
    hiddenRows = scan.hiddenRows
    if !scan.isInOrder { order = try scan.sortedPlaces() }
    reader = RecordReader(
      workbook.stream, name: workbook.name, at: sheet.offset, end: sheet.end,
      isScattered: !scan.isInOrder)
    // A sheet that is not where it should be.
    if scan.isMissing {
      throw workbook.stream.isCutShort
        ? CRMError.xlsTruncated(workbook.name)
        : CRMError.xlsDamaged(workbook.name, at: sheet.offset)
    }
  }

  var progress: Double? {
    if let order { return order.isEmpty ? 1 : Double(position) / Double(order.count) }
    return reader.progress
  }

  func next() throws -> TableRow? {
    if let failure { throw failure }
    do {
      while let row = try readRow() {
        if !row.cells.isEmpty { return row }
      }
      return nil
    } catch {
      failure = error
      throw error
    }
  }

  private func readRow() throws -> TableRow? {
    guard let first = try ahead ?? nextCells() else { return nil }
    var cells: [Cell] = []
    var current: CellRecord? = first
    while let record = current, record.row == first.row {
      for (place, entry) in record.values.enumerated() {
        let column = record.column + place
        guard column < XLSSheet.columnLimit else { break }
        let cell = try self.cell(entry.value, entry.style)
        if cell == .empty && column >= cells.count { continue }
        while cells.count <= column { cells.append(.empty) }
        cells[column] = cell
      }
      current = try nextCells()
    }
    ahead = current
    var row = TableRow(line: first.row + 1, cells: cells)
    row.isHidden = UInt16(exactly: first.row).map(hiddenRows.contains) ?? false
    return row
  }

  /// Reads on to the next record that holds cells; nil at the end of the sheet.
  private func nextCells() throws -> CellRecord? {
    while !isAtEnd {
      if let order {
        guard position < order.count else { break }
        reader.seek(SheetScan.offset(order[position]))
        position += 1
      }
      guard let record = try reader.next() else { break }
      if RecordKind.isCell(record.kind), depth <= 1 {
        guard let cells = try cells(record) else {
          throw CRMError.xlsDamaged(source.name, at: record.offset)
        }
        return cells
      }
      if StreamStart.isStart(record.kind) { depth += 1 }
      if record.kind == RecordKind.endOfStream { depth -= 1 }
      if depth <= 0 { break }
    }
    isAtEnd = true
    return nil
  }

  private func cells(_ record: Record) throws -> CellRecord? {
    try CellRecord(
      record, version: styles.version, codePage: styles.codePage, continuation: nextPiece)
  }

  /// The content of a CONTINUE record, if the next one is that.
  private func nextPiece() throws -> [UInt8]? {
    guard try reader.peekKind() == RecordKind.continuation else { return nil }
    return try reader.next()?.content
  }

  private func cell(_ value: CellRecord.Value, _ style: CellRecord.Style) throws -> Cell {
    switch value {
    case .number(let number):
      guard number.isFinite else { return .error("#NUM!") }
      let format: NumberFormat
      switch style {
      case .xf(let index): format = styles.format(ofXF: index)
      case .format(let index): format = styles.format(index)
      }
      return format.cell(number, is1904: styles.is1904)
    case .text(let text): return text.isEmpty ? .empty : .text(text)
    case .shared(let index):
      let text = try source.sharedString(index) ?? ""
      return text.isEmpty ? .empty : .text(text)
    case .bool(let value): return .bool(value)
    case .error(let code): return .error(CellRecord.errorName(code))
    case .textFollows: return try formulaText()
    }
  }

  /// Reads the STRING record behind a formula ([MS-XLS] 2.4.268); nothing where none is.
  private func formulaText() throws -> Cell {
    while let kind = try reader.peekKind() {
      if kind == RecordKind.string || kind == RecordKind.string2 {
        guard let record = try reader.next() else { break }
        let text = try CellRecord.text(
          record, at: 0, isShort: kind == RecordKind.string2, styles.version, styles.codePage,
          nextPiece)
        return text.isEmpty ? .empty : .text(text)
      }
      guard RecordKind.belongsToFormula(kind) else { break }
      _ = try reader.next()
    }
    return .empty
  }
}
