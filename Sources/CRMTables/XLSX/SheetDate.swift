/// Days and times as Excel counts them: 1900-03-01 is 61, a day is 1.
enum SheetDate {
  /// Returns the number of a day written `2026-12-20`; nil if it is none, or one that Excel
  /// counts wrongly (before 1900-03-01) or not at all.
  static func serial(day text: String) -> Double? {
    var text = text
    return text.withUTF8 { bytes in
      bytes.count == 10 ? days(bytes).map(Double.init) : nil
    }
  }

  /// Returns the number of `2026-12-20T08:30:00`, or with a space, or without seconds.
  static func serial(dateTime text: String) -> Double? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count == 16 || bytes.count == 19, bytes[10] == 0x54 || bytes[10] == 0x20,
        let day = days(bytes), let hour = number(bytes, 11..<13),
        let minute = number(bytes, 14..<16),
        bytes[13] == 0x3A, hour < 24, minute < 60
      else { return nil }
      var second = 0
      if bytes.count == 19 {
        guard bytes[16] == 0x3A, let given = number(bytes, 17..<19), given < 60 else { return nil }
        second = given
      }
      return Double(day) + Double(hour * 3600 + minute * 60 + second) / 86_400
    }
  }

  /// Returns a day that is of no year, `--04-27`, as people write it: `27/04`; nil for any other.
  static func yearless(_ text: String) -> String? {
    let parts = text.split(separator: "-")
    return text.hasPrefix("--") && parts.count == 2 ? "\(parts[1])/\(parts[0])" : nil
  }

  private static func days(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes, 0..<4),
      let month = number(bytes, 5..<7), let day = number(bytes, 8..<10),
      1...12 ~= month, day >= 1, day <= length(of: month, year)
    else { return nil }
    // Days since 0000-03-01, with the year's end in February (H. Hinnant, "chrono-Compatible
    // Low-Level Date Algorithms"), then from 1899-12-30.
    let shifted = month > 2 ? year : year - 1
    let yearDay = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let serial = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + yearDay - 693_899
    return serial >= 61 ? serial : nil
  }

  static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for byte in bytes[range] {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
