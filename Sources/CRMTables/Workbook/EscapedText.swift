/// Characters that OOXML writes as `_x000D_` (ECMA-376 22.9.2.19, ST_Xstring).
enum EscapedText {
  /// Replaces escapes in UTF-8 text; text without any, by far the most, is left alone.
  static func decode(_ bytes: inout [UInt8]) {
    guard bytes.count >= 7, let first = bytes.firstIndex(of: 0x5F) else { return }
    var result: [UInt8]?
    var index = first
    while index < bytes.count {
      if let (unit, end) = escape(bytes, index) {
        var decoded = result ?? Array(bytes[..<index])
        if unit & 0xFC00 == 0xD800, let (low, lowEnd) = escape(bytes, end), low & 0xFC00 == 0xDC00 {
          append(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF, &decoded)
          index = lowEnd
        } else {
          append(UInt32(unit), &decoded)
          index = end
        }
        result = decoded
      } else {
        result?.append(bytes[index])
        index += 1
      }
    }
    if let result { bytes = result }
  }

  /// Reads `_xHHHH_` at a place; the x may not be a capital.
  private static func escape(_ bytes: [UInt8], _ index: Int) -> (unit: UInt16, end: Int)? {
    guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt16(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt16(byte - 0x57)
      default: return nil
      }
    }
    return (unit, index + 7)
  }

  private static func append(_ scalar: UInt32, _ bytes: inout [UInt8]) {
    let known = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    bytes.append(contentsOf: Array(String(Character(known)).utf8))
  }
}
