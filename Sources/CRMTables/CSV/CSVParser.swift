import CLibCSV
import CRMValues

/// libcsv with its rows collected: text in, rows out, with the line each starts at.
///
/// libcsv's defaults stay: spaces and tabs around an unquoted cell are dropped, blank lines are
/// no rows, a stray quote is text. Line breaks are reported to us so that lines can be counted.
final class CSVParser {
  private let parser = UnsafeMutablePointer<csv_parser>.allocate(capacity: 1)
  private let collector = UnsafeMutablePointer<RowCollector>.allocate(capacity: 1)

  init(name: String, delimiter: UInt8, firstLine: Int, options: ReadOptions) throws {
    parser.initialize(to: csv_parser())
    collector.initialize(to: RowCollector(name: name, firstLine: firstLine, options: options))
    guard csv_init(parser, UInt8(CSV_REPALL_NL)) == 0 else { throw CRMError.csvOutOfMemory(name) }
    csv_set_delim(parser, delimiter)
    csv_set_blk_size(parser, 1 << 16)
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
    collector.deinitialize(count: 1)
    collector.deallocate()
  }

  /// What stopped the parser after the rows that can still be taken.
  var failure: CRMError? { collector.pointee.failure }

  /// Parses a piece of UTF-8 text.
  func parse(_ text: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, let start = text.baseAddress else { return }
    let quote = TextPosition.find(0x22, from: start, to: start + text.count)
    collector.pointee.mayHoldBreaks = quote != nil || parser.pointee.quoted != 0
    let taken = csv_parse(parser, start, text.count, fieldEnded, rowEnded, collector)
    guard failure == nil else { return }
    let (name, limit) = (collector.pointee.name, collector.pointee.cellLimit)
    if taken < text.count {
      collector.pointee.failure = .csvOutOfMemory(name)
    } else if parser.pointee.entry_pos > limit {
      collector.pointee.failure = .csvCellTooLong(
        name, line: collector.pointee.line, cell: collector.pointee.cell, limit: limit)
    }
  }

  /// Ends the text: its last row needs no line break, but its last quote must be closed.
  func finish() {
    guard failure == nil else { return }
    collector.pointee.mayHoldBreaks = true
    _ = csv_set_opts(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    if csv_fini(parser, fieldEnded, rowEnded, collector) != 0 {
      collector.pointee.failure = .csvUnclosedQuote(
        collector.pointee.name, line: collector.pointee.line, cell: collector.pointee.cell)
    }
  }

  /// Hands over the rows parsed so far in exchange for an array to fill again.
  func takeRows(into taken: inout [TableRow]) {
    taken.removeAll(keepingCapacity: true)
    swap(&taken, &collector.pointee.rows)
  }
}

private func fieldEnded(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  let field = UnsafeBufferPointer(start: bytes?.assumingMemoryBound(to: UInt8.self), count: count)
  context?.assumingMemoryBound(to: RowCollector.self).pointee.endField(field)
}

private func rowEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: RowCollector.self).pointee.endRow(terminator)
}
