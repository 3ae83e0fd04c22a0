import CRMTables
import CRMValues

/// Writes an aligned table for a terminal: numbers to the right, a heading in bold, on several
/// lines where its column is narrow, every line cut to the terminal's width.
///
/// The first rows are held back for the widths of the columns; the others stream.
final class TerminalTable: RowWriter {
  private let sink: any ByteSink
  private let width: Int
  private let isBold: Bool
  private var columns: [OutputColumn] = []
  private var widths: [Int] = []
  private var held: [[String]] = []
  private var isStreaming = false
  private var hasSheet = false
  private var line = ""

  private static let heldRows = 300
  static let gap = "  "

  init(_ sink: any ByteSink, width: Int, isBold: Bool) {
    self.sink = sink
    self.width = max(width, 20)
    self.isBold = isBold
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    if hasSheet {
      try settle()
      try put("\n")
    }
    hasSheet = true
    columns = sheet.columns.map {
      OutputColumn(key: $0.key, title: terminalText($0.title), kind: $0.kind)
    }
    held = []
    isStreaming = false
  }

  func write(_ cells: [OutputCell]) throws {
    let row = cells.map { terminalText($0.text) }
    if isStreaming { return try put(row) }
    held.append(row)
    if held.count == TerminalTable.heldRows { try settle() }
  }

  func finish() throws {
    try settle()
    try sink.commit()
  }

  func cancel() { sink.discard() }

  /// Works out the widths and writes what was held back.
  private func settle() throws {
    guard !isStreaming, !columns.isEmpty else { return }
    isStreaming = true
    var contents = columns.map { _ in 0 }
    for row in held {
      for (index, text) in row.enumerated() {
        contents[index] = max(contents[index], displayWidth(text))
      }
    }
    widths = ColumnWidths.fitted(
      contents, columns.map(\.title), to: width, gap: TerminalTable.gap.count,
      firm: columns.map(\.kind.isFirm))
    try putHeading()
    for row in held { try put(row) }
    held = []
  }

  private func putHeading() throws {
    let titles = zip(columns, widths).map { wrapped($0.title, width: $1) }
    for index in 0..<(titles.map(\.count).max() ?? 0) {
      let text = aligned(titles.map { index < $0.count ? $0[index] : "" })
      if isBold { try sink.put(.bold) }
      try put(text)
      if isBold { try sink.put(.plain) }
      try put("\n")
    }
  }

  private func put(_ row: [String]) throws { try put(aligned(row) + "\n") }

  private func put(_ text: String) throws {
    var text = text
    try text.withUTF8 { try sink.write(UnsafeRawBufferPointer($0)) }
  }

  private func aligned(_ row: [String]) -> String {
    line.removeAll(keepingCapacity: true)
    for (index, whole) in row.enumerated() {
      let text = fitted(whole, to: widths[index])
      let blanks = String(repeating: " ", count: max(0, widths[index] - displayWidth(text)))
      if index > 0 { line += TerminalTable.gap }
      if columns[index].kind.isNumeric {
        line += blanks
        line += text
      } else {
        line += text
        line += blanks
      }
    }
    while line.last == " " { line.removeLast() }
    return fitted(line, to: width)
  }
}
