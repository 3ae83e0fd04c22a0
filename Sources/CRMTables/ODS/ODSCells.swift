import CRMValues

/// Turns the XML of an OpenDocument sheet into rows (OpenDocument 1.3 part 3, 9).
final class ODSCells: XMLHandler {
  /// A row, and how many times it stands there.
  struct Row {
    let sheet: Int
    var row: TableRow
    let repeats: Int
    /// How many of them were handed over.
    var given = 0
  }

  /// The rows that are complete; taken by the stream.
  final var rows: [Row] = []
  /// The sheet that is being read, from 0.
  private(set) final var sheet = -1

  private let name: String
  private let limit: Int
  private var depth = 0
  private var home = -1
  private var tables = 0
  private var line = 1
  private var rowRepeats = 1
  private var isInRow = false
  private var isHidden = false
  private var cells: [Cell] = []
  private var blanks = 0
  private var repeated = 0
  private var rowBytes = 0
  private var cell: ODSCell?
  private var text = ODSText()
  /// The depth of an element whose content is not the cell's: a comment, a picture.
  private var skipped = Int.max

  init(name: String, limit: Int) {
    self.name = name
    self.limit = limit
  }

  override func start(_ element: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    guard depth < skipped else { return }
    if cell != nil {
      if !text.start(element, attributes) { skipped = depth }
      if text.bytes.count > limit {
        stop(CRMError.cellTooLong(name, limit: limit, at: (line, cells.count + blanks + 1)))
      }
    } else if element == "spreadsheet" {
      home = depth
    } else if element == "table", depth == home + 1 {
      sheet += 1
      tables = depth
      line = 1
    } else if tables > 0 {
      startInTable(element, attributes)
    }
  }

  private func startInTable(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "table-row" {
      isInRow = true
      let visibility = attributes["visibility"]
      isHidden = visibility == "filter" || visibility == "collapse"
      rowRepeats = max(attributes.integer("number-rows-repeated") ?? 1, 1)
      cells = []
      blanks = 0
      rowBytes = 0
    } else if isInRow, element == "table-cell" || element == "covered-table-cell" {
      cell = ODSCell(attributes)
      text.begin()
    } else if element == "shapes" || element == "table" || element == "desc" || element == "title" {
      skipped = depth
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard cell != nil, depth < skipped else { return }
    text.append(piece)
    if text.bytes.count > limit {
      stop(CRMError.cellTooLong(name, limit: limit, at: (line, cells.count + blanks + 1)))
    }
  }

  override func end(_ element: XMLName) {
    defer { depth -= 1 }
    guard depth <= skipped else { return }
    if depth == skipped {
      skipped = Int.max
    } else if let cell, element == "table-cell" || element == "covered-table-cell" {
      self.cell = nil
      add(cell.cell(text), times: cell.repeats)
    } else if cell != nil {
      text.end(element)
    } else if element == "table-row" {
      endRow()
    } else if depth == tables {
      tables = 0
    }
  }

  private func add(_ cell: Cell, times: Int) {
    guard !cell.isEmpty else {
      blanks = min(blanks + times, CellReference.columnLimit)
      return
    }
    guard cells.count + blanks + times <= CellReference.columnLimit else {
      return stop(CRMError.tooManyColumns(name, row: line))
    }
    if case .text(let text) = cell {
      let (bytes, overflow) = text.utf8.count.multipliedReportingOverflow(by: times)
      rowBytes += overflow ? limit : min(bytes, limit)
      guard rowBytes < limit else {
        return stop(CRMError.cellTooLong(name, limit: limit, at: (line, cells.count + blanks + 1)))
      }
    }
    guard charge(times - 1 + (blanks < CellReference.wideGap ? 0 : blanks)) else { return }
    if blanks > 0 { cells.append(contentsOf: repeatElement(.empty, count: blanks)) }
    blanks = 0
    if times > 1 { cells.append(contentsOf: repeatElement(cell, count: times - 1)) }
    cells.append(cell)
  }

  private func endRow() {
    isInRow = false
    if !cells.isEmpty {
      let (more, overflow) = cells.count.multipliedReportingOverflow(by: rowRepeats - 1)
      guard charge(overflow ? Int.max : more) else { return }
      var row = TableRow(line: line, cells: cells)
      row.isHidden = isHidden
      rows.append(Row(sheet: sheet, row: row, repeats: rowRepeats))
      cells = []
    }
    line = min(line, 1 << 40) + min(rowRepeats, 1 << 40)
    if line > CellReference.rowLimit { line = min(line, CellReference.rowLimit + 1) }
  }

  /// Counts cells that are only there by repetition; false where they are too many.
  private func charge(_ more: Int) -> Bool {
    repeated = more > CellReference.fillLimit ? more : repeated + more
    guard repeated > CellReference.fillLimit else { return true }
    stop(
      CRMError.overblown(
        name,
        Label(
          "row \(line) is repeated without end", vi: "dòng \(line) được lặp lại vô tận")))
    return false
  }
}
