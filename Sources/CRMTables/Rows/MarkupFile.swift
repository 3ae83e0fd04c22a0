import CRMValues

/// What programs save under the name of a workbook that is none: a page of the web, an archive of
/// one, or the XML of Excel 2002 and 2003.
enum MarkupFile: String {
  case html = "HTML"
  case mht = "MHT"
  case spreadsheetML = "SpreadsheetML"

  /// Looks at the first characters of a text, whatever its encoding; nil for anything else.
  init?(head: UnsafeBufferPointer<UInt8>) {
    // The zero bytes of UTF-16 and the bytes of a mark do not count.
    let plain = head.prefix(4096).filter { $0 != 0 && $0 < 0x80 }
    let start = plain.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if text.hasPrefix("mime-version:") || text.hasPrefix("content-type: multipart/related")
      || text.hasPrefix("from: <saved by") || text.hasPrefix("from: \"saved by")
    {
      self = .mht
      return
    }
    guard text.hasPrefix("<") else { return nil }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet")
      || text.contains("<?mso-application progid=\"excel.sheet\"")
    {
      self = .spreadsheetML
      return
    }
    let opening = [
      "<html", "<!doctype html", "<head", "<meta", "<body", "<table", "<style", "<div",
    ]
    let isPage =
      opening.contains(where: text.hasPrefix)
      || (text.hasPrefix("<?xml") || text.hasPrefix("<!--")) && text.contains("<html")
    guard isPage else { return nil }
    self = .html
  }
}

extension CRMError {
  static func notASheet(_ name: String, _ kind: MarkupFile) -> CRMError {
    let (en, vi): (String, String)
    switch kind {
    case .html: (en, vi) = ("a web page (HTML)", "trang web (HTML)")
    case .mht: (en, vi) = ("a saved web page (MHT)", "trang web đã lưu (MHT)")
    case .spreadsheetML:
      (en, vi) = ("XML of Excel 2003 (SpreadsheetML)", "XML của Excel 2003 (SpreadsheetML)")
    }
    return CRMError(
      .request, "\(name): the file is \(en), whatever it is called",
      vi: "\(name): nội dung tệp là \(vi), dù tên tệp thế nào",
      hints: [
        Label(
          "Open it in Excel or LibreOffice and save it as a workbook (.xlsx)",
          vi: "Mở bằng Excel hoặc LibreOffice rồi lưu lại thành bảng tính (.xlsx)")
      ])
  }
}
