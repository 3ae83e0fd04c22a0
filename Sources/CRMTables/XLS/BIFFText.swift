/// The content of a record and of the CONTINUE records behind it ([MS-XLS] 2.5.293, 2.5.296).
///
/// The pieces of a text of 16-bit units each have their own flag: a text may begin in one byte a
/// character and go on in two.
struct ContinuedContent {
  private var piece: [UInt8]
  private var position: Int
  /// Returns the next piece; nil after the last.
  private let nextPiece: () throws -> [UInt8]?

  init(
    _ piece: [UInt8], from position: Int = 0, nextPiece: @escaping () throws -> [UInt8]? = { nil }
  ) {
    self.piece = piece
    self.position = position
    self.nextPiece = nextPiece
  }

  /// Whether all pieces are read.
  mutating func isAtEnd() throws -> Bool {
    while position >= piece.count {
      guard let next = try nextPiece() else { return true }
      piece = next
      position = 0
    }
    return false
  }

  mutating func byte() throws -> UInt8? {
    if try isAtEnd() { return nil }
    position += 1
    return piece[position - 1]
  }

  mutating func u16() throws -> UInt16? {
    guard let low = try byte(), let high = try byte() else { return nil }
    return UInt16(low) | UInt16(high) << 8
  }

  mutating func u32() throws -> UInt32? {
    guard let low = try u16(), let high = try u16() else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  mutating func skip(_ count: Int) throws {
    var left = count
    while left > 0, try !isAtEnd() {
      let here = min(left, piece.count - position)
      position += here
      left -= here
    }
  }

  /// Reads `count` bytes, fewer at the end.
  mutating func bytes(_ count: Int) throws -> [UInt8] {
    var result: [UInt8] = []
    while result.count < count, try !isAtEnd() {
      let here = min(count - result.count, piece.count - position)
      result += piece[position..<position + here]
      position += here
    }
    return result
  }

  /// Reads a text of 16-bit units, flags first, rich text and phonetic parts skipped
  /// (XLUnicodeRichExtendedString); nil at the end.
  mutating func unicodeText(_ length: Int) throws -> String? {
    guard let flags = try byte() else { return length == 0 ? "" : nil }
    let runs = flags & 8 != 0 ? Int(try u16() ?? 0) : 0
    let phonetic = flags & 4 != 0 ? Int(try u32() ?? 0) : 0
    let units = try self.units(length, areWide: flags & 1 != 0)
    try skip(runs * 4 + phonetic)
    return String(units: units)
  }

  private mutating func units(_ length: Int, areWide: Bool) throws -> [UInt16] {
    var areWide = areWide
    var units: [UInt16] = []
    units.reserveCapacity(min(length, 1 << 15))
    while units.count < length {
      let width = areWide ? 2 : 1
      let here = min(length - units.count, (piece.count - position) / width)
      for _ in 0..<max(0, here) {
        let low = UInt16(piece[position])
        units.append(areWide ? low | UInt16(piece[position + 1]) << 8 : low)
        position += width
      }
      if units.count == length { break }
      guard let next = try nextPiece() else {
        position = piece.count
        break
      }
      piece = next
      // The text goes on with its own flag.
      position = min(1, next.count)
      areWide = (next.first ?? 0) & 1 != 0
    }
    return units
  }
}
