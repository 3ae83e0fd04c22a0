import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// Bars of text, one a row, as long as the row's figure; drawn to an eighth of a column.
enum BarChart {
  /// A bar is no longer than this, so that wide terminals stay readable.
  private static let longest = 40
  /// Below this much room no bars are drawn.
  private static let shortest = 8
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// Returns one bar a figure, the greatest figure's as long as the room; empty for what is not
  /// above zero. A figure that is above zero is never without a bar.
  static func bars(_ figures: [Int64], width: Int) -> [String] {
    guard width >= shortest, let most = figures.max(), most > 0 else {
      return figures.map { _ in "" }
    }
    let room = min(width, longest)
    return figures.map { figure in
      guard figure > 0 else { return "" }
      let parts = max(1, Int((Double(figure) / Double(most) * Double(room * 8)).rounded()))
      return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
    }
  }
}

extension Session {
  /// Writes a table that is at hand; in the form for people each row ends in a bar.
  ///
  /// - Parameter measure: the key of the column that the bars show, a whole number.
  func putBars(
    _ rows: [[Value]], _ columns: [RowColumn], of measure: String, key: String, title: Label
  ) throws {
    let form = try outputForm()
    guard form == .table, let place = columns.firstIndex(where: { $0.key == measure }) else {
      return try putRows(rows, columns, key: key, title: title, form: form)
    }
    let style = style(form)
    let cells = rows.map { row in
      zip(columns, row).map { $0.kind.cell($1, style).text }
    }
    let used = columns.indices.map { index in
      (cells.map { displayWidth($0[index]) } + [displayWidth(text(columns[index].label))])
        .max() ?? 0
    }
    let gap = TerminalTable.gap.count
    let room = environment.width - used.reduce(0) { $0 + $1 + gap }
    let bars = BarChart.bars(rows.map { $0[place].integer ?? 0 }, width: room)
    let bar = RowColumn("bar", .text, Label(same: ""))
    try putRows(
      zip(rows, bars).map { $0 + [$1.isEmpty ? .null : .text($1)] }, columns + [bar], key: key,
      title: title, form: form)
  }
}
