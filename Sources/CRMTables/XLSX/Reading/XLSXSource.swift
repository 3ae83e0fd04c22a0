import CRMValues

/// An open OOXML workbook; its sheets can be read in any order and more than once.
final class XLSXSource: TableSource {
  let name: String
  let format = TableFormat.xlsx
  let sheets: [SheetInfo]
  let dialect: CSVDialect? = nil

  private let package: XLSXPackage
  private let workbook: XLSXWorkbook
  private let options: ReadOptions
  private var content: XLSXContent?

  init(_ archive: ZipArchive, options: ReadOptions) throws {
    name = archive.name
    self.options = options
    package = try XLSXPackage(archive)
    workbook = XLSXWorkbook(name: name)
    try XMLReader(archive.open(package.workbook, limit: ZipStream.freeSize), workbook).run()
    sheets = workbook.sheets.map { SheetInfo(name: $0.name, isHidden: $0.isHidden) }
  }

  func rows(ofSheet index: Int) throws -> any RowReader {
    let sheet = workbook.sheets[index]
    let (part, isTable) = package.sheet(sheet.relation, number: index + 1)
    guard isTable else { return NoRows(sheetName: sheet.name) }
    guard let part else { throw CRMError.missingPart(name, "“\(sheet.name)”") }
    let stream = try package.archive.open(part)
    let content = try loaded()
    return try XLSXRows(
      stream, name: name, sheetName: sheet.name, content: content, limit: options.cellLimit)
  }

  /// What all sheets share, read when the first of them is.
  private func loaded() throws -> XLSXContent {
    if let content { return content }
    let pool = StringPool(name: name)
    if let part = package.part("sharedstrings", usual: "sharedStrings.xml") {
      let strings = XLSXStrings(pool, name: name, limit: options.cellLimit)
      try XMLReader(package.archive.open(part), strings).run()
    }
    try pool.seal()
    let styles = XLSXStyles()
    if let part = package.part("styles", usual: "styles.xml") {
      try XMLReader(package.archive.open(part, limit: ZipStream.freeSize), styles).run()
    }
    let content = XLSXContent(strings: pool, styles: styles, is1904: workbook.is1904)
    self.content = content
    return content
  }
}

/// What the cells of all sheets refer to.
struct XLSXContent {
  let strings: StringPool
  let styles: XLSXStyles
  let is1904: Bool
}

/// A sheet that is no table: a chart.
final class NoRows: RowReader {
  let sheetName: String?
  init(sheetName: String?) { self.sheetName = sheetName }
  func next() throws -> TableRow? { nil }
}
