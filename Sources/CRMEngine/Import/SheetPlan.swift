import CRMTables
import CRMValues

/// Which sheets of a file an import takes, what each holds, and in which order: what is referred
/// to before what refers to it, wherever it stands in the file.
public struct SheetPlan {
  /// A sheet that is taken.
  public struct Sheet {
    public let index: Int
    public let name: String?
    /// The kind its rows are; nil where only the headings can tell, and have not been asked.
    public let kind: Kind?
    public let heading: TableRow
    /// The rows of the heading as they stand in the file.
    public let headingRows: [TableRow]
    /// The rows, where they cannot be asked for again.
    fileprivate let rows: HeadedRows?
  }

  public let source: any TableSource
  public private(set) var sheets: [Sheet] = []
  /// The names of hidden sheets, which are left out.
  public private(set) var hidden: [String] = []
  /// The names of sheets with rows of no known kind, which are left out.
  public private(set) var unknown: [String] = []
  private let headerRow: Int?
  let options: ImportOptions

  /// - Parameters:
  ///   - sheet: the one sheet to take; nil takes all that hold records.
  ///   - headerRow: the line of the headings, where the caller knows it.
  /// - Throws: ``CRMError`` where there is no such sheet, or none holds anything.
  public init(
    _ source: any TableSource, _ options: ImportOptions, sheet: SheetChoice?, headerRow: Int?
  ) throws {
    self.source = source
    self.headerRow = headerRow
    self.options = options
    let only = try sheet?.index(in: source) ?? (source.sheets.count == 1 ? 0 : nil)
    if let only { try takeOnly(only) } else { try takeAll() }
  }

  private mutating func takeAll() throws {
    let names = SheetNameKinds(options.entities.catalogue)
    var others: [Sheet] = []
    for (index, info) in source.sheets.enumerated() {
      if info.isHidden {
        if info.name != ChoiceSheet.name { hidden.append(info.name ?? "\(index + 1)") }
        continue
      }
      // A line that the caller names is meant of the sheets that have it.
      let opened = try open(index, mayLackLine: true)
      guard let heading = opened.heading else { continue }
      let kind = kind(of: heading, named: names.kind(info.name ?? ""))
      let found = Sheet(
        index: index, name: info.name, kind: kind, heading: heading,
        headingRows: opened.headingRows, rows: nil)
      if kind != nil { sheets.append(found) } else { others.append(found) }
    }
    if sheets.isEmpty, let first = others.first {
      // The one sheet of a file is what the caller says it is, or its headings are refused by name.
      sheets = [first]
      others.removeFirst()
    }
    guard !sheets.isEmpty else {
      throw headerRow.map(HeadedRows.noLine) ?? SheetPlan.noRows(source.name)
    }
    unknown = others.map { $0.name ?? "\($0.index + 1)" }
    sortByKind()
  }

  private mutating func takeOnly(_ index: Int) throws {
    let opened = try open(index, mayLackLine: false)
    guard let heading = opened.heading else { throw SheetPlan.noRows(source.name) }
    let name = source.sheets[index].name
    let kind =
      options.kind
      ?? kind(of: heading, named: SheetNameKinds(options.entities.catalogue).kind(name ?? ""))
    sheets = [
      Sheet(
        index: index, name: name, kind: kind, heading: heading, headingRows: opened.headingRows,
        rows: opened)
    ]
  }

  private func open(_ index: Int, mayLackLine: Bool) throws -> HeadedRows {
    let rows = try source.rows(ofSheet: index)
    let opened = try HeadedRows(
      rows, line: headerRow, mayLackLine: mayLackLine,
      score: HeadingScore(
        options.kind, map: options.map, entities: options.entities
      ).callAsFunction)
    // Rows that a cell of the headings has taken in would be lost without a word.
    for row in opened.headingRows {
      guard let fault = row.fault?.text else { continue }
      throw CRMError(
        .request, "\(source.name):\(row.line): \(fault.en)",
        vi: "\(source.name):\(row.line): \(fault.vi)")
    }
    return opened
  }

  /// Opens the rows of a sheet below its headings.
  public func rows(of sheet: Sheet) throws -> any RowReader {
    if let rows = sheet.rows { return rows }
    return try HeadedRows(source.rows(ofSheet: sheet.index), line: sheet.heading.line)
  }

  /// Returns the rows that make up the heading of a sheet, by which those that repeat them are
  /// known; none of files that hold data and no table to look at.
  public func repeatedRows(of sheet: Sheet) -> [TableRow] {
    switch source.format {
    case .csv, .xlsx, .xls, .ods: return sheet.headingRows
    case .json, .jsonl, .vcf: return []
    }
  }

  /// Returns the headings of a sheet.
  public static func headings(of sheet: Sheet) -> [String] {
    sheet.heading.cells.map { cleaned($0.text) }
  }

  /// Returns the kind of a sheet: what its name says, where its headings do not contradict, else
  /// what its headings say.
  private func kind(of heading: TableRow, named: Kind?) -> Kind? {
    // A card says no more than whom it is about.
    if source.format == .vcf, named == nil, options.kind == nil {
      let catalogue = options.entities.catalogue
      return catalogue.kinds.first { catalogue.entity($0).isOnCards }
    }
    let headings = heading.cells.map { cleaned($0.text) }
    if let named, options.kind == nil || options.kind == named, names(headings, named) {
      return named
    }
    if named != nil, options.kind != nil { return nil }
    let kinds = Headings.kinds(
      of: headings, onlyUpdates: options.mode == .update, options.entities)
    guard kinds.count == 1, let kind = kinds.first else { return nil }
    return options.kind == nil || options.kind == kind ? kind : nil
  }

  /// Whether one of the headings names a field of the kind, or is mapped to one.
  private func names(_ headings: [String], _ kind: Kind) -> Bool {
    let known = Headings(kind, options.entities)
    return headings.contains { known.target($0) != nil }
      || options.map.contains { !ColumnName($0.heading).places(in: headings).isEmpty }
  }

  private mutating func sortByKind() {
    let order = options.entities.catalogue.kinds
    func place(_ sheet: Sheet) -> Int {
      sheet.kind.flatMap(order.firstIndex) ?? order.count
    }
    sheets.sort { (place($0), $0.index) < (place($1), $1.index) }
  }

  private static func noRows(_ name: String) -> CRMError {
    CRMError(.request, "\(name) has no rows", vi: "\(name) không có dòng nào")
  }
}
