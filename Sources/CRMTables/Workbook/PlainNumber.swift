#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Numbers of a sheet as plain text: all their digits, no exponent, no grouping.
enum PlainNumber {
  /// Significant digits that spreadsheet programs keep.
  private static let precision = 15

  /// Returns a number with the significant digits that are kept: 0.3 for what floating point makes
  /// of 0.1 + 0.2.
  static func text(_ number: Double) -> String {
    if abs(number) < 1e15, let whole = Int64(exactly: number) { return String(whole) }
    guard number.isFinite else { return "\(number)" }
    return shortened(number) ?? exactlyRounded(number)
  }

  /// Rounds the fewest digits that tell a number from its neighbours: they give what all its
  /// digits would, but where they end in a half. Nil there, and where an exponent is needed.
  private static func shortened(_ number: Double) -> String? {
    let shortest = number.description
    var (digits, count, decimals) = (0 as UInt64, 0, 0)
    var isFraction = false
    for byte in shortest.utf8 {
      switch byte {
      case 0x30...0x39:
        digits = digits * 10 + UInt64(byte - 0x30)
        if digits > 0 { count += 1 }
        if isFraction { decimals += 1 }
      case 0x2E: isFraction = true
      case 0x2D: break
      default: return nil
      }
    }
    if count <= precision { return digits % 10 == 0 ? nil : shortest }
    while count > precision + 1 {
      // Any digit but 0 and 5 says which half the rest is in.
      let last = digits % 10
      digits /= 10
      if last > 0, digits % 5 == 0 { digits += 1 }
      (count, decimals) = (count - 1, decimals - 1)
    }
    let last = digits % 10
    guard last != 5, decimals > 0 else { return nil }
    digits = digits / 10 + (last > 5 ? 1 : 0)
    decimals -= 1
    while decimals > 0, digits % 10 == 0 { (digits, decimals) = (digits / 10, decimals - 1) }
    return text(digits, decimals: decimals, isNegative: number < 0)
  }

  /// Returns digits with so many of them behind a point.
  private static func text(_ digits: UInt64, decimals: Int, isNegative: Bool) -> String {
    String(unsafeUninitializedCapacity: max(20, decimals) + 3) { output in
      var start = output.count
      var (rest, left) = (digits, decimals)
      while rest > 0 || left >= 0 {
        start -= 1
        if left == 0, decimals > 0 {
          output[start] = 0x2E
          start -= 1
        }
        output[start] = 0x30 + UInt8(rest % 10)
        (rest, left) = (rest / 10, left - 1)
      }
      if isNegative {
        start -= 1
        output[start] = 0x2D
      }
      let count = output.count - start
      for place in 0..<count { output[place] = output[start + place] }
      return count
    }
  }

  private static func exactlyRounded(_ number: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 40)
    _ = withVaList([number]) { vsnprintf(&buffer, buffer.count, "%.14e", $0) }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    guard let mark = bytes.firstIndex(of: 0x65),
      let exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self))
    else { return "\(number)" }
    var digits = bytes[..<mark].filter { 0x30...0x39 ~= $0 }
    while digits.last == 0x30, digits.count > 1 { digits.removeLast() }
    return (number < 0 ? "-" : "") + placed(digits, pointAfter: exponent + 1)
  }

  /// Returns digits with a point after so many of them, zeros filled in on either side.
  private static func placed(_ digits: [UInt8], pointAfter place: Int) -> String {
    func text(_ digits: ArraySlice<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }
    if place <= 0 { return "0." + String(repeating: "0", count: -place) + text(digits[...]) }
    if place >= digits.count {
      return text(digits[...]) + String(repeating: "0", count: place - digits.count)
    }
    return text(digits[..<place]) + "." + text(digits[place...])
  }

  /// Returns a number that is not negative, rounded half up to so many decimals, times the power
  /// of ten that leaves none; nil where it has more digits than a sheet keeps.
  static func scaled(_ number: Double, decimals: Int) -> UInt64? {
    guard decimals <= precision else { return nil }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = number * factor
    guard scaled < 1e15 else { return nil }
    var rounded = scaled.rounded(.down)
    // What floating point left a hair below the half counts as the half.
    if scaled - rounded >= 0.5 - scaled * 1e-15 { rounded += 1 }
    return UInt64(rounded)
  }
}

extension Cell {
  /// The number of a number cell with all its digits, whatever its format shows: `1234.5`.
  public var plainNumber: String? {
    if case .number(let number, _) = self { return PlainNumber.text(number) }
    return nil
  }
}
