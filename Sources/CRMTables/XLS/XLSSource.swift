import CRMValues

/// An open .xls workbook of any version, BIFF2 to BIFF8.
final class XLSSource: TableSource {
  let name: String
  let format = TableFormat.xls
  let dialect: CSVDialect? = nil
  let workbook: BIFFWorkbook
  private var strings: StringPool?

  /// Finds the workbook in a compound file, or takes the file itself for one, as it was up to
  /// BIFF4.
  ///
  /// Throws a `CRMError` if there is none, or it is encrypted or cut short.
  init(_ bytes: SeekableBytes) throws {
    name = bytes.name
    let head = try bytes.bytes(at: 0, 8)
    guard head == CompoundFile.signature else {
      guard head.withUnsafeBufferPointer(Signature.init(head:)) == .biff else {
        throw CRMError.notAWorkbook(name)
      }
      workbook = try BIFFWorkbook(StreamBytes(whole: bytes), name: name)
      return
    }
    let file = try CompoundFile(bytes)
    // BIFF8 is kept in `Workbook`, BIFF5 in `Book`; a file for both versions of Excel has both.
    guard let entry = file.directory.stream("Workbook") ?? file.directory.stream("Book") else {
      // An encrypted .xlsx ([MS-OFFCRYPTO] 2.3.4.4).
      if file.directory.stream("EncryptedPackage") != nil { throw CRMError.passwordProtected(name) }
      throw CRMError.xlsNoWorkbook(name)
    }
    workbook = try BIFFWorkbook(file.stream(entry), name: name)
  }

  var sheets: [SheetInfo] {
    workbook.sheets.map { SheetInfo(name: $0.name, isHidden: $0.isHidden) }
  }

  func rows(ofSheet index: Int) throws -> any RowReader {
    guard let sheet = workbook.sheets[safe: index] else {
      throw CRMError.xlsNoSheet(name)
    }
    return try XLSSheet(sheet, of: self)
  }

  /// Returns a text of the table of BIFF8, which is read when the first is asked for; nil where
  /// there is none of that number.
  func sharedString(_ index: UInt32) throws -> String? {
    if let strings { return try strings.text(Int(index)) }
    guard let offset = workbook.sharedStrings else { return nil }
    let read = try SharedStrings.read(workbook.stream, name: name, at: offset)
    strings = read
    return try read.text(Int(index))
  }
}
