import CRMEngine

/// Numbers and days as they are compared, and how those typed by hand differ by a slip.
enum Digits {
  /// Returns the digits of a text and how many there are, as one number; 0 for fewer than six.
  static func number(_ text: String) -> UInt64 {
    var value: UInt64 = 0
    var count: UInt64 = 0
    for byte in text.utf8 where byte &- 0x30 < 10 && count < 16 {
      value = value * 10 + UInt64(byte &- 0x30)
      count += 1
    }
    return count < 6 ? 0 : count << 56 | value
  }

  /// Returns a stored birthday as year × 512 + month × 32 + day, the year 0 where it is not known.
  static func day(_ text: String) -> UInt32 {
    let parts = text.utf8.split(separator: UInt8(ascii: "-")).map { part in
      part.reduce(UInt32(0)) { $0 &* 10 &+ UInt32($1 &- 0x30) }
    }
    switch parts.count {
    case 3: return parts[0] << 9 | parts[1] << 5 | parts[2]
    case 2: return parts[0] << 5 | parts[1]
    default: return 0
    }
  }

  /// Whether two numbers of equally many digits differ in one digit, or in two neighbours that
  /// are swapped.
  static func isOneSlip(_ one: UInt64, _ other: UInt64) -> Bool {
    guard one >> 56 == other >> 56 else { return false }
    var a = one & 0xFF_FFFF_FFFF_FFFF
    var b = other & 0xFF_FFFF_FFFF_FFFF
    var differences = 0
    var first: (a: UInt64, b: UInt64, place: Int) = (0, 0, 0)
    var place = 0
    var isSwap = false
    while a != b {
      let (x, y) = (a % 10, b % 10)
      if x != y {
        differences += 1
        if differences == 1 {
          first = (x, y, place)
        } else if differences == 2, place == first.place + 1, x == first.b, y == first.a {
          isSwap = true
        } else {
          return false
        }
      }
      a /= 10
      b /= 10
      place += 1
    }
    return differences == 1 || isSwap
  }

  /// Whether the digits of two texts differ.
  static func differ(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var j = 0
    for byte in left where byte &- 0x30 < 10 {
      while j < right.count, right[j] &- 0x30 >= 10 { j += 1 }
      guard j < right.count, right[j] == byte else { return true }
      j += 1
    }
    while j < right.count {
      if right[j] &- 0x30 < 10 { return true }
      j += 1
    }
    return false
  }
}
