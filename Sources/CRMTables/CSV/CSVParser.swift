import CLibCSV
import CRMValues

/// libcsv with its rows collected: text in, rows out, with the line each starts at.
///
/// libcsv's defaults stay: spaces and tabs around an unquoted cell are dropped, blank lines are
/// no rows, a stray quote is text. Line breaks are reported to us so that lines can be counted.
final class CSVParser {
  /// The rows parsed and not yet taken.
  private(set) var rows: [TableRow] = []
  private(set) var failure: CRMError?
  private let name: String
  private let options: ReadOptions
  private let parser = UnsafeMutablePointer<csv_parser>.allocate(capacity: 1)
  private var cells: [Cell] = []
  private var width = 0
  private var rowBytes = 0
  private var line: Int
  private var rowLine: Int
  private var afterReturn = false
  private var mayHoldBreaks = false

  init(name: String, delimiter: UInt8, firstLine: Int, options: ReadOptions) throws {
    self.name = name
    self.options = options
    line = firstLine
    rowLine = firstLine
    parser.initialize(to: csv_parser())
    guard csv_init(parser, UInt8(CSV_REPALL_NL)) == 0 else { throw CRMError.csvOutOfMemory(name) }
    csv_set_delim(parser, delimiter)
    csv_set_blk_size(parser, 1 << 16)
  }

  deinit {
    csv_free(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// Parses a piece of UTF-8 text.
  func parse(_ text: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, let base = text.baseAddress else { return }
    mayHoldBreaks = parser.pointee.quoted != 0 || text.contains(0x22)
    let context = Unmanaged.passUnretained(self).toOpaque()
    let taken = csv_parse(parser, base, text.count, fieldEnded, rowEnded, context)
    if taken < text.count { fail(.csvOutOfMemory(name)) }
    if parser.pointee.entry_pos > options.cellLimit { failTooLong() }
  }

  /// Ends the text: its last row needs no line break, but its last quote must be closed.
  func finish() {
    guard failure == nil else { return }
    mayHoldBreaks = true
    let context = Unmanaged.passUnretained(self).toOpaque()
    _ = csv_set_opts(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    if csv_fini(parser, fieldEnded, rowEnded, context) != 0 {
      fail(.csvUnclosedQuote(name, line: line, cell: cells.count + 1))
    }
  }

  /// Hands over the rows parsed so far.
  func takeRows(into taken: inout [TableRow]) {
    taken.removeAll(keepingCapacity: true)
    swap(&taken, &rows)
  }

  private func fail(_ error: CRMError) {
    if failure == nil { failure = error }
  }

  private func failTooLong() {
    fail(
      .csvCellTooLong(name, line: line, cell: cells.count + 1, limit: options.cellLimit))
  }

  fileprivate func endField(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    if cells.isEmpty { rowLine = line }
    afterReturn = false
    guard cells.count < options.columnLimit else {
      fail(.csvTooManyCells(name, line: rowLine, limit: options.columnLimit))
      return
    }
    rowBytes += bytes.count
    if bytes.count > options.cellLimit || rowBytes > 4 * options.cellLimit {
      failTooLong()
      return
    }
    if bytes.isEmpty {
      cells.append(.empty)
    } else {
      cells.append(.text(String(decoding: bytes, as: UTF8.self)))
      if mayHoldBreaks { line += lineBreaks(bytes) }
    }
  }

  fileprivate func endRow(_ terminator: Int32) {
    guard failure == nil else { return }
    if !cells.isEmpty {
      width = cells.count
      rows.append(TableRow(line: rowLine, cells: cells))
      cells = []
      cells.reserveCapacity(width)
      rowBytes = 0
    }
    if terminator == 0x0D || (terminator == 0x0A && !afterReturn) { line += 1 }
    afterReturn = terminator == 0x0D
  }

  private func lineBreaks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }
}

private func fieldEnded(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let context else { return }
  let field = UnsafeBufferPointer(start: bytes?.assumingMemoryBound(to: UInt8.self), count: count)
  Unmanaged<CSVParser>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.endField(field) }
}

private func rowEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<CSVParser>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.endRow(terminator) }
}
