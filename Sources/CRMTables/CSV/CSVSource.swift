import CRMValues

/// An open delimited text: one sheet without a name, read once.
final class CSVSource: TableSource {
  let name: String
  let format = TableFormat.csv
  let sheets = [SheetInfo(name: nil)]
  let dialect: CSVDialect?
  let notices: [Label]
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
    var notices = input.notices
    if sniffed.keepsSpacedQuotes { notices.append(CSVSource.spacedQuotes(name)) }
    self.notices = notices
    let skipped = options.showsSeparatorLine ? 0 : sniffed.separatorLine
    head.removeFirst(skipped)
    let parser = try CSVParser(
      name: name, delimiter: sniffed.delimiter, firstLine: skipped > 0 ? 2 : 1, options: options)
    reader = CSVReader(
      input: input, parser: parser, head: head,
      spacedQuotes: sniffed.keepsSpacedQuotes ? SpacedQuotes(delimiter: sniffed.delimiter) : nil)
  }

  private static func spacedQuotes(_ name: String) -> Label {
    Label(
      "\(name): some cells have a space before their quotes; the quotes are kept as text",
      vi: "\(name): có ô đặt dấu cách trước dấu nháy kép; dấu nháy được giữ làm chữ")
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
  private var spacedQuotes: SpacedQuotes?
  private var rewritten: [UInt8] = []
  private var rows: [TableRow] = []
  private var position = 0
  private var isFinished = false

  init(input: TextInput, parser: CSVParser, head: [UInt8], spacedQuotes: SpacedQuotes?) {
    self.spacedQuotes = spacedQuotes
    self.input = input
    self.parser = parser
    self.head = head
  }

  var progress: Double? { input.progress }

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
      head.withUnsafeBufferPointer(parse)
      head = []
    } else if try !input.next(parse) {
      spacedQuotes?.finish(into: &rewritten)
      if spacedQuotes != nil { rewritten.withUnsafeBufferPointer(parser.parse) }
      parser.finish()
      isFinished = true
    }
  }

  private func parse(_ text: UnsafeBufferPointer<UInt8>) {
    guard spacedQuotes != nil else { return parser.parse(text) }
    spacedQuotes?.rewrite(text, into: &rewritten)
    rewritten.withUnsafeBufferPointer(parser.parse)
  }
}
