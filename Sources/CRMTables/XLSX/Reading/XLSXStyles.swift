import CRMValues

/// The number formats of a workbook's cell styles; each is taken apart when a cell first has it.
final class XLSXStyles: XMLHandler {
  /// Styles a workbook may have: Excel allows 65,490.
  private static let limit = 100_000

  private var declared: [Int: String] = [:]
  /// The number of the format of each cell style.
  private var ids: [Int] = []
  /// The formats of the cell styles that were asked for, and by their own numbers.
  private var formats: [NumberFormat?] = []
  private var known: [Int: NumberFormat] = [:]
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

  /// Returns the format of a cell style by its number.
  func format(_ style: Int) -> NumberFormat {
    if style < formats.count, let format = formats[style] { return format }
    guard style < ids.count else { return .general }
    let id = ids[style]
    let format =
      known[id] ?? (declared[id] ?? NumberFormat.builtIn(id)).map(NumberFormat.init) ?? .general
    known[id] = format
    if formats.isEmpty { formats = Array(repeating: nil, count: ids.count) }
    formats[style] = format
    return format
  }
}
