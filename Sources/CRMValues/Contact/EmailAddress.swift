/// E-mail addresses: kept as typed, compared without regard to case.
public enum EmailAddress {
  /// Returns what two spellings of one address have in common: lower case, Normalization Form
  /// C, no blanks at the ends.
  public static func key(_ typed: String) -> String {
    cleaned(typed).lowercased()
  }

  /// Tells whether the text is one address by RFC 5321 and RFC 6531, as far as that is useful:
  /// a local part of dot-separated words or in quotation marks, and a domain name with at least
  /// one dot. Address literals (`[192.0.2.1]`), comments and display names are not addresses.
  public static func isValid(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")), at > 0 else {
        return false
      }
      return isLocalPart(bytes[..<at]) && isDomain(bytes[(at + 1)...])
    }
  }

  /// Returns the addresses of a cell that may hold several, in order: separated by `;`, `,`,
  /// `|` or line breaks, or by blanks where every part has an @.
  public static func split(_ cell: String) -> [String] {
    guard cell.utf8.contains(where: { isSeparator($0) || $0 <= 0x20 || $0 >= 0x80 }) else {
      return cell.isEmpty ? [] : [cell]
    }
    let pieces = cell.utf8.split(whereSeparator: isSeparator).map { trimmed(String(Substring($0))) }
    return pieces.flatMap { piece -> [String] in
      let words = piece.split { $0.isWhitespace }.map(String.init)
      return words.count > 1 && words.allSatisfy { $0.contains("@") } ? words : [piece]
    }.filter { !$0.isEmpty }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "|")
      || byte == 0x0A || byte == 0x0D
  }

  private static func isLocalPart(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard (1...64).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
      return false
    }
    let quote = UInt8(ascii: "\"")
    if first == quote {
      guard bytes.count > 2, last == quote else { return false }
      var isEscaped = false
      for byte in bytes.dropFirst().dropLast() {
        if byte < 0x20 || byte == 0x7F || byte == quote && !isEscaped { return false }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      return !isEscaped
    }
    let dot = UInt8(ascii: ".")
    var previous = dot
    for byte in bytes {
      guard byte == dot ? previous != dot : isWordByte(byte) else { return false }
      previous = byte
    }
    return previous != dot && !hasBlank(bytes)
  }

  /// Tells whether a byte may stand in a word of the local part (RFC 5322 `atext`, RFC 6531).
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      return true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"):
      return true
    default:
      return false
    }
  }

  /// Tells whether the name has two labels or more of letters, digits and inner hyphens, the
  /// last of them no number.
  private static func isDomain(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    var labels = 0
    var start = bytes.startIndex
    while true {
      var end = start
      var isNumber = true
      while end < bytes.endIndex, bytes[end] != UInt8(ascii: ".") {
        let byte = bytes[end]
        let isDigit = byte &- 0x30 < 10
        guard byte >= 0x80 || byte == hyphen || isDigit || (byte | 0x20) &- 0x61 < 26 else {
          return false
        }
        isNumber = isNumber && isDigit
        end += 1
      }
      guard (1...63).contains(end - start), bytes[start] != hyphen, bytes[end - 1] != hyphen else {
        return false
      }
      labels += 1
      if end == bytes.endIndex {
        return labels > 1 && end - start > 1 && !isNumber && !hasBlank(bytes)
      }
      start = end + 1
    }
  }

  /// Tells whether a no-break, typographic or zero-width blank occurs.
  private static func hasBlank(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return false }
    let whole = UnsafeBufferPointer(rebasing: bytes)
    return whole.indices.contains { spaceLength(whole, at: $0, before: whole.count) > 0 }
  }
}
