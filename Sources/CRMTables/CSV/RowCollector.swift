import CRMValues

/// Makes rows of the cells and row ends that libcsv reports, and counts lines.
///
/// A struct behind a pointer: a class would check exclusive access for every cell.
struct RowCollector {
  let name: String
  let cellLimit: Int
  let columnLimit: Int
  /// The rows not yet taken.
  var rows: [TableRow] = []
  var failure: CRMError?
  /// The line reached, as far as whole cells tell.
  var line: Int
  /// The cells of the widest of the first rows.
  private(set) var width = 0
  /// Whether the quote that opened the cell that comes is text of it.
  var keepsOpeningQuote = false
  /// Whether cells of the current piece of text may have line breaks, which only quotes allow.
  var mayHoldBreaks = false
  private var cells: [Cell] = []
  private var rowLine: Int
  private var rowBytes = 0
  private var afterReturn = false
  private let delimiter: UInt8
  /// The cells of the row at hand that have line breaks.
  private var brokenCells: [Int] = []
  private var rowCount = 0

  init(name: String, firstLine: Int, delimiter: UInt8, options: ReadOptions) {
    self.name = name
    self.delimiter = delimiter
    cellLimit = options.cellLimit
    columnLimit = options.columnLimit
    line = firstLine
    rowLine = firstLine
  }

  /// The place from 1 of the cell that is being read.
  var cell: Int { cells.count + 1 }

  mutating func endField(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    if cells.isEmpty { rowLine = line }
    afterReturn = false
    guard cells.count < columnLimit else {
      failure = .csvTooManyCells(name, line: rowLine, limit: columnLimit)
      return
    }
    rowBytes += bytes.count
    guard bytes.count <= cellLimit, rowBytes <= 4 * cellLimit else {
      failure = .csvCellTooLong(name, line: line, cell: cell, limit: cellLimit)
      return
    }
    if bytes.isEmpty {
      cells.append(.empty)
    } else {
      let text = String(decoding: bytes, as: UTF8.self)
      cells.append(.text(keepsOpeningQuote ? "\"" + text : text))
      if mayHoldBreaks, case let breaks = RowCollector.lineBreaks(bytes), breaks > 0 {
        line += breaks
        brokenCells.append(cells.count - 1)
      }
    }
    keepsOpeningQuote = false
  }

  mutating func endRow(_ terminator: Int32) {
    guard failure == nil else { return }
    if !cells.isEmpty {
      let width = cells.count
      rows.append(TableRow(line: rowLine, cells: cells))
      if !brokenCells.isEmpty { noteRowsInCells() }
      if rowCount < HeadedRows.depth {
        rowCount += 1
        self.width = max(self.width, width)
      }
      cells = []
      cells.reserveCapacity(width)
      rowBytes = 0
    }
    if terminator == 0x0D || (terminator == 0x0A && !afterReturn) { line += 1 }
    afterReturn = terminator == 0x0D
  }

  /// Marks the row where a quote that was meant as text has taken other rows into its cell: every
  /// line of the cell is then as wide as a row.
  private mutating func noteRowsInCells() {
    defer { brokenCells.removeAll() }
    for place in brokenCells {
      let lines = cells[place].text.split(whereSeparator: \.isNewline)
      guard let first = lines.first, let last = lines.last, lines.count > 1 else { continue }
      // The headings, below a title at most, are themselves what tells how wide rows are.
      let width = self.width > 1 ? self.width : place + 1 + delimiters(first)
      guard width > 2 else { continue }
      let isRows =
        place + 1 + delimiters(first) == width
        && lines.dropFirst().dropLast().allSatisfy { delimiters($0) + 1 == width }
        && delimiters(last) + cells.count - place == width
      // In sentences a blank follows each comma.
      let isDense = lines.dropFirst().contains { line in
        let bytes = Array(line.utf8)
        return bytes.indices.dropLast().contains {
          bytes[$0] == delimiter && bytes[$0 + 1] != 0x20
        }
      }
      guard isRows, isDense else { continue }
      rows[rows.count - 1].fault = .rowsInCell(place + 1, lines: lines.count)
      return
    }
  }

  private func delimiters(_ text: Substring) -> Int { text.utf8.count { $0 == delimiter } }

  static func lineBreaks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }
}
