/// Days, times and durations that a file writes down in ISO 8601.
enum ISOCell {
  /// Returns `2026-12-20`, `2026-12-20T08:30:00.5`, `08:30:00` or `PT8H30M` as a cell; nil where
  /// it is none of these.
  static func cell(_ text: String) -> Cell? {
    let bytes = Array(text.utf8)
    if bytes.first == 0x50 || bytes.starts(with: [0x2D, 0x50]) {
      return duration(bytes).map { .time(seconds: $0) }
    }
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else {
      return clock(bytes[...]).map { .time(seconds: $0) }
    }
    guard let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), year > 0, 1...12 ~= month, day >= 1,
      day <= SheetDate.length(of: month, year)
    else { return nil }
    let iso = String(decoding: bytes[..<10], as: UTF8.self)
    if bytes.count == 10 { return .day(iso) }
    guard bytes[10] == 0x54 || bytes[10] == 0x20 else { return nil }
    var rest = bytes[11...]
    // The time as it is written: a zone would move it to where nobody looks at the sheet.
    if let zone = rest.firstIndex(where: { [0x5A, 0x2B, 0x2D].contains($0) }) {
      rest = rest[..<zone]
    }
    guard let seconds = clock(rest), seconds < 86_400 else { return nil }
    return .dateTime("\(iso)T\(SheetDate.clock(Int(seconds)))")
  }

  /// Returns the seconds of `08:30`, `08:30:00` or `08:30:00.25`.
  private static func clock(_ bytes: ArraySlice<UInt8>) -> Double? {
    let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count, parts[0].count <= 5, let hour = number(parts[0]),
      let minute = number(parts[1]), minute < 60
    else { return nil }
    var seconds = 0.0
    if parts.count == 3 {
      guard let given = decimal(parts[2]), given < 60 else { return nil }
      seconds = given
    }
    return Double(hour * 3600 + minute * 60) + seconds
  }

  /// Returns the seconds of `P1DT2H3M4.5S`; a year or a month has no fixed length.
  private static func duration(_ bytes: [UInt8]) -> Double? {
    let isNegative = bytes.first == 0x2D
    var seconds = 0.0
    var digits: [UInt8] = []
    var isTime = false
    for byte in bytes.dropFirst(isNegative ? 2 : 1) {
      switch byte {
      case 0x54: isTime = true
      case 0x30...0x39, 0x2E: digits.append(byte)
      default:
        guard let amount = decimal(digits[...]) else { return nil }
        digits = []
        switch (byte, isTime) {
        case (0x44, false): seconds += amount * 86_400
        case (0x48, true): seconds += amount * 3600
        case (0x4D, true): seconds += amount * 60
        case (0x53, true): seconds += amount
        case (0x59, false), (0x4D, false):
          guard amount == 0 else { return nil }
        default: return nil
        }
      }
    }
    guard digits.isEmpty else { return nil }
    return isNegative ? -seconds : seconds
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count < 10 else { return nil }
    var number = 0
    for byte in bytes {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private static func decimal(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard bytes.count < 30, bytes.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E }) else {
      return nil
    }
    return Double(String(decoding: bytes, as: UTF8.self))
  }
}
