/// The heading of a table, which may stand in two rows: a group of columns above, what each is called
/// below it.
struct HeadingRows {
  /// The heading as one row, on the line of the lower.
  let heading: TableRow
  /// The rows as they stand in the file.
  let rows: [TableRow]

  init(_ row: TableRow) { (heading, rows) = (row, [row]) }

  /// Takes two rows together where the upper one names groups of columns, cells of which are merged
  /// or blank to the right, and the lower the columns of a group.
  ///
  /// - Returns: nil where together they name no more than either alone.
  init?(_ upper: TableRow, _ lower: TableRow, _ score: (TableRow) -> Int) {
    guard HeadingRows.isGroup(upper, lower), HeadingRows.isText(upper), HeadingRows.isText(lower)
    else { return nil }
    let count = max(upper.cells.count, lower.cells.count)
    let cells = (0..<count).map { place -> Cell in
      let below = place < lower.cells.count ? lower.cells[place] : .empty
      return below.isEmpty && place < upper.cells.count ? upper.cells[place] : below
    }
    heading = TableRow(line: lower.line, cells: cells)
    rows = [upper, lower]
    guard score(heading) > max(score(upper), score(lower)) else { return nil }
  }

  /// Finds the heading at one of some rows, or at two with it.
  ///
  /// - Returns: the heading, and the place of its last row.
  static func around(
    _ place: Int, _ rows: [TableRow], _ score: (TableRow) -> Int
  ) -> (heading: HeadingRows, last: Int) {
    let pairs = [(place - 1, place), (place, place + 1)].compactMap { upper, lower in
      rows.indices.contains(upper) && rows.indices.contains(lower)
        ? HeadingRows(rows[upper], rows[lower], score).map { ($0, lower) } : nil
    }
    let best = pairs.max { score($0.0.heading) < score($1.0.heading) }
    return best ?? (HeadingRows(rows[place]), place)
  }

  /// Whether a cell of the upper row is followed by a blank one that the lower row fills.
  private static func isGroup(_ upper: TableRow, _ lower: TableRow) -> Bool {
    lower.cells.indices.dropFirst().contains { place in
      !lower.cells[place].isEmpty
        && (place >= upper.cells.count || upper.cells[place].isEmpty)
        && upper.cells.prefix(place).contains { !$0.isEmpty }
    }
  }

  private static func isText(_ row: TableRow) -> Bool {
    row.cells.allSatisfy { if case .text = $0 { true } else { $0.isEmpty } }
  }
}
