extension YearlyDay {
  /// Reads a birthday or founding date: any date that `parseDay` reads in digits, or one
  /// without a year, `20/12`, `20-12`, `20.12`, `--12-20`, `--1220`, or the compact forms of
  /// vCard, `19901220` and with a time behind.
  ///
  /// - Throws: a `CRMError` of kind `request` for a date that does not exist, that has a year
  ///   of two digits, or that cannot be read.
  public static func parse(_ typed: String) throws -> YearlyDay {
    if let day = Day(iso: typed) { return YearlyDay(day) }
    let text = cleaned(typed)
    if let numeric = NumericDate(text) {
      guard numeric.count == 2, numeric.lengths.0 <= 2, numeric.lengths.1 <= 2 else {
        return YearlyDay(try numeric.day(typed: text))
      }
      return try make(text, year: nil, month: numeric.numbers.1, day: numeric.numbers.0)
    }
    var bytes = Array(text.utf8)
    if let separator = bytes.firstIndex(where: { $0 == UInt8(ascii: "T") }) {
      guard Self.isTime(bytes[(separator + 1)...]) else { throw CRMError.unreadableDay(text) }
      bytes.removeSubrange(separator...)
    }
    let dash = UInt8(ascii: "-")
    if bytes.count > 2, bytes[0] == dash, bytes[1] == dash {
      bytes.removeFirst(2)
      if bytes.count == 5, bytes[2] == dash { bytes.remove(at: 2) }
      guard let number = digits(bytes, count: 4) else { throw CRMError.unreadableDay(text) }
      return try make(text, year: nil, month: number / 100, day: number % 100)
    }
    guard let number = digits(bytes, count: 8) else { throw CRMError.unreadableDay(text) }
    return try make(
      text, year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private static func make(
    _ typed: String, year: Int?, month: Int, day: Int
  ) throws -> YearlyDay {
    guard let result = YearlyDay(year: year, month: month, day: day) else {
      throw CRMError.impossibleDay(typed, year: year, month: month, day: day)
    }
    return result
  }

  private static func digits(_ bytes: [UInt8], count: Int) -> Int? {
    guard bytes.count == count else { return nil }
    return bytes.withUnsafeBufferPointer { readDigits($0, at: 0, count: count) }
  }

  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 2
      && bytes.allSatisfy { byte in
        byte &- 0x30 < 11 || byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "+")
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      }
  }
}
