import CRMValues

/// Writes tables of GitHub Flavored Markdown; where several sheets may come
/// each gets a heading.
final class MarkdownWriter: RowWriter {
  private var buffer: OutputBuffer
  private let severalSheets: Bool
  private var sheets = 0

  init(_ sink: any ByteSink, severalSheets: Bool) {
    buffer = OutputBuffer(sink)
    self.severalSheets = severalSheets
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    guard severalSheets || sheets == 0 else { throw CRMError.oneSheetOnly(.markdown) }
    if severalSheets { buffer.append("\(sheets == 0 ? "" : "\n")## \(sheet.title)\n\n") }
    sheets += 1
    try write(sheet.columns.map { .text($0.title) })
    for column in sheet.columns { buffer.append(column.kind.isNumeric ? "| ---: " : "| --- ") }
    buffer.append("|\n")
  }

  func write(_ cells: [OutputCell]) throws {
    for cell in cells {
      buffer.append("| ")
      append(cell.text)
      buffer.append(" ")
    }
    buffer.append("|\n")
    try buffer.flushIfFull()
  }

  func finish() throws { try buffer.finish() }

  func cancel() { buffer.sink.discard() }

  /// A bar would end the cell, a line break the table.
  private func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var previous: UInt8 = 0
      for byte in bytes {
        switch byte {
        case 0x7C: buffer.append("\\|")
        case 0x0A where previous == 0x0D: break
        case 0x0A, 0x0D: buffer.append("<br>")
        default: buffer.append(byte)
        }
        previous = byte
      }
    }
  }
}
