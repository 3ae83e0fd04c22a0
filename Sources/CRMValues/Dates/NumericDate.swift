/// The shape of a date written in digits: two or three numbers with one kind of separator
/// (`-`, `/` or `.`), then the end, or a time of day.
struct NumericDate {
  private(set) var numbers = (0, 0, 0)
  private(set) var lengths = (0, 0, 0)
  private(set) var count = 0
  /// The time of day behind the date.
  private(set) var time: ClockTime?

  /// Reads the shape, nil when the text has another one.
  init?(_ text: String) {
    var text = text
    let read: NumericDate? = text.withUTF8 { NumericDate($0) }
    guard let read else { return nil }
    self = read
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var separator: UInt8?
    var index = 0
    while true {
      let start = index
      var number = 0
      while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
        guard index - start < 4 else { return nil }
        number = number * 10 + Int(digit)
        index += 1
      }
      guard index > start else { return nil }
      append(number, length: index - start)
      if index == bytes.count { break }
      let byte = bytes[index]
      if count == 3 {
        guard byte == UInt8(ascii: "T") || byte == UInt8(ascii: "t") || byte == 0x20,
          let time = ClockTime(bytes[(index + 1)...])
        else { return nil }
        self.time = time
        break
      }
      guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "."),
        separator == nil || separator == byte
      else { return nil }
      separator = byte
      index += 1
    }
    guard count >= 2 else { return nil }
  }

  private mutating func append(_ number: Int, length: Int) {
    switch count {
    case 0: (numbers.0, lengths.0) = (number, length)
    case 1: (numbers.1, lengths.1) = (number, length)
    default: (numbers.2, lengths.2) = (number, length)
    }
    count += 1
  }

  /// Returns the day of three numbers, year first or day first.
  func day(typed: String) throws -> Day {
    guard count == 3 else {
      throw lengths.0 <= 2 && lengths.1 <= 2
        ? CRMError.missingYear(typed) : CRMError.unreadableDay(typed)
    }
    guard lengths.1 <= 2 else { throw CRMError.unreadableDay(typed) }
    let year: Int
    let month = numbers.1
    let day: Int
    if lengths.0 == 4 && lengths.2 <= 2 {
      (year, day) = (numbers.0, numbers.2)
    } else if lengths.2 == 4 && lengths.0 <= 2 {
      (year, day) = (numbers.2, numbers.0)
    } else if lengths.0 <= 2 && lengths.2 <= 2 {
      throw CRMError.shortYear(typed)
    } else {
      throw CRMError.unreadableDay(typed)
    }
    guard let result = Day(year: year, month: month, day: day) else {
      throw CRMError.impossibleDay(typed, year: year, month: month, day: day)
    }
    return result
  }
}
