import CRMTables
import CRMValues

/// Rows that sum up those above them, as people put below a table.
enum TotalRow {
  /// Whether the first text of a row says that it is a total.
  static func isTotal(_ row: TableRow) -> Bool {
    for case .text(let text) in row.cells where text.utf8.count < 60 {
      let word = folded(text)
      if word.isEmpty { continue }
      return words.contains { word == $0 || word.hasPrefix($0 + ":") || word.hasPrefix($0 + " (") }
    }
    return false
  }

  private static let words = [
    "tong cong", "tong", "cong", "tong so", "tong tien", "tong gia tri", "total", "grand total",
    "sum", "subtotal",
  ]
}
