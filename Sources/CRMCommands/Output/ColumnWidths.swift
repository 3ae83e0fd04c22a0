import CRMValues

/// The widths of the columns of a table on a terminal.
enum ColumnWidths {
  /// A column keeps this much, so that its cut texts still say something.
  private static let least = 6
  /// A wider column is cut even where it is better not: a cell with several phones.
  private static let mostFirm = 20

  /// Returns the widths of columns: those of contents and titles where they fit, else titles
  /// give way as far as their longest word, and texts before figures and days.
  ///
  /// - Parameters:
  ///   - contents: the width of the widest cell of each column.
  ///   - firm: which columns would say something else when they were cut.
  static func fitted(
    _ contents: [Int], _ titles: [String], to width: Int, gap: Int, firm: [Bool]
  ) -> [Int] {
    let natural = zip(contents, titles).map { max($0, displayWidth($1)) }
    let room = width - gap * max(0, natural.count - 1)
    guard natural.reduce(0, +) > room else { return natural }
    // As few lines of titles as will do.
    for lines in 2...4 {
      let widths = zip(contents, titles).map { max($0, titleWidth($1, lines: lines)) }
      if widths.reduce(0, +) <= room { return widths }
    }
    let narrow = zip(contents, titles).map { max($0, longestWord($1)) }
    let others = narrow.indices.filter { !firm[$0] || narrow[$0] > mostFirm }
    let kept = narrow.reduce(0, +) - others.reduce(0) { $0 + narrow[$1] }
    guard room - kept >= others.count * least else {
      return shrunk(narrow, to: width, gap: gap)
    }
    // The firm columns stand aside while the others share what they leave.
    let texts = shrunk(others.map { narrow[$0] }, to: room - kept, gap: 0)
    var widths = narrow
    for (index, text) in zip(others, texts) { widths[index] = text }
    return widths
  }

  /// Returns the least width in which a title takes no more than these lines.
  private static func titleWidth(_ title: String, lines: Int) -> Int {
    let longest = longestWord(title)
    return (longest...max(longest, displayWidth(title))).first {
      wrapped(title, width: $0).count <= lines
    } ?? longest
  }

  private static func longestWord(_ title: String) -> Int {
    title.split(separator: " ").map { displayWidth(String($0)) }.max() ?? 0
  }

  /// Returns the widths with the widest columns made narrower, all alike, until the table fits.
  ///
  /// - Parameter gap: the columns between two columns.
  static func shrunk(_ natural: [Int], to width: Int, gap: Int) -> [Int] {
    let room = width - gap * max(0, natural.count - 1)
    guard natural.reduce(0, +) > room else { return natural }
    // The greatest width no column may exceed, so that all fit.
    var low = least
    var high = natural.max() ?? least
    while low < high {
      let middle = (low + high + 1) / 2
      if natural.reduce(0, { $0 + min($1, middle) }) <= room {
        low = middle
      } else {
        high = middle - 1
      }
    }
    var widths = natural.map { min($0, low) }
    var spare = room - widths.reduce(0, +)
    for index in widths.indices where spare > 0 && widths[index] < natural[index] {
      widths[index] += 1
      spare -= 1
    }
    return widths
  }
}
