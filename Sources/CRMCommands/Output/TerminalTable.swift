import CRMTables
import CRMValues

/// Writes an aligned table for a terminal: numbers to the right, one line of headings in bold.
/// Columns that do not fit are left out, the least important first, and the last line says which.
///
/// The first rows are held back for the widths of the columns; the others stream.
final class TerminalTable: RowWriter {
  private let sink: any ByteSink
  private let width: Int
  private let isBold: Bool
  private let leftOut: (String) -> String
  private var columns: [ScreenColumn] = []
  private var layout = ScreenLayout([], width: 0, gap: 0)
  private var held: [[ScreenCell]] = []
  /// Of each column the code behind a name, where names stand without.
  private var codes: [[String: String]] = []
  private var isStreaming = false
  private var hasSheet = false
  private var line = ""

  private static let heldRows = 300
  static let gap = "  "

  /// - Parameter leftOut: makes the last line of the headings that there was no room for.
  init(
    _ sink: any ByteSink, width: Int, isBold: Bool, leftOut: @escaping (String) -> String = { $0 }
  ) {
    self.sink = sink
    self.width = max(width, 20)
    self.isBold = isBold
    self.leftOut = leftOut
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    try begin(ScreenColumn.ranked(sheet.columns.map { ScreenColumn($0.title, $0.kind) }))
  }

  /// Starts a table.
  func begin(_ columns: [ScreenColumn]) throws {
    if hasSheet {
      try end()
      try put("\n")
    }
    hasSheet = true
    self.columns = columns
    codes = columns.map { _ in [:] }
    held = []
    isStreaming = false
  }

  func write(_ cells: [OutputCell]) throws { try write(cells.map { ScreenCell($0.text) }) }

  /// Writes a row.
  func write(_ row: [ScreenCell]) throws {
    if isStreaming { return try put(row) }
    held.append(row)
    if held.count == TerminalTable.heldRows { try settle() }
  }

  func finish() throws {
    try end()
    try sink.commit()
  }

  func cancel() { sink.discard() }

  /// Ends a table with what was left out of it.
  private func end() throws {
    try settle()
    let gone = columns.indices.filter { !layout.kept.contains($0) }.map { columns[$0].title }
    guard !gone.isEmpty else { return }
    for text in wrapped(leftOut(gone.joined(separator: ", ")), width: width) {
      try put(text + "\n")
    }
  }

  /// Works out the widths and writes what was held back.
  private func settle() throws {
    guard !isStreaming, !columns.isEmpty else { return }
    isStreaming = true
    layout = ScreenLayout(
      columns.indices.map(measure), width: width, gap: TerminalTable.gap.count)
    try putHeading()
    for row in held { try put(row) }
    held = []
  }

  private func measure(_ place: Int) -> ScreenLayout.Measure {
    var measure = ScreenLayout.Measure(column: columns[place])
    let fit = columns[place].fit
    var texts: Set<String> = []
    for row in held {
      let cell = row[place]
      measure.widest = max(measure.widest, displayWidth(cell.full))
      let shown = columns[place].dropsCodes ? cell.text : cell.full
      measure.shortest = max(measure.shortest, displayWidth(shown))
      switch fit {
      case .whole: break
      case .cut: texts.insert(shown)
      case .wraps, .items:
        measure.least = max(measure.least, CellLines.widestPart(shown, fit))
      }
    }
    switch fit {
    case .whole: measure.least = measure.widest
    case .cut: measure.least = CellLines.telling(texts, from: 8, to: measure.widest)
    case .wraps:
      let isNamed = !columns[place].dropsCodes && held.contains { $0[place].code != nil }
      let usual = isNamed ? TerminalTable.usualWithCode : TerminalTable.usual
      measure.least = max(measure.least, min(measure.shortest, usual))
    case .items: break
    }
    return measure
  }

  /// A name keeps so much before other columns are left out for it.
  private static let usual = 20
  private static let usualWithCode = 28

  private func putHeading() throws {
    let titles = layout.kept.map { columns[$0].title }
    let text = aligned(zip(titles, layout.widths).map { fitted($0, to: $1) })
    if isBold { try sink.put(.bold) }
    try put(text)
    if isBold { try sink.put(.plain) }
    try put("\n")
  }

  private func put(_ row: [ScreenCell]) throws {
    let cells = zip(layout.kept, layout.widths).map { place, width in
      CellLines.of(text(row[place], place), width: width, columns[place].fit)
    }
    for index in 0..<(cells.map(\.count).max() ?? 0) {
      try put(aligned(cells.map { index < $0.count ? $0[index] : "" }) + "\n")
    }
  }

  /// A name stands without its code where the column says so, unless another has the name too.
  private func text(_ cell: ScreenCell, _ place: Int) -> String {
    guard let code = cell.code, columns[place].dropsCodes, layout.dropsCodes else {
      return cell.full
    }
    let known = codes[place][cell.text] ?? code
    codes[place][cell.text] = known
    return known == code ? cell.text : cell.full
  }

  private func put(_ text: String) throws {
    var text = text
    try text.withUTF8 { try sink.write(UnsafeRawBufferPointer($0)) }
  }

  private func aligned(_ row: [String]) -> String {
    line.removeAll(keepingCapacity: true)
    for (index, text) in row.enumerated() {
      let blanks = String(repeating: " ", count: max(0, layout.widths[index] - displayWidth(text)))
      if index > 0 { line += TerminalTable.gap }
      if columns[layout.kept[index]].isNumeric {
        line += blanks
        line += text
      } else {
        line += text
        line += blanks
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
