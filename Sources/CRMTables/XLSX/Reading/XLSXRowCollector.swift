import CRMValues

/// Puts the cells of a sheet at their places in rows.
struct XLSXRowCollector {
  /// The rows that are complete.
  private(set) var rows: [TableRow] = []

  private let name: String
  private let limit: Int
  private var line = 0
  private var cells: [Cell] = []
  /// Cells of the row before: the next has as many, most likely.
  private var width = 0
  private var column = -1
  private var isHidden = false
  /// Bytes of text in the rows that were not taken yet.
  private var queued = 0
  /// Empty cells that wide gaps made.
  private var filled = 0

  /// - Parameter limit: bytes a cell may have.
  init(name: String, limit: Int) {
    self.name = name
    self.limit = limit
  }

  /// The row and the column of the cell at hand, counted from 1.
  var place: (row: Int, column: Int) { (line, column + 1) }

  /// Hands over the complete rows in exchange for an array to fill again.
  mutating func takeRows(into taken: inout [TableRow]) {
    taken.removeAll(keepingCapacity: true)
    swap(&taken, &rows)
    queued = 0
  }

  mutating func beginRow(_ attributes: XMLAttributes) {
    let given = attributes.integer("r") ?? 0
    isHidden = attributes.flag("hidden")
    line = 1...CellReference.rowLimit ~= given ? given : line + 1
    column = -1
    cells = []
    cells.reserveCapacity(width)
  }

  mutating func endRow() {
    guard !cells.isEmpty else { return }
    width = cells.count
    var row = TableRow(line: line, cells: cells)
    row.isHidden = isHidden
    rows.append(row)
    cells = []
  }

  /// Goes to the column of the next cell: the one it states, else the next.
  mutating func beginCell(_ stated: Int?) throws {
    column = stated ?? column + 1
    guard column < CellReference.columnLimit else { throw CRMError.tooManyColumns(name, row: line) }
  }

  mutating func add(_ cell: Cell) throws {
    guard column >= 0 else { return }
    if case .text(let text) = cell {
      // A piece of XML is far smaller than this; shared strings may make much of it.
      queued += text.utf8.count
      guard queued <= 2 * limit else {
        throw CRMError.cellTooLong(name, limit: 2 * limit, at: place)
      }
    }
    if column < cells.count {
      cells[column] = cell
      return
    }
    let gap = column - cells.count
    if gap > 0 {
      if gap >= CellReference.wideGap { filled += gap }
      guard filled <= CellReference.fillLimit else { throw CRMError.mostlyEmpty(name, row: line) }
      cells.append(contentsOf: repeatElement(.empty, count: gap))
    }
    cells.append(cell)
  }
}
