extension PlainNumber {
  /// Returns the number that bytes of a file write down, blanks around it or none; nil where it is
  /// none, or one without end.
  static func value(_ bytes: [UInt8]) -> Double? { bytes.withUnsafeBufferPointer(value) }

  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let exact = exactValue(bytes) { return exact }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let number = Double(text) ?? Double(text.trimmingBlanks), number.isFinite else {
      return nil
    }
    return number
  }

  /// The powers of ten that a double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Returns digits with or without a point, where a double holds them and the power of ten they
  /// are divided by: then one division rounds as it should (W. D. Clinger, "How to Read Floating
  /// Point Numbers Accurately"). Nil for all else.
  private static func exactValue(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var digits: UInt64 = 0
    var decimals = 0
    var isFraction = false
    let isNegative = bytes.first == 0x2D
    guard bytes.count <= 20 else { return nil }
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      if 0x30...0x39 ~= byte {
        digits = digits * 10 + UInt64(byte - 0x30)
        guard digits < 1 << 53 else { return nil }
        if isFraction { decimals += 1 }
      } else if byte == 0x2E, !isFraction {
        isFraction = true
      } else {
        return nil
      }
    }
    guard bytes.count > (isNegative ? 1 : 0) + (isFraction ? 1 : 0), decimals < powers.count else {
      return nil
    }
    let number = Double(digits) / powers[decimals]
    return isNegative ? -number : number
  }
}
