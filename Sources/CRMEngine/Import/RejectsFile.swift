import CRMTables
import CRMValues

/// Writes the rows that did not land as a file that can be mended and imported itself: in the
/// input's columns and cells as they were read, or its cards, each with its line and the reason.
///
/// Workbooks and JSON hold the rows of several sheets, each under its name. Rows are written as
/// they come.
public final class RejectsFile {
  /// The names of the two columns, for programs.
  static let lineName = "import_line"
  static let reasonName = "import_reason"
  /// The name, for programs, of what stands on a line that is no record.
  static let sourceName = "import_text"
  /// Their headings, for people; an import skips them in either language, and by their names.
  public static let lineHeading = Label("Line in the file", vi: "Dòng trong tệp")
  public static let reasonHeading = Label("Why not imported", vi: "Lý do không nhập")

  private static let own = Set(
    [
      lineName, reasonName, sourceName, lineHeading.en, lineHeading.vi, reasonHeading.en,
      reasonHeading.vi,
    ].map(Headings.key))

  public let path: String
  private let output: Output
  private let language: Language
  private let hasGuards: Bool
  /// Whether a record may have fewer members than there are names.
  private let namesMembers: Bool
  /// The column in which a rejects file of ours brought the text of a line along.
  private var sourcePlace: Int?
  private var columns: [(place: Int, kind: ColumnKind)] = []
  private var width = 0
  private var isEmpty = true

  private enum Output {
    case rows(any RowWriter)
    case cards(VCardCopies)
  }

  /// - Parameters:
  ///   - source: the input, which says how its delimited text is written.
  ///   - kept: the files that it must not take the place of.
  ///   - severalSheets: whether rows of more than one sheet may come.
  /// - Throws: ``CRMError`` where the file cannot be made; it never replaces one that is there.
  public init(
    _ path: String, _ format: OutputFormat, of source: any TableSource,
    keeping kept: KeptFiles = KeptFiles(), severalSheets: Bool = false, language: Language
  ) throws {
    self.path = path
    self.language = language
    hasGuards = source.dialect != nil
    namesMembers = format == .json || format == .jsonl
    let target = OutputTarget.path(path, keeping: kept, replacing: false)
    if format == .vcf, let copies = try VCardCopies(of: source, to: target) {
      output = .cards(copies)
      return
    }
    var options = WriteOptions()
    if let dialect = source.dialect { options.dialect = dialect }
    options.severalSheets = severalSheets
    output = .rows(try openWriter(format, to: target, options: options))
  }

  /// Returns the format that rows in error of a file go out in by themselves.
  public static func format(of input: TableFormat) -> OutputFormat {
    switch input {
    case .csv: return .csv
    // What cannot be written as it is becomes a workbook of today.
    case .xlsx, .xls, .ods: return .xlsx
    case .json: return .json
    case .jsonl: return .jsonl
    case .vcf: return .vcf
    }
  }

  /// Starts the rows of a sheet: its name, its headings as they stand in the file, and what the
  /// fields hold that they fill.
  public func begin(_ sheet: OutputSheet) throws {
    guard case .rows(let writer) = output else { return }
    width = sheet.columns.count
    sourcePlace = sheet.columns.firstIndex { $0.title == RejectsFile.sourceName }
    // Those that a rejects file brought along are replaced.
    columns = sheet.columns.enumerated().filter { !RejectsFile.isOurs($0.element.title) }
      .map { ($0.offset, $0.element.kind) }
    var sheet = OutputSheet(
      key: sheet.key, title: sheet.title, columns: columns.map { sheet.columns[$0.place] })
    sheet.columns.append(
      OutputColumn(
        key: RejectsFile.lineName, title: RejectsFile.lineHeading.text(in: language),
        kind: .integer))
    sheet.columns.append(
      OutputColumn(
        key: RejectsFile.reasonName, title: RejectsFile.reasonHeading.text(in: language),
        width: 80))
    if namesMembers {
      sheet.columns.append(OutputColumn(key: RejectsFile.sourceName, title: RejectsFile.sourceName))
    }
    try writer.beginSheet(sheet)
  }

  /// Whether a heading is one of the two that a rejects file adds.
  public static func isOurs(_ heading: String) -> Bool {
    own.contains(Headings.key(heading))
  }

  /// Appends a row.
  public func write(_ rejected: RejectedRow) throws {
    isEmpty = false
    let reasons = rejected.reasons.map { $0.text.text(in: language) }.joined(separator: "; ")
    switch output {
    case .rows(let writer): try writer.write(cells(rejected.row, reasons))
    case .cards(let copies):
      try copies.write(
        line: rejected.row.line,
        adding: [
          (VCardCopies.name(of: RejectsFile.lineName), String(rejected.row.line)),
          (VCardCopies.name(of: RejectsFile.reasonName), reasons),
        ])
    }
  }

  private func cells(_ row: TableRow, _ reasons: String) -> [OutputCell] {
    var cells = columns.map { place, kind in
      place < row.cells.count ? cell(row.cells[place], kind) : .empty
    }
    cells.append(.integer(Int64(row.line)))
    cells.append(.text(reasons))
    if namesMembers {
      let brought = sourcePlace.flatMap { $0 < row.cells.count ? row.cells[$0].text : nil }
      if let source = row.fault?.source ?? brought, !source.isEmpty { cells.append(.text(source)) }
      return cells
    }
    // What stands beyond the headings still does, so that the row stays in error until mended.
    if row.cells.count > width { cells += row.cells[width...].map { cell($0, .text) } }
    return cells
  }

  private func cell(_ cell: Cell, _ kind: ColumnKind) -> OutputCell {
    if hasGuards, case .text(let text) = cell { return .text(FormulaGuard.unguarded(text)) }
    return OutputCell(cell, in: kind)
  }

  /// Puts the file in place where it has rows.
  ///
  /// - Returns: whether there are any.
  public func finish() throws -> Bool {
    switch (output, isEmpty) {
    case (.rows(let writer), false): try writer.finish()
    case (.rows(let writer), true): writer.cancel()
    case (.cards(let copies), false): try copies.finish()
    case (.cards(let copies), true): copies.cancel()
    }
    return !isEmpty
  }
}
