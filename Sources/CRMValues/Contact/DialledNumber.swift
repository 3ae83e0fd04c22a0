/// The digits of a telephone number as typed, without what is written around them.
struct DialledNumber: Hashable {
  private(set) var digits: [UInt8] = []
  /// Whether a plus stands before the digits.
  private(set) var isInternational = false

  /// Picks the digits, nil when letters stand among them or there are none or too many.
  init?(_ typed: String) {
    var typed = typed
    digits.reserveCapacity(16)
    let isRead = typed.withUTF8 { read($0) }
    // The longest number has 15 digits, behind 00.
    guard isRead, (3...17).contains(digits.count) else { return nil }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var hasNote = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 0x30 < 10 || Self.isWide(bytes, at: index, 0x90...0x99) {
        guard !hasNote else { return false }
        digits.append(byte < 0x80 ? byte &- 0x30 : bytes[index + 2] &- 0x90)
        index += byte < 0x80 ? 1 : 3
        continue
      }
      if byte == UInt8(ascii: "+") || Self.isWide(bytes, at: index, 0x8B...0x8B) {
        guard digits.isEmpty, !isInternational else { return false }
        isInternational = true
        index += byte < 0x80 ? 1 : 3
        continue
      }
      let length = Self.punctuationLength(bytes, at: index)
      if length > 0 {
        index += length
        continue
      }
      if digits.isEmpty {  // A label: Tel, SĐT.
        guard !isInternational else { return false }
        index += 1
        continue
      }
      if digits.count >= 7, Self.isExtension(bytes[index...]) { return true }
      hasNote = true
      index += 1
    }
    return true
  }

  /// Tells whether a full-width character (U+FF00 to U+FF3F) stands at an index.
  private static func isWide(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ last: ClosedRange<UInt8>
  ) -> Bool {
    bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBC
      && last.contains(bytes[index + 2])
  }

  /// Returns the number of bytes of a character that may stand between digits, 0 for others.
  private static func punctuationLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: ":"):
      return 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xB7:  // middle dot
      return 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      // spaces, hyphens and dashes, bullet, direction marks
      return 3
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x88:  // minus
      return bytes[index + 2] == 0x92 ? 3 : 0
    default:
      return spaceLength(bytes, at: index, before: bytes.count)
    }
  }

  /// Tells whether the text begins with the mark of an extension and digits: `ext. 12`, `x12`,
  /// `#12`, `máy lẻ 12`, `nhánh 12`, `/12`.
  private static func isExtension(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = folded(String(decoding: bytes, as: UTF8.self))
    for mark in ["extension", "ext", "may le", "so le", "nhanh", "ml", "x", "#", "/", ";ext="] {
      guard text.hasPrefix(mark) else { continue }
      let rest = text.dropFirst(mark.count).utf8.drop { $0 == 0x20 || $0 == 0x2E || $0 == 0x3A }
      return (1...6).contains(rest.count) && rest.allSatisfy { $0 &- 0x30 < 10 }
        && (mark != "/" || rest.count < 5)
    }
    return false
  }
}
