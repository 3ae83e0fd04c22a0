import CRMTables
import CRMValues

/// Writes the rows that did not land as a file of the input's shape with two columns more, the
/// line and the reason, so that it can be mended and imported itself.
public final class RejectsFile {
  /// The headings of the two columns; an import skips them.
  public static let lineHeading = "import_line"
  public static let reasonHeading = "import_reason"

  public let path: String
  private let writer: any RowWriter
  private let width: Int
  private let language: Language
  private var isEmpty = true

  /// - Parameter dialect: how the input was written, nil where it was not delimited text.
  public init(
    _ path: String, headings: [String], dialect: CSVDialect?, language: Language
  ) throws {
    self.path = path
    self.language = language
    width = headings.count
    var options = WriteOptions()
    if let dialect { options.dialect = dialect }
    writer = try openWriter(.csv, to: .path(path), options: options)
    let titles = headings + [RejectsFile.lineHeading, RejectsFile.reasonHeading]
    try writer.beginSheet(
      OutputSheet(
        key: "rejects", title: "rejects",
        columns: titles.map { OutputColumn(key: $0, title: $0) }))
  }

  /// Appends a row.
  public func write(_ rejected: RejectedRow) throws {
    isEmpty = false
    var cells: [OutputCell] = rejected.row.cells.prefix(width).map {
      $0.isEmpty ? .empty : .text(FormulaGuard.unguarded($0.text))
    }
    while cells.count < width { cells.append(.empty) }
    cells.append(.integer(Int64(rejected.row.line)))
    let reasons = rejected.reasons.map { $0.text.text(in: language) }
    cells.append(.text(reasons.joined(separator: "; ")))
    try writer.write(cells)
  }

  /// Puts the file in place where it has rows.
  ///
  /// - Returns: whether there are any.
  public func finish() throws -> Bool {
    if isEmpty { writer.cancel() } else { try writer.finish() }
    return !isEmpty
  }
}
