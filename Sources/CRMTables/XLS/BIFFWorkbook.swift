import CRMValues

/// What a BIFF stream says about its sheets and what they share ([MS-XLS] 2.1.7.20.3).
struct BIFFWorkbook {
  struct Sheet {
    var name: String
    var isHidden: Bool
    /// Where the sheet's BOF record is.
    var offset: Int
    /// Where the next sheet starts: a sheet that does not say where it ends, ends there.
    var end = Int.max
  }

  /// Far more sheets than any program shows.
  private static let sheetLimit = 10_000

  let name: String
  let stream: StreamBytes
  private(set) var styles: CellStyles
  private(set) var sheets: [Sheet] = []
  /// Where the SST record is.
  private(set) var sharedStrings: Int?

  /// Reads the workbook's own records, up to the sheets.
  ///
  /// Throws a `CRMError` if the stream is none, is encrypted, or breaks off before the sheets.
  init(_ stream: StreamBytes, name: String) throws {
    self.stream = stream
    self.name = name
    var reader = RecordReader(stream, name: name)
    guard let first = try reader.next(), let start = StreamStart(first) else {
      throw CRMError.xlsDamaged(name, at: 0)
    }
    styles = CellStyles(version: start.version)
    defer { setEnds() }
    switch start.content {
    case .workbook: try readGlobals(&reader)
    case .sheetBundle: try readBundle(&reader)
    case .worksheet, .other:
      sheets = [
        Sheet(name: BIFFWorkbook.sheetName(name, start.version), isHidden: false, offset: 0)
      ]
    }
  }

  private mutating func setEnds() {
    var next = Int.max
    for index in sheets.indices.sorted(by: { sheets[$0].offset > sheets[$1].offset }) {
      sheets[index].end = next
      next = sheets[index].offset
    }
  }

  /// Names a sheet that has no name: a BIFF2 file after itself, as LibreOffice does.
  private static func sheetName(_ file: String, _ version: BIFFVersion) -> String {
    guard version == .biff2, file != "-" else { return "Sheet1" }
    let name = file.split(separator: "/").last ?? "Sheet1"
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }

  private mutating func readGlobals(_ reader: inout RecordReader) throws {
    var bounds: [Record] = []
    records: while let record = try reader.next() {
      switch record.kind {
      case RecordKind.endOfStream: break records
      case RecordKind.filePass: throw CRMError.passwordProtected(name)
      case RecordKind.boundSheet:
        guard bounds.count < BIFFWorkbook.sheetLimit else { throw CRMError.tooManySheets(name) }
        bounds.append(record)
      case RecordKind.sharedStrings: sharedStrings = sharedStrings ?? record.offset
      case let kind where StreamStart.isStart(kind): break records
      default: styles.take(record)
      }
    }
    // The code page may come behind the names.
    var places = SheetPlaces(stream, name: name)
    for (order, record) in bounds.enumerated() {
      guard let sheet = try sheet(record, order: order, &places) else { continue }
      sheets.append(sheet)
    }
    guard bounds.isEmpty else { return }
    // A list of sheets is not there; the sheets are.
    for offset in places.worksheets() {
      sheets.append(Sheet(name: "Sheet\(sheets.count + 1)", isHidden: false, offset: offset))
    }
    if sheets.isEmpty { throw CRMError.xlsTruncated(name) }
  }

  /// Reads a BOUNDSHEET record ([MS-XLS] 2.4.28); nil for what is no worksheet.
  private func sheet(
    _ record: Record, order: Int, _ places: inout SheetPlaces
  ) throws -> Sheet? {
    let content = record.content
    // Worksheets are 0; 1 is a macro sheet, 2 a chart, 6 a module.
    guard let stated = content.u32(0), let state = content.u8(4), content.u8(5) == 0,
      let offset = places.start(stated: Int(stated), order: order)
    else { return nil }
    let length = Int(content.u8(6) ?? 0)
    var text = ContinuedContent(content, from: 7)
    let title =
      styles.version == .biff8
      ? try text.unicodeText(length) ?? "" : styles.codePage.text(try text.bytes(length))
    return Sheet(name: title, isHidden: state & 3 != 0, offset: offset)
  }

  /// Reads a BIFF4 workbook: a header record with the name before each sheet.
  private mutating func readBundle(_ reader: inout RecordReader) throws {
    var depth = 0
    while let record = try reader.next() {
      switch record.kind {
      // A sheet whose length is not stated.
      case let kind where StreamStart.isStart(kind): depth += 1
      case RecordKind.endOfStream where depth > 0: depth -= 1
      case _ where depth > 0: break
      case RecordKind.filePass: throw CRMError.passwordProtected(name)
      case RecordKind.sheetHeader:
        let length = Int(record.content.u8(4) ?? 0)
        guard sheets.count < BIFFWorkbook.sheetLimit else { throw CRMError.tooManySheets(name) }
        let title = styles.codePage.text(record.content.dropFirst(5).prefix(length))
        sheets.append(Sheet(name: title, isHidden: false, offset: reader.offset))
        let next = reader.offset + Int(record.content.u32(0) ?? 0)
        if next > reader.offset, next <= stream.count { reader.seek(next) }
      case RecordKind.endOfStream: return
      default: styles.take(record)
      }
    }
  }
}

extension Array {
  /// The element at an index, nil where there is none.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
