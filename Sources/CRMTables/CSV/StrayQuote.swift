/// What is left of a line from a stray quote in a quoted cell on, which may have more of them.
///
/// A line with many is read in steps that do not grow with it: what is looked for further on is
/// looked for once, and what is counted is counted from where it was before.
struct StrayLine {
  private(set) var bytes: [UInt8] = []
  /// How far the line has been read.
  private(set) var position = 0
  private let delimiter: UInt8
  /// The next delimiter, and the end of the cell that a quote closes, as far as they are known.
  private var plainEnd = 0
  private var closing: (quote: Int, end: Int)? = (-1, 0)
  private var isWhole = false
  private var cellsBehindPlain: CellTally
  private var cellsBehindClosing: CellTally

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    cellsBehindPlain = CellTally(delimiter: delimiter)
    cellsBehindClosing = cellsBehindPlain
  }

  /// How many bytes have not been read.
  var count: Int { bytes.count - position }

  /// Adds what the line goes on with.
  mutating func append(_ more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

  /// Passes what was read of the line; the line is whole by then.
  mutating func advance(_ count: Int) { position += count }

  /// Takes the rest of the cell in which the stray quote was met.
  ///
  /// - Parameters:
  ///   - cellsBefore: the cells before it in its row.
  ///   - width: the cells of the rows before; 0 where there are none.
  mutating func takeCell(cellsBefore: Int, width: Int) -> StrayQuote {
    if !isWhole {
      isWhole = true
      cellsBehindPlain.begin(bytes)
      cellsBehindClosing = cellsBehindPlain
    }
    findEnds()
    var isQuoted = false
    if let closing {
      isQuoted = closing.end <= plainEnd || width == 0
      if !isQuoted {
        let quoted = cellsBefore + cellsBehindClosing.count(bytes, from: closing.end)
        let plain = cellsBefore + cellsBehindPlain.count(bytes, from: plainEnd)
        isQuoted = abs(quoted - width) < abs(plain - width)
      }
    }
    let content: ArraySlice<UInt8>
    let next: Int
    if let closing, isQuoted {
      (content, next) = (bytes[position..<closing.quote], closing.end)
    } else {
      let cell = bytes[position..<plainEnd]
      let last = cell.lastIndex { $0 != 0x20 && $0 != 0x09 }
      (content, next) = (bytes[position..<(last.map { $0 + 1 } ?? position)], plainEnd)
    }
    position = next
    var text: [UInt8] = []
    text.reserveCapacity(content.count + 1)
    for byte in content {
      if byte == 0x22 { text.append(0x22) }
      text.append(byte)
    }
    text.append(0x22)
    return StrayQuote(text: text, isQuoted: isQuoted)
  }

  private mutating func findEnds() {
    if plainEnd < position || plainEnd == 0 {
      plainEnd = bytes[position...].firstIndex(of: delimiter) ?? bytes.count
    }
    if let closing, closing.quote < position { self.closing = nextClosing() }
  }

  /// The first quote before a delimiter or the end, blanks between aside, that does not itself
  /// open a cell.
  private func nextClosing() -> (quote: Int, end: Int)? {
    var isStart = false
    var place = position
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x22, !isStart {
        let end = bytes[(place + 1)...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
        if end == bytes.count || bytes[end] == delimiter { return (place, end) }
      }
      if byte != 0x20, byte != 0x09 { isStart = byte == delimiter }
      place += 1
    }
    return nil
  }
}

/// How a quoted cell goes on behind a quote that neither ends it nor is doubled: `"Công ty "A" X"`
/// ends at a quote before a delimiter, `"ống 5" dài` was never meant to be quoted.
///
/// Of the two the one is taken under which the row has as many cells as the others.
struct StrayQuote {
  /// What is left of the cell as libcsv reads it: quotes doubled, and the closing one.
  let text: [UInt8]
  /// Whether a quote closes the cell, so that the opening one is no text.
  let isQuoted: Bool
}

/// Counts the cells of a line from places on that come one after the other.
private struct CellTally {
  private let delimiter: UInt8
  private var position = 0
  /// Whether so many quotes stand before the position that it would be in quotes.
  private var isOdd = false
  /// The delimiters behind the position before which the quotes are even, and odd.
  private var left = (even: 0, odd: 0)

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Looks over the whole line once.
  mutating func begin(_ bytes: [UInt8]) {
    var isOdd = false
    for byte in bytes {
      if byte == 0x22 { isOdd.toggle() }
      if byte == delimiter { if isOdd { left.odd += 1 } else { left.even += 1 } }
    }
  }

  /// Counts the cell that ends at a place, and those behind it.
  mutating func count(_ bytes: [UInt8], from place: Int) -> Int {
    while position < place {
      let byte = bytes[position]
      if byte == 0x22 { isOdd.toggle() }
      if byte == delimiter { if isOdd { left.odd -= 1 } else { left.even -= 1 } }
      position += 1
    }
    return 1 + (isOdd ? left.odd : left.even)
  }
}
