extension String {
  /// Decodes 16-bit units; half a surrogate pair becomes U+FFFD. The library's own decoding is
  /// for any collection, and ten times slower.
  init(units: [UInt16]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count + 8)
    var index = 0
    while index < units.count {
      let unit = UInt32(units[index])
      index += 1
      if unit < 0x80 {
        bytes.append(UInt8(unit))
      } else if unit & 0xF800 != 0xD800 {
        bytes.appendUTF8(unit)
      } else if unit < 0xDC00, index < units.count, units[index] & 0xFC00 == 0xDC00 {
        bytes.appendUTF8(0x10000 + (unit & 0x3FF) << 10 + UInt32(units[index] & 0x3FF))
        index += 1
      } else {
        bytes.appendUTF8(0xFFFD)
      }
    }
    self = String(decoding: bytes, as: UTF8.self)
  }
}
