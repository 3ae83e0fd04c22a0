/// The widths of the columns of a table on a terminal.
enum ColumnWidths {
  /// A column keeps this much, so that its cut texts still say something.
  private static let least = 6

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
