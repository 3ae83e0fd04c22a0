/// A place in a text: LF, CRLF and lone CR each end a line.
struct TextPosition: Equatable {
  /// From 1.
  var line = 1
  /// Characters (Unicode scalars) before this place in its line.
  var column = 0
  /// Whether the text so far ends in a CR, so that an LF now ends no further line.
  private var afterReturn = false

  /// Moves on over UTF-8 text.
  mutating func advance(over text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty else { return }
    var breaks = 0
    var returns = 0
    for byte in text {
      breaks &+= byte == 0x0A ? 1 : 0
      returns &+= byte == 0x0D ? 1 : 0
    }
    if returns > 0 || afterReturn {
      advanceSlowly(over: text)
      return
    }
    if breaks > 0, let last = text.lastIndex(of: 0x0A) {
      line += breaks
      column = scalars(text[(last + 1)...])
    } else {
      column += scalars(text[...])
    }
  }

  private mutating func advanceSlowly(over text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case 0x0A:
        if !afterReturn { line += 1 }
        column = 0
      case 0x0D:
        line += 1
        column = 0
      default:
        if byte & 0xC0 != 0x80 { column += 1 }
      }
      afterReturn = byte == 0x0D
    }
  }

  private func scalars(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    for byte in text { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
    return count
  }
}
