/// Numbers as a workbook holds them: binary, exact to 15 digits.
enum SheetNumber {
  /// Returns the number, or nil for one that would lose digits.
  static func value(_ number: Int64) -> Double? {
    number.magnitude < 1_000_000_000_000_000 ? Double(number) : nil
  }

  /// Returns the number a canonical decimal stands for, or nil for one that would lose digits.
  static func value(_ text: String) -> Double? {
    let digits = text.utf8.count { 0x30...0x39 ~= $0 }
    guard digits > 0, digits <= 15, OutputBuffer.isNumber(text) else { return nil }
    return Double(text)
  }
}
