import CRMValues

/// Shows what the reader of a file sees before anything is decided about it.
///
/// Nothing is held but the row at hand, so that a file of any size can be shown.
public struct TablePreview {
  /// Which sheets are shown; nil shows all of them.
  public var sheet: SheetChoice?
  /// The line of the heading row, where the caller says so.
  public var headingLine: Int?
  /// How well a row does as headings, where the caller knows the fields that are looked for.
  public var headingScore: (TableRow) -> Int = { _ in 0 }
  /// Rows of a sheet that the text form shows.
  public var rowLimit = 10
  let source: any TableSource

  /// Opens a file, `-` for standard input.
  public init(_ path: String, options: ReadOptions = ReadOptions()) throws {
    var options = options
    options.acceptsEmpty = true
    options.showsSeparatorLine = true
    source = try openTable(path, options: options)
  }

  public init(_ source: any TableSource) {
    self.source = source
  }

  /// What the user should know about how the file was read; complete when it was shown.
  public var notices: [Label] { source.notices }

  /// The sheets that are shown, by their index in the file.
  func chosen() throws -> [Int] {
    if let sheet { return [try sheet.index(in: source)] }
    return Array(source.sheets.indices)
  }

  /// Counts the rows that have at least one cell which is not empty.
  public func countRows() throws -> Int {
    var count = 0
    for index in try chosen() {
      let rows = try source.rows(ofSheet: index)
      while let row = try rows.next() { count += row.isBlank ? 0 : 1 }
    }
    return count
  }
}
