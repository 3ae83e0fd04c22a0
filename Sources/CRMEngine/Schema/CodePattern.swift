/// What generated codes of a kind look like: a beginning, and the least number of digits.
public struct CodePattern: Hashable, Sendable {
  /// The digits of codes where nothing else is set.
  static let usualWidth = 6
  /// The most digits of a number that is counted on from.
  static let mostDigits = 15

  public let prefix: String
  /// The least number of digits; greater numbers take more.
  public let width: Int

  init(prefix: String, width: Int = usualWidth) {
    self.prefix = prefix
    self.width = width
  }

  /// Reads a pattern such as `KH000000`; nil where it has no zeros at the end, more than 15, or
  /// begins with anything but letters, digits and `-_./`.
  init?(_ text: String) {
    let head = text.reversed().drop { $0 == "0" }.reversed()
    let width = text.count - head.count
    guard (1...CodePattern.mostDigits).contains(width), head.count <= 20,
      head.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }),
      !(head.last?.isNumber ?? false)
    else { return nil }
    self.init(prefix: String(head), width: width)
  }

  public var text: String { prefix + String(repeating: "0", count: width) }

  /// Returns the code of a number.
  func code(_ number: Int64) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
