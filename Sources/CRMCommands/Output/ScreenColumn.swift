import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// A column of a table on a terminal, and what may become of it where not all fit.
struct ScreenColumn {
  /// What becomes of a text that is wider than its column.
  enum Fit {
    /// The column is as wide as its widest text: codes, figures, days.
    case whole
    /// The text goes on in the next line: what tells a record from others.
    case wraps
    /// The same, broken between the parts of a list.
    case items
    /// The text is cut.
    case cut
  }

  var title: String
  var fit: Fit
  var isNumeric: Bool
  /// Whether the column is there however narrow the screen is.
  var stays: Bool
  /// Whether codes behind names are left out where they do not fit and the names tell enough.
  var dropsCodes = false
  /// The place in the order in which columns are left out; the greatest goes first.
  var rank = 0

  init(_ title: String, _ kind: ColumnKind, stays: Bool = false, fit: Fit? = nil) {
    self.title = terminalText(title)
    self.fit = fit ?? (kind.isFirm ? .whole : kind == .list ? .items : .cut)
    isNumeric = kind.isNumeric
    self.stays = stays
  }

  /// Ranks columns: the first are the most important ones, but for those that yield before them.
  static func ranked(_ columns: [ScreenColumn], yields: [Int] = []) -> [ScreenColumn] {
    var columns = columns
    for place in columns.indices { columns[place].rank = place }
    for (order, place) in yields.enumerated() {
      columns[place].rank = columns.count + yields.count - order
    }
    if !columns.isEmpty, !yields.contains(0) { columns[0].stays = true }
    return columns
  }
}

/// A cell of a table on a terminal.
struct ScreenCell {
  let text: String
  /// The code that stands behind the name of a record.
  var code: String?

  init(_ text: String, code: String? = nil) {
    self.text = terminalText(text)
    self.code = code.map(terminalText)
  }

  /// The name with the code.
  var full: String { code.map { "\(text) (\($0))" } ?? text }
}

extension FieldKind {
  /// What becomes of such a value that is wider than its column.
  var fit: ScreenColumn.Fit {
    switch self {
    case .phones, .emails, .references: return .items
    case .choice, .reference, .record, .noun, .recurrence: return .wraps
    case .text, .longText, .condition: return .cut
    case .code, .flag, .integer, .decimal, .percent, .money, .day, .yearlyDay, .instant, .moment,
      .duration, .taxCode, .location:
      return .whole
    }
  }
}
