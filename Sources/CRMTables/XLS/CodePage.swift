import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns texts of one byte a character, or of the two-byte code pages of East Asia, into
/// characters: what BIFF2 to BIFF5 keep texts in.
final class CodePage {
  /// What each byte stands for; nil where a character may take two.
  private let scalars: [Unicode.Scalar]?
  private let converter: iconv_t?
  /// Windows-1258 writes tone marks behind their vowels.
  private let composes: Bool

  static let western = CodePage.Number(1252)

  /// The number of a CODEPAGE record ([MS-XLS] 2.4.52).
  typealias Number = UInt16

  /// Numbers that stand for no code page, of which some programs write several, are read as
  /// Windows-1252, as Excel does with BIFF2 and BIFF3 (0x8001).
  init(_ number: Number) {
    composes = number == 1258
    switch number {
    case 1258:
      scalars = CodePage.vietnamese
      converter = nil
    case 932, 936, 949, 950, 1361:
      scalars = nil
      converter = CodePage.open(number == 1361 ? "JOHAB" : "CP\(number)")
    default:
      scalars = CodePage.name(number).flatMap(CodePage.table) ?? CodePage.windows1252
      converter = nil
    }
  }

  deinit {
    if let converter { iconv_close(converter) }
  }

  func text(_ bytes: some Sequence<UInt8>) -> String {
    if let scalars {
      var view = String.UnicodeScalarView()
      for byte in bytes { view.append(scalars[Int(byte)]) }
      return composes ? nfc(String(view)) : String(view)
    }
    if let converter { return CodePage.convert(Array(bytes), converter) }
    return CodePage(CodePage.western).text(bytes)
  }

  /// The name iconv knows a code page by; nil for Windows-1252 and numbers that say nothing.
  private static func name(_ number: Number) -> String? {
    switch number {
    case 10000, 0x8000: return "MACINTOSH"
    case 10007: return "MAC-CYRILLIC"
    case 10017: return "MAC-UK"
    case 10029: return "MAC-CENTRALEUROPE"
    case 10079: return "MAC-IS"
    case 437, 720, 737, 775, 850...869, 874, 1250, 1251, 1253...1257: return "CP\(number)"
    default: return nil
    }
  }

  /// Builds the table of a code page byte by byte; nil where iconv lacks it.
  private static func table(_ name: String) -> [Unicode.Scalar]? {
    guard let converter = open(name) else { return nil }
    defer { iconv_close(converter) }
    return (0...255).map { byte in
      let scalar = convert([UInt8(byte)], converter).unicodeScalars.first
      return scalar.flatMap { $0 == "\u{FFFD}" ? nil : $0 } ?? Unicode.Scalar(UInt8(byte))
    }
  }

  private static func open(_ name: String) -> iconv_t? {
    let converter = iconv_open("UTF-8", name)
    return converter == iconv_t(bitPattern: -1) ? nil : converter
  }

  /// Converts bytes, those that stand for nothing to U+FFFD.
  private static func convert(_ bytes: [UInt8], _ converter: iconv_t) -> String {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    var result: [UInt8] = []
    iconv(converter, nil, nil, nil, nil)
    input.withUnsafeMutableBufferPointer { source in
      var position = source.baseAddress
      var left = source.count
      while left > 0 {
        let before = left
        output.withUnsafeMutableBytes { target in
          var end = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          iconv(converter, &position, &left, &end, &room)
          result += target[..<(target.count - room)]
        }
        guard left > 0 else { break }
        if left < before { continue }
        result += [0xEF, 0xBF, 0xBD]
        position = position.map { $0 + 1 }
        left -= 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Windows-1252; bytes that stand for nothing are control characters, as Windows reads them.
  private static let windows1252: [Unicode.Scalar] = {
    var table = (0...255).map { Unicode.Scalar(UInt8($0)) }
    let high = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    for (place, scalar) in high.unicodeScalars.enumerated() { table[0x80 + place] = scalar }
    return table
  }()

  /// Windows-1258, the Vietnamese neighbour of Windows-1252; here and not from iconv, whose
  /// tables a small system may lack.
  private static let vietnamese: [Unicode.Scalar] = {
    let differences: KeyValuePairs<Int, Unicode.Scalar> = [
      0x8A: "\u{8A}", 0x8E: "\u{8E}", 0x9A: "\u{9A}", 0x9E: "\u{9E}",
      0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ", 0xD2: "\u{309}", 0xD5: "Ơ", 0xDD: "Ư",
      0xDE: "\u{303}", 0xE3: "ă", 0xEC: "\u{301}", 0xF0: "đ", 0xF2: "\u{323}", 0xF5: "ơ",
      0xFD: "ư", 0xFE: "₫",
    ]
    var table = windows1252
    for (byte, scalar) in differences { table[byte] = scalar }
    return table
  }()
}
