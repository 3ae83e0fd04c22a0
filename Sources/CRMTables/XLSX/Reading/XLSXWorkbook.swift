import CRMValues

/// What the workbook part says: its sheets, and from where days are counted.
final class XLSXWorkbook: XMLHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relation: String?
  }

  /// Sheets a workbook may have; Excel has no limit but memory.
  static let sheetLimit = 10_000

  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  private let name: String
  private var isInSheets = false

  init(name: String) { self.name = name }

  override func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "sheets" {
      isInSheets = true
    } else if element == "sheet", isInSheets {
      guard sheets.count < XLSXWorkbook.sheetLimit else {
        return stop(CRMError.tooManySheets(name, limit: XLSXWorkbook.sheetLimit))
      }
      let state = attributes["state"]?.lowercased() ?? "visible"
      var title = Array((attributes["name"] ?? "").utf8)
      EscapedText.decode(&title)
      sheets.append(
        Sheet(
          name: String(decoding: title, as: UTF8.self), isHidden: state != "visible",
          relation: attributes["id"]))
    } else if element == "workbookPr" {
      // Extensions have an element of this name too, without the flag.
      if attributes.flag("date1904") { is1904 = true }
    }
  }

  override func end(_ element: XMLName) {
    if element == "sheets" { isInSheets = false }
  }
}

extension CRMError {
  static func tooManySheets(_ name: String, limit: Int) -> CRMError {
    overblown(
      name,
      Label("over \(limit.counted(.en)) sheets", vi: "có hơn \(limit.counted(.vi)) trang tính"))
  }
}
