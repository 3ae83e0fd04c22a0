/// How the bytes of a vCard's value are written as ASCII.
enum TransferEncoding {
  case quotedPrintable, base64

  /// Finds what a parameter says: `QUOTED-PRINTABLE`, `BASE64`, `B`; nil for plain text.
  init?(_ name: String) {
    switch name.uppercased() {
    case "QUOTED-PRINTABLE", "Q": self = .quotedPrintable
    case "BASE64", "B": self = .base64
    default: return nil
    }
  }

  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .quotedPrintable: return TransferEncoding.quotedPrintable(bytes)
    case .base64: return TransferEncoding.base64(bytes)
    }
  }

  /// RFC 2045, 6.7; what is no escape stays as it is.
  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x3D, index + 2 < bytes.endIndex, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: return byte - 0x30
    case 0x41...0x46: return byte - 0x37
    case 0x61...0x66: return byte - 0x57
    default: return nil
    }
  }

  /// RFC 4648, 4; anything that is not of the alphabet is passed over.
  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      guard let value = sextet(byte) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: return byte - 0x41
    case 0x61...0x7A: return byte - 0x61 + 26
    case 0x30...0x39: return byte - 0x30 + 52
    case 0x2B, 0x2D: return 62
    case 0x2F, 0x5F: return 63
    default: return nil
    }
  }
}
