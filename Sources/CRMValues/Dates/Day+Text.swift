extension Day {
  /// The storage form, ISO 8601: `2026-12-20`.
  public var iso: String {
    let (year, month, day) = parts
    return String(unsafeUninitializedCapacity: 10) { output in
      writeDigits(year, count: 4, to: output, at: 0)
      output[4] = UInt8(ascii: "-")
      writeDigits(month, count: 2, to: output, at: 5)
      output[7] = UInt8(ascii: "-")
      writeDigits(day, count: 2, to: output, at: 8)
      return 10
    }
  }

  /// Makes a day of its storage form, nil for anything else: no blanks, no other order.
  public init?(iso: String) {
    var iso = iso
    let parts: (Int, Int, Int)? = iso.withUTF8 { bytes in
      guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
        let year = readDigits(bytes, at: 0, count: 4),
        let month = readDigits(bytes, at: 5, count: 2),
        let day = readDigits(bytes, at: 8, count: 2)
      else { return nil }
      return (year, month, day)
    }
    guard let parts else { return nil }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  /// Returns the day as people read it: `2026-12-20` in English, `20/12/2026` in Vietnamese.
  public func text(_ language: Language) -> String {
    switch language {
    case .en: return iso
    case .vi:
      let (year, month, day) = parts
      return String(unsafeUninitializedCapacity: 10) { output in
        writeDigits(day, count: 2, to: output, at: 0)
        output[2] = UInt8(ascii: "/")
        writeDigits(month, count: 2, to: output, at: 3)
        output[5] = UInt8(ascii: "/")
        writeDigits(year, count: 4, to: output, at: 6)
        return 10
      }
    }
  }
}

/// Writes the last `count` decimal digits of a number that is not negative.
func writeDigits(
  _ number: Int, count: Int, to output: UnsafeMutableBufferPointer<UInt8>, at start: Int
) {
  var rest = number
  for index in stride(from: start + count - 1, through: start, by: -1) {
    output[index] = UInt8(ascii: "0") + UInt8(rest % 10)
    rest /= 10
  }
}

/// Reads exactly `count` decimal digits, nil when there is anything else.
func readDigits(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, count: Int) -> Int? {
  guard start + count <= bytes.count else { return nil }
  var number = 0
  for index in start..<start + count {
    let digit = bytes[index] &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    number = number * 10 + Int(digit)
  }
  return number
}

/// Returns a number with leading zeros up to two digits.
func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
