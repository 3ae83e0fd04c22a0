/// What spreadsheet programs call columns.
public enum SheetColumn {
  /// Returns the letters of a column counted from 0: `A`, `Z`, `AA`.
  public static func letters(_ column: Int) -> String {
    let last = String(decoding: [UInt8(0x41 + column % 26)], as: UTF8.self)
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}
