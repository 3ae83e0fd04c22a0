/// How a delimited text writes its rows down.
public struct CSVDialect: Sendable, Hashable {
  /// The byte between two cells.
  public var delimiter: UInt8
  /// What ends a row: `\n`, `\r\n` or `\r`.
  public var lineBreak: String
  public var encoding: TextEncoding
  /// Whether a byte-order mark comes first, which Excel needs to see UTF-8.
  public var hasMark: Bool
  /// Whether the first line is Excel's `sep=;`.
  public var hasSeparatorLine: Bool

  /// RFC 4180 unless told otherwise.
  public init(
    delimiter: UInt8 = 0x2C, lineBreak: String = "\r\n", encoding: TextEncoding = .utf8,
    hasMark: Bool = false, hasSeparatorLine: Bool = false
  ) {
    self.delimiter = delimiter
    self.lineBreak = lineBreak
    self.encoding = encoding
    self.hasMark = hasMark
    self.hasSeparatorLine = hasSeparatorLine
  }

  /// Returns the byte that `,`, `;`, `tab`, `\t`, `|` or another single ASCII character stands
  /// for; nil for anything that cannot separate cells.
  public static func delimiter(named name: String) -> UInt8? {
    switch name.lowercased() {
    case "tab", "\\t": return 0x09
    case "comma": return 0x2C
    case "semicolon": return 0x3B
    case "pipe": return 0x7C
    default: break
    }
    guard name.utf8.count == 1, let byte = name.utf8.first else { return nil }
    switch byte {
    case 0x00, 0x0A, 0x0D, 0x22: return nil
    default: return byte
    }
  }
}
