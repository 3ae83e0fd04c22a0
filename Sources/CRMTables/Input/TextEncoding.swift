import CRMValues

/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case utf32LE = "utf-32le"
  case utf32BE = "utf-32be"

  /// Finds an encoding by name, in any case, with or without hyphens.
  ///
  /// Throws a usage error that lists the known ones.
  public init(named name: String) throws {
    let key = TextEncoding.key(name)
    guard let known = TextEncoding.allCases.first(where: { TextEncoding.key($0.rawValue) == key })
    else {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw CRMError(
        .usage, "unknown encoding \(name)", vi: "không biết bảng mã \(name)",
        hints: [Label("Known: \(names)", vi: "Các bảng mã: \(names)")])
    }
    self = known
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The byte-order marks, the longest first: UTF-32LE's begins like UTF-16LE's.
  private static let marks: [(TextEncoding, [UInt8])] = [
    (.utf32LE, [0xFF, 0xFE, 0, 0]), (.utf32BE, [0, 0, 0xFE, 0xFF]),
    (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LE, [0xFF, 0xFE]), (.utf16BE, [0xFE, 0xFF]),
  ]

  /// Returns what the byte-order mark at the start says, and the mark's length.
  static func marked(_ head: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, mark: Int)? {
    for (encoding, mark) in marks where head.prefix(mark.count).elementsEqual(mark) {
      return (encoding, mark.count)
    }
    return nil
  }

  /// Guesses UTF-16 and UTF-32 without a mark by where the zero bytes of ASCII characters stand;
  /// everything else is taken for UTF-8, which is then checked.
  static func guessed(_ head: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    let count = min(head.count, 4096) & ~3
    guard count >= 4 else { return .utf8 }
    var zeros = [0, 0, 0, 0]
    for index in 0..<count where head[index] == 0 { zeros[index & 3] += 1 }
    let units = count / 4
    if zeros[2] * 10 > units * 9, zeros[3] * 10 > units * 9, zeros[0] * 10 < units {
      return .utf32LE
    }
    if zeros[0] * 10 > units * 9, zeros[1] * 10 > units * 9, zeros[3] * 10 < units {
      return .utf32BE
    }
    let even = zeros[0] + zeros[2]
    let odd = zeros[1] + zeros[3]
    // Of the characters of Vietnamese text at least a quarter are ASCII: two a unit of four bytes.
    if odd * 2 > units, even * 20 < odd { return .utf16LE }
    if even * 2 > units, odd * 20 < even { return .utf16BE }
    return .utf8
  }

  /// Makes the decoder that turns bytes of this encoding into UTF-8.
  func makeDecoder() -> any TextDecoder {
    switch self {
    case .utf8: return UTF8Decoder()
    case .utf16LE: return UTF16Decoder(littleEndian: true)
    case .utf16BE: return UTF16Decoder(littleEndian: false)
    case .utf32LE: return UTF32Decoder(littleEndian: true)
    case .utf32BE: return UTF32Decoder(littleEndian: false)
    }
  }
}
