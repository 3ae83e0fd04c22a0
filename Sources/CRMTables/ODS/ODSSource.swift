import CRMValues

/// An open OpenDocument sheet, in its archive or flat; its sheets can be read in any order.
final class ODSSource: TableSource {
  let name: String
  let format = TableFormat.ods
  let sheets: [SheetInfo]
  let dialect: CSVDialect? = nil

  private let options: ReadOptions
  private let open: () throws -> any XMLBytes
  /// Sheets are one after the other in one document: whoever reads them in order reads it once.
  private var stream: ODSStream?

  convenience init(_ archive: ZipArchive, options: ReadOptions) throws {
    if archive.part("encrypted-package") != nil || ODSManifest.isEncrypted(archive) {
      throw CRMError.passwordProtected(archive.name)
    }
    guard let part = archive.part("content.xml") else {
      throw CRMError.missingPart(archive.name, "content.xml")
    }
    try self.init(archive.name, options: options) { try archive.open(part) }
  }

  /// Opens a flat document, which is XML as it stands.
  convenience init(_ bytes: SeekableBytes, options: ReadOptions) throws {
    try self.init(bytes.name, options: options) { PlainBytes(bytes) }
  }

  private init(
    _ name: String, options: ReadOptions, open: @escaping () throws -> any XMLBytes
  ) throws {
    self.name = name
    self.options = options
    self.open = open
    let scan = try ODSSource.outline(name, open)
    guard scan.isSpreadsheet else { throw CRMError.noSpreadsheet(name) }
    sheets = scan.sheets
  }

  private static func outline(_ name: String, _ open: () throws -> any XMLBytes) throws -> ODSSheets
  {
    let outline = ODSSheets(name: name)
    let reader = try XMLReader(ODSOutline(open()), outline)
    do { try reader.run() } catch {
      // What is left out moves the places of faults.
      let whole = ODSSheets(name: name)
      try XMLReader(open(), whole).run()
      return whole
    }
    return outline
  }

  func rows(ofSheet index: Int) throws -> any RowReader {
    if stream == nil || stream?.canReach(index) == false {
      stream = try ODSStream(open(), name: name, limit: options.cellLimit)
    }
    guard let stream else { return NoRows(sheetName: sheets[index].name) }
    return ODSRows(stream, sheet: index, name: sheets[index].name)
  }
}

/// The bytes of a flat document.
private final class PlainBytes: XMLBytes {
  private let bytes: SeekableBytes
  private var offset = 0

  init(_ bytes: SeekableBytes) { self.bytes = bytes }

  var title: String { "XML" }
  var fileName: String { bytes.name }
  var progress: Double { min(Double(offset) / Double(max(bytes.count, 1)), 1) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let got = try bytes.read(at: offset, into: buffer)
    offset += got
    return got
  }
}

/// Looks in the manifest whether parts are encrypted (OpenDocument 1.3 part 2, 4.4).
private final class ODSManifest: XMLHandler {
  private var found = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "encryption-data" else { return }
    found = true
    stop()
  }

  static func isEncrypted(_ archive: ZipArchive) -> Bool {
    guard let part = archive.part("META-INF/manifest.xml") else { return false }
    let handler = ODSManifest()
    _ = try? XMLReader(archive.open(part, limit: ZipStream.freeSize), handler).run()
    return handler.found
  }
}

/// Lists the sheets of a document.
private final class ODSSheets: XMLHandler {
  private(set) var sheets: [SheetInfo] = []
  private(set) var isSpreadsheet = false
  private let name: String
  private var depth = 0
  private var home = -1
  private var style: String?
  private var hiddenStyles: Set<String> = []

  init(name: String) { self.name = name }

  override func start(_ element: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    if element == "spreadsheet" {
      home = depth
      isSpreadsheet = true
    } else if depth == home + 1, element == "table" {
      guard sheets.count < XLSXWorkbook.sheetLimit else {
        return stop(CRMError.tooManySheets(name, limit: XLSXWorkbook.sheetLimit))
      }
      let isHidden = attributes["style-name"].map(hiddenStyles.contains) ?? false
      sheets.append(SheetInfo(name: attributes["name"] ?? "", isHidden: isHidden))
    } else if home < 0, element == "style" {
      style = attributes["name"]
    } else if home < 0, element == "table-properties", let style {
      if attributes["display"] == "false" { hiddenStyles.insert(style) }
    }
  }

  override func end(_ element: XMLName) {
    depth -= 1
  }
}

extension CRMError {
  static func noSpreadsheet(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): an OpenDocument file, but not a spreadsheet",
      vi: "\(name): tệp OpenDocument nhưng không phải bảng tính",
      hints: [Label("Save the table as .ods or .csv", vi: "Lưu bảng thành .ods hoặc .csv")])
  }
}
