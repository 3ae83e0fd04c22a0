/// A length of time, such as that of a call, in whole seconds.
public struct TimeSpan: Comparable, Hashable, Sendable {
  /// The seconds, never negative: the storage form.
  public let seconds: Int64

  /// Makes a length of its storage form, nil below zero.
  public init?(seconds: Int64) {
    guard seconds >= 0 else { return nil }
    self.seconds = seconds
  }

  init(checked seconds: Int64) {
    self.seconds = seconds
  }

  public static let zero = TimeSpan(checked: 0)

  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.seconds < right.seconds
  }

  /// The length as programs read it, in the same way in every language: `1h30m`, `3m20s`,
  /// `2d`, `0s`. A day is 24 hours.
  public var text: String {
    parts.map { "\($0.count)\($0.unit.letter)" }.joined()
  }

  /// Returns the length as people read it: `1h 30m` in English, `1 giờ 30 phút` in Vietnamese.
  public func text(_ language: Language) -> String {
    switch language {
    case .en: parts.map { "\($0.count)\($0.unit.letter)" }.joined(separator: " ")
    case .vi: parts.map { "\($0.count) \($0.unit.vietnamese)" }.joined(separator: " ")
    }
  }

  /// The length in days, hours, minutes and seconds, those of which there are none left out.
  private var parts: [(count: Int64, unit: TimeUnit)] {
    guard seconds > 0 else { return [(0, .second)] }
    var rest = seconds
    var parts: [(count: Int64, unit: TimeUnit)] = []
    for unit in TimeUnit.allCases.reversed() {
      let (count, left) = rest.quotientAndRemainder(dividingBy: unit.rawValue)
      if count > 0 { parts.append((count, unit)) }
      rest = left
    }
    return parts
  }
}
