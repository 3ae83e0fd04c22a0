/// The escapes in values of vCards.
enum VCardText {
  /// Resolves the escapes of a text (RFC 6350, 3.4; RFC 2426, 4): `\n` `\,` `\;` `\\`.
  ///
  /// In addresses `\:` is a colon: Google and Apple write `http\://`.
  static func unescaped(_ text: String, isAddress: Bool = false) -> String {
    guard text.utf8.contains(0x5C) || text.utf8.contains(0x0D) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var bytes = text.utf8.makeIterator()
    var waiting: UInt8?
    while let byte = waiting ?? bytes.next() {
      waiting = nil
      if byte == 0x0D {
        output.append(0x0A)
        let next = bytes.next()
        if next != 0x0A { waiting = next }
        continue
      }
      guard byte == 0x5C else {
        output.append(byte)
        continue
      }
      guard let next = bytes.next() else {
        output.append(byte)
        break
      }
      switch next {
      case 0x5C, 0x2C, 0x3B: output.append(next)
      case 0x6E, 0x4E: output.append(0x0A)
      case 0x3A where isAddress: output.append(next)
      default:
        output.append(byte)
        waiting = next
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Divides a structured value at its semicolons, and resolves each component's escapes.
  static func components(_ value: String) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var isEscaped = false
    for byte in value.utf8 {
      if byte == 0x3B, !isEscaped {
        parts.append(String(decoding: part, as: UTF8.self))
        part.removeAll(keepingCapacity: true)
        // Nobody's name has more components; a line of semicolons is no name.
        if parts.count == 64 { break }
      } else {
        part.append(byte)
      }
      isEscaped = byte == 0x5C && !isEscaped
    }
    parts.append(String(decoding: part, as: UTF8.self))
    return parts.map { unescaped($0).trimmed }
  }

  /// Divides a list at its commas, and resolves each item's escapes.
  static func list(_ value: String) -> [String] {
    var items = [""]
    var isEscaped = false
    for character in value.unicodeScalars {
      if character == ",", !isEscaped {
        items.append("")
      } else {
        items[items.count - 1].unicodeScalars.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return items.map { unescaped($0) }.filter { !$0.isEmpty }
  }
}
