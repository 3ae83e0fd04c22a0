/// How a quoted cell goes on behind a quote that neither ends it nor is doubled: `"Công ty "A" X"`
/// ends at a quote before a delimiter, `"ống 5" dài` was never meant to be quoted.
///
/// Of the two the one is taken under which the row has as many cells as the others.
struct StrayQuote {
  /// What is left of the cell as libcsv reads it: quotes doubled, and the closing one.
  let text: [UInt8]
  /// Where the line goes on behind the cell.
  let next: Int
  /// Whether a quote closes the cell, so that the opening one is no text.
  let isQuoted: Bool

  /// - Parameters:
  ///   - rest: the line behind the stray quote, without its line break.
  ///   - width: the cells of the rows before; 0 where there are none.
  init(rest: [UInt8], delimiter: UInt8, cellsBefore: Int, width: Int) {
    let plainEnd = rest.firstIndex(of: delimiter) ?? rest.count
    let closing = StrayQuote.closing(rest, delimiter)
    func cells(_ end: Int) -> Int {
      cellsBefore + StrayQuote.cells(rest[end...], delimiter)
    }
    var isQuoted = false
    if let closing {
      isQuoted =
        closing.end <= plainEnd
        || (width > 0 ? abs(cells(closing.end) - width) < abs(cells(plainEnd) - width) : true)
    }
    self.isQuoted = isQuoted
    let content: ArraySlice<UInt8>
    if let closing, isQuoted {
      (content, next) = (rest[..<closing.quote], closing.end)
    } else {
      let last = rest[..<plainEnd].lastIndex { $0 != 0x20 && $0 != 0x09 }
      (content, next) = (rest[..<(last.map { $0 + 1 } ?? 0)], plainEnd)
    }
    text = content.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }

  /// The first quote before a delimiter or the end, blanks between aside, that does not itself
  /// open a cell.
  private static func closing(
    _ rest: [UInt8], _ delimiter: UInt8
  ) -> (quote: Int, end: Int)? {
    var isStart = false
    for (place, byte) in rest.enumerated() {
      defer { if byte != 0x20, byte != 0x09 { isStart = byte == delimiter } }
      guard byte == 0x22, !isStart else { continue }
      let end = rest[(place + 1)...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? rest.count
      if end == rest.count || rest[end] == delimiter { return (place, end) }
    }
    return nil
  }

  /// Counts the cell that ends where the bytes begin, and those behind it.
  private static func cells(_ rest: ArraySlice<UInt8>, _ delimiter: UInt8) -> Int {
    var count = 1
    var isQuoted = false
    for byte in rest {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == delimiter, !isQuoted { count += 1 }
    }
    return count
  }
}
