/// Keeps spreadsheet programs from taking text of a CSV file for a formula, reversibly.
///
/// A text that a program would calculate gets an apostrophe in front. So does a text that, but
/// for apostrophes in front, would, or that has apostrophes in front and nowhere else: thereby
/// exactly one is taken off again, and any text comes back as it was. Phones (`+84 912 345 678`) and numbers (`-5`, `+1.5%`) stay as they are.
public enum FormulaGuard {
  /// Returns the text as it may stand in a CSV cell.
  public static func guarded(_ text: String) -> String {
    needsGuard(text) ? "'" + text : text
  }

  /// Returns the text that `guarded` was given, and the text that another program wrapped so that
  /// a spreadsheet takes it for one: `0912…` of `="0912…"` and of `'0912…`.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == apostrophe else { return formulaText(text) ?? text }
    // By bytes: an apostrophe with a combining mark behind it is one Character.
    let rest = String(decoding: text.utf8.dropFirst(), as: UTF8.self)
    return needsGuard(rest) || isWrapped(text) ? rest : text
  }

  /// Returns the text of a cell of a workbook without the wrapping of other programs: an apostrophe
  /// before a number, a phone, a date or a code, which Excel takes off where it is typed.
  public static func unwrapped(_ text: String) -> String {
    guard text.utf8.first == apostrophe else { return formulaText(text) ?? text }
    let rest = text.utf8.dropFirst()
    let isCode =
      rest.contains { 0x30...0x39 ~= $0 }
      && rest.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F, 0x5F:
          return true
        case 0x20: return rest.first.map { 0x28...0x39 ~= $0 } ?? false
        default: return false
        }
      }
    return isCode ? String(decoding: rest, as: UTF8.self) : text
  }

  /// Returns the text of `="text"`, its quotes single again; nil for anything else.
  private static func formulaText(_ text: String) -> String? {
    let bytes = text.utf8
    guard bytes.count > 3, bytes.starts(with: [0x3D, 0x22]), bytes.last == 0x22 else { return nil }
    var inner: [UInt8] = []
    var isDoubled = false
    for byte in bytes.dropFirst(2).dropLast() {
      if byte == 0x22, !isDoubled {
        isDoubled = true
        continue
      }
      // A lone quote ends the text: more is calculated than one.
      if isDoubled, byte != 0x22 { return nil }
      isDoubled = false
      inner.append(byte)
    }
    return isDoubled ? nil : String(decoding: inner, as: UTF8.self)
  }

  /// Whether apostrophes stand in front and nowhere else, so that they are no quotation marks.
  private static func isWrapped(_ text: String) -> Bool {
    let rest = text.utf8.drop { $0 == apostrophe }
    return rest.count < text.utf8.count && !rest.isEmpty && !rest.contains(apostrophe)
  }

  private static let apostrophe: UInt8 = 0x27

  static func needsGuard(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(needsGuard)
  }

  static func needsGuard(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count, text[index] == apostrophe { index += 1 }
    // One in front is taken off by who reads it.
    if index > 0, index < text.count, !text[index...].contains(apostrophe) { return true }
    // Some programs drop spaces first.
    while index < text.count, text[index] == 0x20 { index += 1 }
    guard index < text.count else { return false }
    switch text[index] {
    case 0x3D, 0x40, 0x09, 0x0A, 0x0D:  // = @ tab LF CR
      return true
    case 0x2B, 0x2D:  // + -
      return !isNumberOrPhone(text[(index + 1)...])
    case 0xEF:
      return isFullWidthSign(text[index...])
    default:
      return false
    }
  }

  /// Whether only what numbers and phones are written with follows the sign.
  private static func isNumberOrPhone(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    rest.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x20, 0x28, 0x29, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3B, 0x25: return true
      default: return false
      }
    }
  }

  /// `＋ － ＝ ＠`, which Excel takes for their ASCII forms under East Asian settings.
  private static func isFullWidthSign(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let signs: [[UInt8]] = [
      [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0xA0],
    ]
    return signs.contains { text.starts(with: $0) }
  }
}
