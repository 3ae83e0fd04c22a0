import CRMValues

/// Places of cells in a sheet.
enum CellReference {
  /// Columns and rows a sheet may have.
  static let columnLimit = 16_384
  static let rowLimit = 1_048_576
  /// Empty cells that wide gaps in rows and repetition may make, over a whole sheet.
  static let fillLimit = 20_000_000
  /// How wide a gap has to be to count.
  static let wideGap = 256

  /// Returns the column from 0 of `AB12`, or nil where it is none; the row is not looked at.
  static func column(_ bytes: UnsafePointer<CChar>) -> Int? {
    var column = 0
    var byte = bytes
    if byte.pointee == 0x24 { byte += 1 }
    while true {
      let letter = UInt8(bitPattern: byte.pointee) & 0xDF
      guard 0x41...0x5A ~= letter else { break }
      column = column * 26 + Int(letter - 0x40)
      guard column <= columnLimit else { return nil }
      byte += 1
    }
    return column > 0 ? column - 1 : nil
  }
}

extension CRMError {
  static func mostlyEmpty(_ name: String, row: Int) -> CRMError {
    overblown(
      name,
      Label(
        "up to row \(row) nearly all cells are empty and far apart",
        vi: "đến dòng \(row) gần như mọi ô đều trống và cách xa nhau"))
  }
}
