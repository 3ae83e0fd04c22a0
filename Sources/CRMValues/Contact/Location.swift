/// A place on the earth (WGS 84), exact to about a centimetre.
public struct Location: Hashable, Sendable {
  /// The latitude in ten-millionths of a degree, north positive, ±900,000,000.
  public let latitude: Int
  /// The longitude in ten-millionths of a degree, east positive, ±1,800,000,000.
  public let longitude: Int

  /// Makes a place, nil when there is no such latitude or longitude.
  public init?(latitude: Int, longitude: Int) {
    guard abs(latitude) <= 90 * Self.scale, abs(longitude) <= 180 * Self.scale else {
      return nil
    }
    self.latitude = latitude
    self.longitude = longitude
  }

  private static let scale = 10_000_000

  /// The storage form: `10.762622,106.660172`, up to seven decimals.
  public var text: String {
    "\(Self.degrees(latitude)),\(Self.degrees(longitude))"
  }

  /// Reads latitude and longitude in decimal degrees, separated by a comma, semicolon or
  /// blanks; brackets around them and decimals beyond the seventh (rounded) do no harm.
  ///
  /// - Throws: a `CRMError` of kind `request` for anything else or degrees out of range.
  public static func parse(_ typed: String) throws -> Location {
    var bytes = numberBytes(typed)[...]
    if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      bytes = bytes.dropFirst().dropLast()
    }
    let parts = bytes.split {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x20
    }
    guard parts.count == 2, let latitude = scaled(parts[0]), let longitude = scaled(parts[1])
    else { throw unreadable(typed) }
    guard let location = Location(latitude: latitude, longitude: longitude) else {
      throw outOfRange(typed, isSwapped: Location(latitude: longitude, longitude: latitude) != nil)
    }
    return location
  }

  private static func scaled(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let parts = bytes.dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...3).contains(parts[0].count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 &- 0x30 < 10 } })
    else { return nil }
    let decimals = parts.count == 2 ? Array(parts[1]) : []
    var value = parts[0].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    for place in 0..<7 {
      value = value * 10 + (place < decimals.count ? Int(decimals[place] &- 0x30) : 0)
    }
    if decimals.count > 7, decimals[7] >= UInt8(ascii: "5") { value += 1 }
    return isNegative ? -value : value
  }

  private static func degrees(_ value: Int) -> String {
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
    let sign = value < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = Array(String(scale.magnitude + rest).utf8.dropFirst())
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return "\(sign)\(whole).\(String(decoding: digits, as: UTF8.self))"
  }

  private static func unreadable(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) is not a place", vi: "\(quoted(typed)) không phải là tọa độ",
      hints: [
        Label(
          "Write latitude,longitude: 10.762622,106.660172",
          vi: "Viết vĩ độ,kinh độ: 10.762622,106.660172")
      ])
  }

  private static func outOfRange(_ typed: String, isSwapped: Bool) -> CRMError {
    let swap = Label(
      "The latitude comes before the longitude", vi: "Viết vĩ độ trước kinh độ")
    return CRMError(
      .request,
      "\(quoted(typed)) is not a place: latitudes go to 90, longitudes to 180 degrees",
      vi: "\(quoted(typed)) không phải là tọa độ: vĩ độ đến 90, kinh độ đến 180 độ",
      hints: isSwapped ? [swap] : [])
  }
}
