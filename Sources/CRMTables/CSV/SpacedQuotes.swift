/// Rewrites cells that begin with spaces and a quote, so that the quote is text: ` "x"` becomes
/// `" ""x"""`. RFC 4180, 2.4 and 2.5: spaces are part of a cell, and only a cell that begins
/// with a quote is quoted.
///
/// libcsv takes spaces before a quote for layout, which is what people who write `"a", "b"` mean;
/// this filter is for files where the sniffer found otherwise.
struct SpacedQuotes {
  private enum State { case start, plain, quoted, afterQuote, literal }

  private let delimiter: UInt8
  private var state = State.start
  /// Spaces at the start of a cell, not yet passed on.
  private var held: [UInt8] = []

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func rewrite(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    for byte in text {
      let endsCell = byte == delimiter || byte == 0x0A || byte == 0x0D
      switch state {
      case .start:
        if !endsCell, byte == 0x20 || byte == 0x09, held.count < 1 << 16 {
          held.append(byte)
          continue
        }
        let isLiteral = byte == 0x22 && !held.isEmpty
        if isLiteral { output.append(0x22) }
        output.append(contentsOf: held)
        held.removeAll(keepingCapacity: true)
        if isLiteral { output.append(0x22) }
        output.append(byte)
        if !endsCell { state = isLiteral ? .literal : byte == 0x22 ? .quoted : .plain }
      case .plain:
        output.append(byte)
        if endsCell { state = .start }
      case .quoted:
        output.append(byte)
        if byte == 0x22 { state = .afterQuote }
      case .afterQuote:
        output.append(byte)
        if endsCell { state = .start } else if byte != 0x20, byte != 0x09 { state = .quoted }
      case .literal:
        if endsCell || byte == 0x22 { output.append(0x22) }
        output.append(byte)
        if endsCell { state = .start }
      }
    }
  }

  /// Writes what is left at the end of the text.
  mutating func finish(into output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    output.append(contentsOf: held)
    if state == .literal { output.append(0x22) }
    held = []
    state = .start
  }
}
