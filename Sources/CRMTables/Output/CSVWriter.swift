import CRMValues

/// Writes RFC 4180, or any other dialect of one-byte delimiters.
///
/// A cell is quoted only where a reader would otherwise see another value.
final class CSVWriter: RowWriter {
  private var buffer: OutputBuffer
  private let options: WriteOptions
  private let delimiter: UInt8
  private var hasSheet = false

  init(_ sink: any ByteSink, options: WriteOptions) {
    buffer = OutputBuffer(sink)
    self.options = options
    delimiter = options.dialect.delimiter
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    guard !hasSheet else { throw CRMError.oneSheetOnly(.csv) }
    hasSheet = true
    if options.dialect.hasMark { buffer.append("\u{FEFF}") }
    if options.dialect.hasSeparatorLine {
      buffer.append("sep=")
      buffer.append(delimiter)
      buffer.append(options.dialect.lineBreak)
    }
    if options.hasHeading { try write(sheet.columns.map { .text($0.title) }) }
  }

  func write(_ cells: [OutputCell]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(delimiter) }
      guard cell != .empty else { continue }
      var text = cell.text
      let isFree = cell.isFreeText
      text.withUTF8 { append($0, isFree: isFree) }
    }
    // A line of nothing is no row to any reader.
    if cells.count == 1, cells[0].text.isEmpty { buffer.append("\"\"") }
    buffer.append(options.dialect.lineBreak)
    try buffer.flushIfFull()
  }

  func finish() throws { try buffer.finish() }

  func cancel() { buffer.sink.discard() }

  private func append(_ text: UnsafeBufferPointer<UInt8>, isFree: Bool) {
    let isGuarded = isFree && options.guardsFormulas && FormulaGuard.needsGuard(text)
    guard isFree, needsQuotes(text) else {
      if isGuarded { buffer.append(0x27) }
      buffer.append(text)
      return
    }
    buffer.append(0x22)
    if isGuarded { buffer.append(0x27) }
    for byte in text {
      if byte == 0x22 { buffer.append(0x22) }
      buffer.append(byte)
    }
    buffer.append(0x22)
  }

  /// Spaces and tabs at the ends would be dropped, a mark at the start taken for the file's.
  private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 || first == 0xEF {
      return true
    }
    return text.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }
}

/// Writes tab-separated text for other programs: tabs and line breaks in cells become spaces.
final class TSVWriter: RowWriter {
  private var buffer: OutputBuffer
  private let hasHeading: Bool
  private var hasSheet = false

  init(_ sink: any ByteSink, options: WriteOptions = WriteOptions()) {
    buffer = OutputBuffer(sink)
    hasHeading = options.hasHeading
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    guard !hasSheet else { throw CRMError.oneSheetOnly(.tsv) }
    hasSheet = true
    if hasHeading { try write(sheet.columns.map { .text($0.title) }) }
  }

  func write(_ cells: [OutputCell]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(0x09) }
      var text = cell.text
      text.withUTF8 { bytes in
        for byte in bytes {
          buffer.append(byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte)
        }
      }
    }
    buffer.append(0x0A)
    try buffer.flushIfFull()
  }

  func finish() throws { try buffer.finish() }

  func cancel() { buffer.sink.discard() }
}
