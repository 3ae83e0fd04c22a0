import CLibXLSXWriter

/// Text as it has to stand in a workbook's XML.
enum SheetText {
  /// Excel's longest text, in UTF-16 units.
  static let limit = 32_767

  static func isTooLong(_ text: String) -> Bool {
    text.utf8.count > limit && text.utf16.count > limit
  }

  /// Passes the text to `body` with a zero byte behind it, without a copy in nearly all cases.
  ///
  /// What XML cannot hold is written `_x0000_`, and `_x` of the text itself as `_x005F_x`
  /// (ECMA-376, ST_Xstring). The library does this for the other control characters.
  static func withCString<Result>(
    _ text: String, _ body: (UnsafePointer<CChar>) throws -> Result
  ) rethrows -> Result {
    let count = text.utf8.count
    return try text.withCString { start in
      if crmxlsx_needs_escape(start, UInt(count)) == 0 { return try body(start) }
      return try escaped(text).withCString(body)
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0: result += "_x0000_"
      case 0xFFFE: result += "_xFFFE_"
      case 0xFFFF: result += "_xFFFF_"
      case 0x5F where isEscape(scalars[index...]): result += "_x005F_"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether the text begins like `_x000D_`, so that a reader would take it for an escape.
  private static func isEscape(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = Array(text.prefix(7))
    return start.count == 7 && start[1] == "x" && start[6] == "_"
      && start[2...5].allSatisfy(\.properties.isASCIIHexDigit)
  }
}
