import CRMValues

/// The rows of all sheets of a document, in its order, parsed as they are pulled.
final class ODSStream {
  private let reader: XMLReader
  private let cells: ODSCells
  private var rows: ArraySlice<ODSCells.Row> = []
  private var failure: (any Error)?
  private var isFinished = false
  /// The last sheet that was asked for; it may have been read in part or whole.
  private var latest = -1

  init(_ bytes: any XMLBytes, name: String, limit: Int) throws {
    cells = ODSCells(name: name, limit: limit)
    reader = try XMLReader(bytes, cells)
  }

  /// How much of the document has been read, from 0 to 1.
  var progress: Double { reader.progress }

  /// Whether a sheet nobody has asked for yet is still to come.
  func canReach(_ sheet: Int) -> Bool { sheet > latest && failure == nil }

  /// Notes that a reader of a sheet begins.
  func begin(_ sheet: Int) { latest = sheet }

  /// Returns the next row of a sheet, or nil after its last.
  func next(of sheet: Int) throws -> TableRow? {
    while true {
      if let failure, rows.isEmpty { throw failure }
      guard let first = rows.first else {
        guard !isFinished, cells.sheet <= sheet else { return nil }
        pull()
        continue
      }
      if first.sheet > sheet { return nil }
      if first.sheet < sheet {
        rows.removeFirst()
        continue
      }
      var row = first.row
      row.line += first.given
      if first.given + 1 >= first.repeats {
        rows.removeFirst()
      } else {
        rows[rows.startIndex].given += 1
      }
      return row
    }
  }

  private func pull() {
    do {
      isFinished = try !reader.step()
    } catch {
      failure = error
      isFinished = true
    }
    rows = cells.rows[...]
    cells.rows = []
  }
}

/// The rows of one sheet.
final class ODSRows: RowReader {
  let sheetName: String?
  private let stream: ODSStream
  private let sheet: Int

  init(_ stream: ODSStream, sheet: Int, name: String?) {
    self.stream = stream
    self.sheet = sheet
    sheetName = name
    stream.begin(sheet)
  }

  /// How much of the whole document has been read: its sheets are in one part.
  var progress: Double? { stream.progress }

  func next() throws -> TableRow? { try stream.next(of: sheet) }
}
