import CRMValues

/// The rows of a sheet with its heading row found: titles above the headings are passed over.
public final class HeadedRows: RowReader {
  /// How many rows from the top may hold the headings.
  public static let depth = 20

  public let sheetName: String?
  /// The heading row; nil in a sheet without rows, and without the line that was asked for. Of a
  /// heading in two rows it is the lower, with what the upper says where that is blank.
  public let heading: TableRow?
  /// The rows of the heading as they stand in the file.
  public let headingRows: [TableRow]
  private let rows: any RowReader
  private var buffered: ArraySlice<TableRow>

  /// - Parameters:
  ///   - line: the line the headings are on; nil looks for them.
  ///   - score: how well a row does as headings, the best one wins and the first of equals; where
  ///     none is above 0, the first row that could be headings is taken.
  ///   - mayLackLine: whether the sheet may do without the line.
  /// - Throws: a `CRMError` where the sheet has no row on that line.
  public init(
    _ rows: any RowReader, line: Int? = nil, mayLackLine: Bool = false,
    score: (TableRow) -> Int = { _ in 0 }
  ) throws {
    self.rows = rows
    sheetName = rows.sheetName
    let (first, place) =
      try line.map { try HeadedRows.first(rows, upTo: $0) } ?? HeadedRows.first(rows, score)
    guard let place else {
      if let line, !mayLackLine { throw HeadedRows.noLine(line) }
      (heading, headingRows, buffered) = (nil, [], [])
      return
    }
    let (found, last) = HeadingRows.around(place, first, score)
    (heading, headingRows) = (found.heading, found.rows)
    buffered = first[(last + 1)...]
  }

  /// Says that a table has no row on the line that was asked for.
  public static func noLine(_ line: Int) -> CRMError {
    CRMError(
      .request, "there is no row on line \(line) that could be the headings",
      vi: "không có dòng \(line) để làm tiêu đề")
  }

  /// Reads the row of a line, with those beside it that hold something.
  private static func first(
    _ rows: any RowReader, upTo line: Int
  ) throws -> (rows: [TableRow], place: Int?) {
    var before: [TableRow] = []
    while let row = try rows.next(), row.line <= line {
      guard row.line == line else {
        if !row.isBlank { before = [row] }
        continue
      }
      let next = try rows.next().map { [$0] } ?? []
      return (before + [row] + next, before.count)
    }
    return ([], nil)
  }

  private static func first(
    _ rows: any RowReader, _ score: (TableRow) -> Int
  ) throws -> (rows: [TableRow], place: Int?) {
    var first: [TableRow] = []
    while first.count < HeadedRows.depth, let row = try rows.next() {
      if !row.isBlank { first.append(row) }
    }
    return (first, place(first, score))
  }

  public var progress: Double? { rows.progress }

  public func next() throws -> TableRow? {
    if let row = buffered.popFirst() { return row }
    return try rows.next()
  }

  private static func width(_ row: TableRow) -> Int { row.cells.count { !$0.isEmpty } }

  /// Returns which of the first rows that are not blank are the headings.
  static func place(_ rows: [TableRow], _ score: (TableRow) -> Int) -> Int? {
    var best: (place: Int, score: Int)?
    let widest = rows.map(width).max() ?? 0
    // A title fills one cell, whatever it says.
    for (place, row) in rows.enumerated() where width(row) > 1 || widest == 1 {
      let score = score(row)
      if score > (best?.score ?? 0) { best = (place, score) }
    }
    return best?.place ?? guessed(rows)
  }

  /// Returns the first row of texts only that is as wide as most rows below it: a title fills
  /// one cell, headings fill a column each.
  private static func guessed(_ rows: [TableRow]) -> Int? {
    let widest = rows.map(width).max() ?? 0
    let place = rows.firstIndex { row in
      width(row) * 2 > widest
        && row.cells.allSatisfy { if case .text = $0 { true } else { $0.isEmpty } }
    }
    return place ?? rows.indices.first
  }
}
