#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Numbers of a sheet as plain text: all their digits, no exponent, no grouping.
enum PlainNumber {
  /// Returns a number with the 15 significant digits that spreadsheet programs keep: 0.3 for
  /// what floating point makes of 0.1 + 0.2.
  static func text(_ number: Double) -> String {
    if abs(number) < 1e15, let whole = Int64(exactly: number) { return String(whole) }
    guard number.isFinite else { return "\(number)" }
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

  /// Returns a number rounded half up to so many decimals, without a sign; nil where it has more
  /// digits than a sheet keeps.
  static func fixed(_ number: Double, decimals: Int) -> (whole: String, fraction: String)? {
    guard decimals <= 15 else { return nil }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = abs(number) * factor
    guard scaled < 1e15 else { return nil }
    var rounded = scaled.rounded(.down)
    // What floating point left a hair below the half counts as the half.
    if scaled - rounded >= 0.5 - scaled * 1e-15 { rounded += 1 }
    var digits = String(Int64(rounded))
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    return (String(digits.dropLast(decimals)), String(digits.suffix(decimals)))
  }
}

extension Cell {
  /// The number of a number cell with all its digits, whatever its format shows: `1234.5`.
  public var plainNumber: String? {
    if case .number(let number, _) = self { return PlainNumber.text(number) }
    return nil
  }
}
