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
  /// Whether cells of the current piece of text may have line breaks, which only quotes allow.
  var mayHoldBreaks = false
  private var cells: [Cell] = []
  private var rowLine: Int
  private var rowBytes = 0
  private var afterReturn = false

  init(name: String, firstLine: Int, options: ReadOptions) {
    self.name = name
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
      cells.append(.text(String(decoding: bytes, as: UTF8.self)))
      if mayHoldBreaks { line += RowCollector.lineBreaks(bytes) }
    }
  }

  mutating func endRow(_ terminator: Int32) {
    guard failure == nil else { return }
    if !cells.isEmpty {
      let width = cells.count
      rows.append(TableRow(line: rowLine, cells: cells))
      cells = []
      cells.reserveCapacity(width)
      rowBytes = 0
    }
    if terminator == 0x0D || (terminator == 0x0A && !afterReturn) { line += 1 }
    afterReturn = terminator == 0x0D
  }

  private static func lineBreaks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }
}
