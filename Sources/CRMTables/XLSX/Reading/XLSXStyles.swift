import CRMValues

/// The number formats of a workbook's cell styles.
final class XLSXStyles: XMLHandler {
  /// Styles a workbook may have: Excel allows 65,490.
  private static let limit = 100_000

  /// The format of each cell style, by its number.
  private(set) var formats: [NumberFormat] = []
  private var declared: [Int: String] = [:]
  private var known: [Int: NumberFormat] = [:]
  private var ids: [Int] = []
  private var isInCellStyles = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt", declared.count < XLSXStyles.limit {
      if let id = attributes.integer("numFmtId") { declared[id] = attributes["formatCode"] }
    } else if name == "cellXfs" {
      isInCellStyles = true
    } else if name == "xf", isInCellStyles, ids.count < XLSXStyles.limit {
      ids.append(attributes.integer("numFmtId") ?? 0)
    }
  }

  override func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellStyles = false }
  }

  /// Works the formats out once all are declared.
  func finish() {
    formats = ids.map { id in
      if let format = known[id] { return format }
      let format = (declared[id] ?? NumberFormat.builtIn(id)).map(NumberFormat.init)
      known[id] = format ?? .general
      return format ?? .general
    }
  }
}
