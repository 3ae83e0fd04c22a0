import CRMValues

/// Opens a workbook in a zip archive as what its parts say it is, whatever its name; a flat
/// OpenDocument sheet is one XML file.
func openWorkbook(
  _ source: ByteSource, _ signature: Signature, options: ReadOptions
) throws -> any TableSource {
  let isFlat = source.head.withUnsafeBufferPointer(TableFormat.isFlatSheet)
  let bytes = try SeekableBytes(source)
  guard signature == .zip else {
    guard isFlat else { throw CRMError.notAWorkbook(source.name) }
    return try ODSSource(bytes, options: options)
  }
  let archive = try ZipArchive(bytes)
  if archive.part("content.xml") != nil || archive.part("encrypted-package") != nil {
    return try ODSSource(archive, options: options)
  }
  let isWorkbook =
    archive.part("[Content_Types].xml") != nil
    || archive.names.contains { $0.hasSuffix("workbook.xml") || $0.hasSuffix("workbook.bin") }
  guard isWorkbook else {
    if options.format == .ods || TableFormat(fileName: bytes.name) == .ods {
      throw CRMError.missingPart(bytes.name, "content.xml")
    }
    throw CRMError.notText(bytes.name, .zip)
  }
  return try XLSXSource(archive, options: options)
}

extension CRMError {
  static func notAWorkbook(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): the file is not a workbook, whatever it is called",
      vi: "\(name): tên là bảng tính nhưng nội dung không phải",
      hints: [
        Label(
          "If it is delimited text, rename it to .csv",
          vi: "Nếu là tệp văn bản có dấu phân cách, hãy đổi tên thành .csv")
      ])
  }
}
