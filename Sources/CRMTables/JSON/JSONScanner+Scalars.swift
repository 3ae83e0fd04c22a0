/// Texts and numbers (RFC 8259, 6 and 7).
extension JSONScanner {
  func number() throws -> String {
    var digits: [UInt8] = []
    func take(_ isWanted: (UInt8) -> Bool) throws -> Int {
      let start = digits.count
      while let byte = try peek(), isWanted(byte) {
        digits.append(byte)
        index += 1
        if digits.count > 10_000 { throw tooLong(10_000) }
      }
      return digits.count - start
    }
    func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    if try peek() == 0x2D { digits.append(0x2D); index += 1 }
    let whole = try take(isDigit)
    guard whole > 0, whole == 1 || digits[digits.count - whole] != 0x30 else { throw wrongToken() }
    if try peek() == 0x2E {
      digits.append(0x2E)
      index += 1
      guard try take(isDigit) > 0 else { throw wrongToken() }
    }
    if let byte = try peek(), byte | 0x20 == 0x65 {
      digits.append(byte)
      index += 1
      if let sign = try peek(), sign == 0x2B || sign == 0x2D { digits.append(sign); index += 1 }
      guard try take(isDigit) > 0 else { throw wrongToken() }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  func string() throws -> String {
    isInString = true
    index += 1
    var bytes: [UInt8] = []
    while try peek() != nil {
      // Runs of ordinary characters are taken at once.
      let end = chunk[index...].firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 } ?? chunk.count
      bytes.append(contentsOf: chunk[index..<end])
      index = end
      if bytes.count > limit { throw tooLong(limit) }
      guard end < chunk.count else { continue }
      switch chunk[end] {
      case 0x22:
        index += 1
        isInString = false
        return String(decoding: bytes, as: UTF8.self)
      case 0x5C:
        index += 1
        try escape(into: &bytes)
      default: throw unexpected()
      }
    }
    throw unexpected()
  }

  private func escape(into bytes: inout [UInt8]) throws {
    guard let byte = try peek() else { throw unexpected() }
    switch byte {
    case 0x22, 0x5C, 0x2F: bytes.append(byte)
    case 0x62: bytes.append(0x08)
    case 0x66: bytes.append(0x0C)
    case 0x6E: bytes.append(0x0A)
    case 0x72: bytes.append(0x0D)
    case 0x74: bytes.append(0x09)
    case 0x75:
      index += 1
      return try unicode(into: &bytes)
    default: throw unexpected()
    }
    index += 1
  }

  /// Half a surrogate pair stands for nothing: RFC 8259, 8.2 leaves it open; it is an error here.
  private func unicode(into bytes: inout [UInt8]) throws {
    let first = try unit()
    guard first & 0xF800 == 0xD800 else { return bytes.appendUTF8(first) }
    guard first < 0xDC00, try peek() == 0x5C else { throw unexpected() }
    index += 1
    guard try peek() == 0x75 else { throw unexpected() }
    index += 1
    let second = try unit()
    guard second & 0xFC00 == 0xDC00 else { throw unexpected() }
    bytes.appendUTF8(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
  }

  private func unit() throws -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try peek(), let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
        throw unexpected()
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}
