import CLibCSV
import CRMValues

/// libcsv with its rows collected: text in, rows out, with the line each starts at.
///
/// libcsv's defaults stay: spaces and tabs around an unquoted cell are dropped, blank lines are
/// no rows. Line breaks are reported to us so that lines can be counted. It is strict about quotes,
/// so that we are asked at each stray one: within its line it is text, beyond that an error.
final class CSVParser {
  private let parser = UnsafeMutablePointer<csv_parser>.allocate(capacity: 1)
  private let collector = UnsafeMutablePointer<RowCollector>.allocate(capacity: 1)
  private let delimiter: UInt8
  /// What is left of the line at hand, from a stray quote in a quoted cell on; nil for most.
  private var strayLine: StrayLine?

  init(name: String, delimiter: UInt8, firstLine: Int, options: ReadOptions) throws {
    self.delimiter = delimiter
    parser.initialize(to: csv_parser())
    collector.initialize(
      to: RowCollector(name: name, firstLine: firstLine, delimiter: delimiter, options: options))
    guard csv_init(parser, UInt8(CSV_STRICT | CSV_REPALL_NL)) == 0 else {
      throw CRMError.csvOutOfMemory(name)
    }
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
    var rest = text[...]
    while !rest.isEmpty, failure == nil {
      if strayLine == nil { take(&rest) } else { hold(&rest) }
    }
    checkLength(parser.pointee.entry_pos + (strayLine?.count ?? 0))
  }

  /// Parses up to the next quote that stands where none may: it is text where its cell is not
  /// quoted, and where it is, the rest of the line tells.
  private func take(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
    let taken = feed(UnsafeBufferPointer(rebasing: rest))
    rest = rest.dropFirst(taken)
    guard failure == nil, !rest.isEmpty else { return }
    guard csv_error(parser) == CSV_EPARSE else {
      collector.pointee.failure = .csvOutOfMemory(collector.pointee.name)
      return
    }
    if parser.pointee.quoted == 0 {
      feedLeniently([0x22])
      rest = rest.dropFirst()
    } else if RowCollector.lineBreaks(entry) > 0 {
      collector.pointee.failure = .csvStrayQuote(
        collector.pointee.name, line: collector.pointee.line, cell: collector.pointee.cell)
    } else {
      strayLine = StrayLine(delimiter: delimiter)
    }
  }

  /// Keeps what is left of a line with a stray quote in a quoted cell, and reads it at its end.
  private func hold(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
    let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
    strayLine?.append(rest[..<end])
    rest = rest[end...]
    checkLength(strayLine?.count ?? 0)
    if !rest.isEmpty { resolveLine() }
  }

  /// Reads the line that was kept, a stray quote after the other.
  private func resolveLine() {
    guard var line = strayLine else { return }
    strayLine = nil
    var isInCell = true
    while failure == nil, isInCell || line.count > 0 {
      if Interruption.happened {
        collector.pointee.failure = Interruption.error
        return
      }
      if isInCell {
        let cell = line.takeCell(
          cellsBefore: collector.pointee.cell - 1, width: collector.pointee.width)
        collector.pointee.keepsOpeningQuote = !cell.isQuoted
        feedLeniently(cell.text)
        isInCell = false
      } else {
        let taken = line.bytes[line.position...].withUnsafeBufferPointer {
          var rest = $0[...]
          take(&rest)
          return line.count - rest.count
        }
        line.advance(taken)
        isInCell = strayLine != nil
        strayLine = nil
      }
    }
  }

  /// The text so far of the cell that is being read.
  private var entry: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: parser.pointee.entry_buf, count: parser.pointee.entry_pos)
  }

  private func feed(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    csv_parse(parser, text.baseAddress, text.count, fieldEnded, rowEnded, collector)
  }

  private func feedLeniently(_ text: [UInt8]) {
    _ = csv_set_opts(parser, UInt8(CSV_REPALL_NL))
    if text.withUnsafeBufferPointer(feed) < text.count {
      collector.pointee.failure = .csvOutOfMemory(collector.pointee.name)
    }
    _ = csv_set_opts(parser, UInt8(CSV_STRICT | CSV_REPALL_NL))
  }

  private func checkLength(_ count: Int) {
    guard failure == nil else { return }
    let (name, limit) = (collector.pointee.name, collector.pointee.cellLimit)
    guard count > limit else { return }
    collector.pointee.failure = .csvCellTooLong(
      name, line: collector.pointee.line, cell: collector.pointee.cell, limit: limit)
  }

  /// Ends the text: its last row needs no line break, but its last quote must be closed.
  func finish() {
    if failure == nil { resolveLine() }
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
