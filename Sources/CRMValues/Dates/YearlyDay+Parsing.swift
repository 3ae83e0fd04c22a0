extension YearlyDay {
  /// Reads a birthday or founding date: any date that `parseDay` reads in digits, or one
  /// without a year, `20/12`, `20-12`, `20.12`, `--12-20`, `--1220`, or the compact forms of
  /// vCard, `19901220` and with a time behind. The year 1604 is none: Apple writes it where the year
  /// is not known.
  ///
  /// - Throws: a `CRMError` of kind `request` for a date that does not exist, that has a year
  ///   of two digits or no day, or that cannot be read.
  public static func parse(_ typed: String) throws -> YearlyDay {
    let parsed = try parseWithYear(typed)
    guard parsed.year == noYear else { return parsed }
    return YearlyDay(year: nil, month: parsed.month, day: parsed.day) ?? parsed
  }

  private static let noYear = 1604

  /// Reads `27/04/26`: the day, and the last two digits of its year; nil for anything else.
  public static func shortYear(_ typed: String) -> (day: YearlyDay, year: Int)? {
    guard let date = NumericDate(cleaned(typed)), date.count == 3, date.time == nil,
      date.lengths.0 <= 2, date.lengths.1 <= 2, date.lengths.2 == 2,
      let day = YearlyDay(year: nil, month: date.numbers.1, day: date.numbers.0)
    else { return nil }
    return (day, date.numbers.2)
  }

  private static func parseWithYear(_ typed: String) throws -> YearlyDay {
    if let day = Day(iso: typed) { return YearlyDay(day) }
    let text = cleaned(typed)
    if lacksDay(text) { throw CRMError.missingDay(text) }
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

  /// Whether a year stands alone, or with a month: `1992`, `5/1992`, `1992-05`.
  private static func lacksDay(_ text: String) -> Bool {
    guard text.utf8.count <= 7 else { return false }
    let groups = text.utf8.split { !(0x30...0x39 ~= $0) }
    let isWritten = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x2D...0x2F ~= $0 }
    guard isWritten, text.utf8.first != 0x2D, groups.count <= 2 else { return false }
    return groups.contains { group in
      guard group.count == 4, let year = Int(String(decoding: group, as: UTF8.self)) else {
        return false
      }
      return 1000...2999 ~= year
    }
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
