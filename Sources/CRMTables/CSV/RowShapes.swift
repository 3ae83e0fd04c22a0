/// The shapes of the first 200 rows of a text that are not blank, as libcsv would divide them.
struct RowShapes {
  /// The number of cells of each row.
  private(set) var counts: [Int] = []
  /// Quoted cells, but a row's first, that have spaces before the quote, and that have none.
  private(set) var spacedQuotes = 0
  private(set) var plainQuotes = 0

  /// - Parameter keepsSpacedQuotes: a quote after spaces is text.
  init(
    _ head: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, keepsSpacedQuotes: Bool = false
  ) {
    var cells = 1
    var isBlank = true
    var atStart = true
    var spaces = 0
    var quoted = false
    var closed = false
    for byte in head {
      if closed, byte != 0x20 {
        // A quote ended the cell if a delimiter or line break follows, else it is text: of a cell
        // that was not meant to be quoted, which therefore ends with its line.
        closed = false
        if byte != 0x22 { quoted = false }
        if byte == 0x22 { continue }
      }
      if quoted {
        if byte == 0x22 { closed = true }
      } else if byte == delimiter {
        cells += 1
        (isBlank, atStart, spaces) = (false, true, 0)
      } else if byte == 0x0A || byte == 0x0D {
        if !isBlank { counts.append(cells) }
        if counts.count == 200 { return }
        (cells, isBlank, atStart, spaces) = (1, true, true, 0)
      } else if byte == 0x20 || byte == 0x09 {
        spaces += 1
      } else {
        if atStart, byte == 0x22 {
          quoted = spaces == 0 || !keepsSpacedQuotes
          if cells > 1 { if spaces > 0 { spacedQuotes += 1 } else { plainQuotes += 1 } }
        }
        (isBlank, atStart) = (false, false)
      }
    }
    if !isBlank { counts.append(cells) }
  }
}
