/// What stands before the colon of a content line, looked at before the line is whole.
struct VCardHeader {
  let isQuotedPrintable: Bool
  let isBase64: Bool
  /// Whether it is a picture, sound or key.
  let isBinary: Bool

  init(_ line: some Collection<UInt8>) {
    let header = Array(line.prefix(256).prefix { $0 != 0x3A })
      .map { 0x61...0x7A ~= $0 ? $0 - 0x20 : $0 }
    let name = header.prefix { $0 != 0x3B }
    let start = name.lastIndex(of: 0x2E).map { $0 + 1 } ?? 0
    isBinary = VCardHeader.binaryNames.contains { name[start...].elementsEqual($0) }
    guard name.count < header.count else {
      (isQuotedPrintable, isBase64) = (false, false)
      return
    }
    isQuotedPrintable = VCardHeader.holds(header, "QUOTED-PRINTABLE")
    isBase64 = VCardHeader.holds(header, "BASE64") || VCardHeader.holds(header, "ENCODING=B")
  }

  private static let binaryNames = VCardProperty.binaryNames.map { Array($0.utf8) }

  private static func holds(_ header: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard header.count >= count else { return false }
    return (0...(header.count - count)).contains { start in
      (0..<count).allSatisfy { header[start + $0] == word.utf8Start[$0] }
    }
  }

  /// Whether a physical line begins a property of its own, so that none goes on with it: a name
  /// that programs write, in capitals, and what follows a name.
  static func beginsProperty(_ line: [UInt8]) -> Bool {
    let head = line.prefix(64).prefix { $0 != 0x3A && $0 != 0x3B }
    guard head.count < min(line.count, 64) else { return false }
    let start = head.lastIndex(of: 0x2E).map { $0 + 1 } ?? 0
    let name = String(decoding: head[start...], as: UTF8.self)
    return propertyNames.contains(name)
      || name.hasPrefix("X-") && name.utf8.allSatisfy { VCardLine.isNameByte($0) }
  }

  /// Those of vCard 2.1, 3.0 and 4.0.
  private static let propertyNames: Set<String> = [
    "ADR", "AGENT", "ANNIVERSARY", "BDAY", "BEGIN", "CALADRURI", "CALURI", "CATEGORIES", "CLASS",
    "CLIENTPIDMAP", "EMAIL", "END", "FBURL", "FN", "GENDER", "GEO", "IMPP", "KEY", "KIND", "LABEL",
    "LANG", "LOGO", "MAILER", "MEMBER", "N", "NAME", "NICKNAME", "NOTE", "ORG", "PHOTO", "PRODID",
    "PROFILE", "RELATED", "REV", "ROLE", "SORT-STRING", "SOUND", "SOURCE", "TEL", "TITLE", "TZ",
    "UID", "URL", "VERSION", "XML",
  ]

  /// Whether a physical line has nothing but base64: some programs do not indent it.
  static func isBareBase64(_ line: [UInt8]) -> Bool {
    !line.isEmpty
      && line.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D: return true
        default: return false
        }
      }
  }
}
