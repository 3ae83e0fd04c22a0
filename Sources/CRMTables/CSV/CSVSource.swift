import CRMValues

/// An open delimited text: one sheet without a name, read once.
final class CSVSource: TableSource {
  let name: String
  let format = TableFormat.csv
  let sheets = [SheetInfo(name: nil)]
  let dialect: CSVDialect?
  private var reader: CSVReader?

  /// Recognises encoding and dialect by reading ahead at most 64 KB and a chunk.
  init(_ source: ByteSource, options: ReadOptions) throws {
    name = source.name
    let input = try TextInput(
      source, encoding: options.encoding, chunkSize: options.chunkSize)
    var head: [UInt8] = []
    var isWhole = false
    do {
      while head.count < 1 << 16, !isWhole {
        isWhole = try !input.next { head.append(contentsOf: $0) }
      }
    } catch {
      // The reader meets the same error again after the rows before it.
      if head.isEmpty { throw error }
    }
    let sniffed = head.withUnsafeBufferPointer {
      DialectSniffer(head: $0, isWhole: isWhole, chosen: options.delimiter)
    }
    dialect = CSVDialect(
      delimiter: sniffed.delimiter, lineBreak: sniffed.lineBreak, encoding: input.encoding,
      hasMark: input.hasMark, hasSeparatorLine: sniffed.separatorLine > 0)
    head.removeFirst(sniffed.separatorLine)
    let parser = try CSVParser(
      name: name, delimiter: sniffed.delimiter, firstLine: sniffed.separatorLine > 0 ? 2 : 1,
      options: options)
    reader = CSVReader(input: input, parser: parser, head: head)
  }

  func rows(ofSheet index: Int) throws -> any RowReader {
    guard index == 0, let reader else { throw CRMError.csvReadOnce(name) }
    self.reader = nil
    return reader
  }
}

/// The rows of a delimited text.
final class CSVReader: RowReader {
  let sheetName: String? = nil
  private let input: TextInput
  private let parser: CSVParser
  private var head: [UInt8]
  private var rows: [TableRow] = []
  private var position = 0
  private var isFinished = false

  init(input: TextInput, parser: CSVParser, head: [UInt8]) {
    self.input = input
    self.parser = parser
    self.head = head
  }

  func next() throws -> TableRow? {
    while position == rows.count {
      if let failure = parser.failure { throw failure }
      if isFinished { return nil }
      try parseMore()
      parser.takeRows(into: &rows)
      position = 0
    }
    // The row is moved out, so that its cells are not shared with the queue.
    var row = TableRow(line: 0, cells: [])
    swap(&row, &rows[position])
    position += 1
    return row
  }

  private func parseMore() throws {
    if !head.isEmpty {
      head.withUnsafeBufferPointer(parser.parse)
      head = []
    } else if try !input.next(parser.parse) {
      parser.finish()
      isFinished = true
    }
  }
}
