/// A time of day as written behind a date: `14:05`, `14:05:09.250`, `14:05:09Z`,
/// `14:05+07:00`, `2:05 PM`.
struct ClockTime: Hashable, Sendable {
  /// The seconds since midnight.
  let seconds: Int
  /// The seconds east of UTC, nil when none were written.
  let offset: Int?

  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = bytes.drop { $0 == 0x20 }
    guard let hour = Self.number(&rest, upTo: 2), Self.take(":", from: &rest),
      let minute = Self.number(&rest, upTo: 2), minute < 60
    else { return nil }
    var second = 0
    if Self.take(":", from: &rest) {
      guard let written = Self.number(&rest, upTo: 2), written <= 60 else { return nil }
      second = min(written, 59)  // a leap second
      if Self.take(".", from: &rest) || Self.take(",", from: &rest) {
        guard Self.number(&rest, upTo: 9) != nil else { return nil }
      }
    }
    rest = rest.drop { $0 == 0x20 }
    guard let hour = Self.hour(hour, half: &rest), let offset = Self.offset(&rest), rest.isEmpty
    else { return nil }
    self.seconds = hour * 3600 + minute * 60 + second
    self.offset = offset
  }

  /// Reads `AM` or `PM` (in Vietnamese spreadsheets `SA` or `CH`) behind an hour of twelve.
  private static func hour(
    _ hour: Int, half rest: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int? {
    guard rest.count == 2, let first = rest.first, let last = rest.last else {
      return hour < 24 ? hour : nil
    }
    let isAfternoon: Bool
    switch (first & 0xDF, last & 0xDF) {
    case (UInt8(ascii: "A"), UInt8(ascii: "M")), (UInt8(ascii: "S"), UInt8(ascii: "A")):
      isAfternoon = false
    case (UInt8(ascii: "P"), UInt8(ascii: "M")), (UInt8(ascii: "C"), UInt8(ascii: "H")):
      isAfternoon = true
    default: return nil
    }
    rest = rest.dropFirst(2)
    guard (1...12).contains(hour) else { return nil }
    return hour % 12 + (isAfternoon ? 12 : 0)
  }

  /// Reads the offset, if any; nil when something else stands there.
  private static func offset(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int?? {
    if take("Z", from: &rest) || take("z", from: &rest) { return .some(0) }
    let isWest = take("-", from: &rest)
    guard isWest || take("+", from: &rest) else { return .some(nil) }
    guard let hours = number(&rest, upTo: 2), hours <= 18 else { return .none }
    var minutes = 0
    if take(":", from: &rest) || !rest.isEmpty {
      guard let written = number(&rest, upTo: 2), written < 60 else { return .none }
      minutes = written
    }
    return .some((hours * 3600 + minutes * 60) * (isWest ? -1 : 1))
  }

  private static func number(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, upTo limit: Int
  ) -> Int? {
    var number = 0
    var count = 0
    while count < limit, let byte = rest.first, case let digit = byte &- 0x30, digit < 10 {
      number = number * 10 + Int(digit)
      rest = rest.dropFirst()
      count += 1
    }
    return count > 0 ? number : nil
  }

  private static func take(
    _ character: Unicode.Scalar, from rest: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
