extension OutputBuffer {
  /// Writes a JSON string (RFC 8259) with its quotes.
  mutating func appendJSON(_ text: String) {
    append(0x22)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices
      where bytes[index] < 0x20 || bytes[index] == 0x22 || bytes[index] == 0x5C {
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        appendEscape(bytes[index])
        start = index + 1
      }
      append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    append(0x22)
  }

  private mutating func appendEscape(_ byte: UInt8) {
    append(0x5C)
    switch byte {
    case 0x22, 0x5C: append(byte)
    case 0x09: append("t")
    case 0x0A: append("n")
    case 0x0D: append("r")
    default:
      append("u00")
      append(byte < 0x10 ? "0" : "1")
      append(String(byte & 0x0F, radix: 16))
    }
  }

  /// Writes a value: numbers as numbers, lists as arrays, nothing as null.
  mutating func appendJSON(_ cell: OutputCell) {
    switch cell {
    case .empty: append("null")
    case .text(let text), .day(let text), .dateTime(let text), .duration(_, let text):
      appendJSON(text)
    case .integer(let number), .money(let number): append(String(number))
    case .decimal(let text), .percent(let text):
      if OutputBuffer.isNumber(text) { append(text) } else { appendJSON(text) }
    case .bool(let value): append(value ? "true" : "false")
    case .list(let texts):
      append("[")
      for (index, text) in texts.enumerated() {
        if index > 0 { append(",") }
        appendJSON(text)
      }
      append("]")
    }
  }

  /// Whether the text is a JSON number (RFC 8259, 6) as it may stand, exponent and all.
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func digits() -> Int {
      let count = rest.prefix { 0x30...0x39 ~= $0 }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == 0x30
    let whole = digits()
    guard whole == 1 || (whole > 1 && !leadsWithZero) else { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == 0x65 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
