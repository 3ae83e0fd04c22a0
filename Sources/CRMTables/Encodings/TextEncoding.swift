import CRMValues

/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case utf32LE = "utf-32le"
  case utf32BE = "utf-32be"
  /// Vietnamese Windows: letters and combining tone marks.
  case windows1258 = "windows-1258"
  /// TCVN 5712:1993, the encoding of the ABC fonts (`.VnTime`).
  case tcvn3 = "tcvn3"
  /// The encoding of the VNI fonts for Windows (`VNI-Times`): a letter and a mark, a byte each.
  case vni = "vni"
  /// RFC 1456.
  case viscii = "viscii"
  case windows1252 = "windows-1252"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case latin2 = "iso-8859-2"
  case cyrillic = "iso-8859-5"
  case greek = "iso-8859-7"
  case latin9 = "iso-8859-15"
  case koi8R = "koi8-r"
  case koi8U = "koi8-u"
  /// The encodings of DOS.
  case ibm437 = "ibm437"
  case ibm850 = "ibm850"
  case ibm852 = "ibm852"
  case ibm866 = "ibm866"
  case thai = "tis-620"
  case macintosh = "macintosh"
  case shiftJIS = "shift_jis"
  case eucJP = "euc-jp"
  case iso2022JP = "iso-2022-jp"
  case eucKR = "euc-kr"
  case gb18030 = "gb18030"
  case big5 = "big5"

  /// Finds an encoding by name, in any case, with or without hyphens.
  ///
  /// Throws a usage error that lists the known ones.
  public init(named name: String) throws {
    guard let known = TextEncoding(label: name) else {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw CRMError(
        .usage, "unknown encoding \(name)", vi: "không biết bảng mã \(name)",
        hints: [Label("Known: \(names)", vi: "Các bảng mã: \(names)")])
    }
    self = known
  }

  /// Finds an encoding by name or by one of the names other programs have for it.
  init?(label: String) {
    let key = TextEncoding.key(label)
    guard
      let known = TextEncoding.allCases.first(where: { TextEncoding.key($0.rawValue) == key })
        ?? TextEncoding.aliases[key]
    else { return nil }
    self = known
  }

  /// Whether it is one of Unicode's own, which cannot be mistaken for another.
  var isUnicode: Bool {
    switch self {
    case .utf8, .utf16LE, .utf16BE, .utf32LE, .utf32BE: return true
    default: return false
    }
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private static let aliases: [String: TextEncoding] = [
    // What is called ASCII or Latin-1 is windows-1252 nearly always, as on the web.
    "ascii": .windows1252, "usascii": .windows1252, "iso88591": .windows1252,
    "latin1": .windows1252, "cp1252": .windows1252, "ansi": .windows1252,
    "cp1258": .windows1258, "tcvn": .tcvn3, "tcvn5712": .tcvn3, "tcvn57121": .tcvn3,
    "abc": .tcvn3, "vniwindows": .vni, "vniwin": .vni, "rfc1456": .viscii,
    "cp1250": .windows1250, "cp1251": .windows1251, "cp1253": .windows1253,
    "cp1254": .windows1254, "iso88599": .windows1254, "latin5": .windows1254,
    "cp1255": .windows1255, "cp1256": .windows1256, "cp437": .ibm437, "cp850": .ibm850,
    "cp852": .ibm852, "cp866": .ibm866, "cp874": .thai, "windows874": .thai, "iso885911": .thai,
    "cyrillic": .cyrillic, "greek": .greek, "big5hkscs": .big5, "cp950": .big5, "uhc": .eucKR,
    "cp1257": .windows1257, "latin2": .latin2, "latin9": .latin9, "mac": .macintosh,
    "macroman": .macintosh, "sjis": .shiftJIS, "cp932": .shiftJIS, "windows31j": .shiftJIS,
    "cp949": .eucKR, "ksc56011987": .eucKR, "gb2312": .gb18030, "gbk": .gb18030,
    "cp936": .gb18030, "utf16": .utf16LE, "utf32": .utf32LE, "utf8sig": .utf8, "utf8bom": .utf8,
  ]

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
}
