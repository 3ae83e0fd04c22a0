import CRMTables

/// Rows that pass by a progress bar, and stop when the command is told to.
final class WatchedRows: RowReader {
  private let rows: any RowReader
  private let bar: ProgressBar

  init(_ rows: any RowReader, _ bar: ProgressBar) {
    self.rows = rows
    self.bar = bar
  }

  var sheetName: String? { rows.sheetName }
  var progress: Double? { rows.progress }

  func next() throws -> TableRow? {
    if Interruption.happened { throw Interruption.error }
    guard let row = try rows.next() else { return nil }
    bar.advance(rows.progress)
    return row
  }
}
