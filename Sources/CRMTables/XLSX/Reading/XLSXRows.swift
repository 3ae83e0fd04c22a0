import CRMValues

/// The rows of one sheet, parsed as they are pulled.
final class XLSXRows: RowReader {
  let sheetName: String?
  private let reader: XMLReader
  private let sheet: XLSXSheet
  private var rows: [TableRow] = []
  private var position = 0
  private var failure: (any Error)?
  private var isFinished = false

  init(
    _ bytes: any XMLBytes, name: String, sheetName: String?, content: XLSXContent, limit: Int
  ) throws {
    self.sheetName = sheetName
    sheet = XLSXSheet(name: name, content: content, limit: limit)
    reader = try XMLReader(bytes, sheet)
  }

  var progress: Double? { reader.progress }

  func next() throws -> TableRow? {
    while position == rows.count {
      if let failure { throw failure }
      if isFinished { return nil }
      do {
        isFinished = try !reader.step()
      } catch {
        // The rows before the error are handed over first.
        failure = error
        isFinished = true
      }
      sheet.takeRows(into: &rows)
      position = 0
    }
    // The row is moved out, so that its cells are not shared with the queue.
    var row = TableRow(line: 0, cells: [])
    swap(&row, &rows[position])
    position += 1
    return row
  }
}
