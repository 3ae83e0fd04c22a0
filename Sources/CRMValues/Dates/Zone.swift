/// A time zone, as a function from moments to offsets: where it comes from (the system's zone
/// files, a fixed offset, a test) is not this module's business.
public struct Zone: Sendable {
  /// Returns the seconds east of UTC at a number of seconds since 1970-01-01 00:00 UTC.
  public let offset: @Sendable (Int64) -> Int

  public init(offset: @escaping @Sendable (Int64) -> Int) {
    self.offset = offset
  }

  /// Makes a zone that is always the given number of hours east of UTC.
  public static func fixed(hours: Int) -> Zone {
    Zone { _ in hours * 3600 }
  }

  public static let utc = Zone.fixed(hours: 0)

  /// Asia/Ho_Chi_Minh: seven hours east of UTC since 1975.
  public static let vietnam = Zone.fixed(hours: 7)

  /// Returns the moment at which the clocks of the zone show the given seconds since
  /// 1970-01-01 00:00. Where they show it twice, the earlier; where they skip it, the moment
  /// by the offset from before the gap.
  public func moment(ofLocal local: Int64) -> Int64 {
    let day: Int64 = 86_400
    let before = local - Int64(offset(local - day))
    let after = local - Int64(offset(local + day))
    if before == after || before + Int64(offset(before)) == local { return before }
    return after + Int64(offset(after)) == local ? after : before
  }
}
