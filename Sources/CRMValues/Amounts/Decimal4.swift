/// An exact decimal number with up to four decimals: quantities, percentages, points.
public struct Decimal4: Comparable, Hashable, Sendable {
  /// The value times 10,000, the storage form.
  public let scaled: Int64

  public init(scaled: Int64) {
    self.scaled = scaled
  }

  /// Makes a whole number, nil beyond ±922,337,203,685,477.
  public init?(_ whole: Int64) {
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: Self.scale)
    if overflow { return nil }
    self.scaled = scaled
  }

  public static let scale: Int64 = 10_000
  public static let zero = Decimal4(scaled: 0)
  public static let one = Decimal4(scaled: scale)

  public static func < (left: Decimal4, right: Decimal4) -> Bool {
    left.scaled < right.scaled
  }

  public static prefix func - (value: Decimal4) -> Decimal4 {
    Decimal4(scaled: value.scaled == .min ? .max : -value.scaled)
  }

  /// Returns the sum, nil on overflow.
  public func adding(_ other: Decimal4) -> Decimal4? {
    let (sum, overflow) = scaled.addingReportingOverflow(other.scaled)
    return overflow ? nil : Decimal4(scaled: sum)
  }

  /// The whole number, nil when there are decimals.
  public var whole: Int64? {
    scaled % Self.scale == 0 ? scaled / Self.scale : nil
  }

  /// The number for programs: `1.5`, `-0.25`, `3`, the shortest form with a dot, except that
  /// three decimals are written as four (`1.2340`) so that nobody can take them for thousands.
  public var text: String {
    let (whole, decimals) = parts
    let sign = scaled < 0 ? "-" : ""
    return decimals.isEmpty
      ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals.count == 3 ? decimals + "0" : decimals)"
  }

  /// Returns the number as people read it: `1.234,5` in Vietnamese, `1,234.5` in English.
  public func text(_ language: Language) -> String {
    let (whole, decimals) = parts
    let integer = grouped(whole, isNegative: scaled < 0, language)
    return decimals.isEmpty ? integer : integer + (language == .vi ? "," : ".") + decimals
  }

  private var parts: (whole: UInt64, decimals: String) {
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(
      dividingBy: Self.scale.magnitude)
    guard rest > 0 else { return (whole, "") }
    var digits = Array(String(Self.scale.magnitude + rest).utf8.dropFirst())
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (whole, String(decoding: digits, as: UTF8.self))
  }
}
