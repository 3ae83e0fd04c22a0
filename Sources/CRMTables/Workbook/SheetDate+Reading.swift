extension SheetDate {
  /// Returns the day or moment of a serial number as a cell; nil where no calendar has it.
  ///
  /// Seconds are whole ones: what is within half a millisecond of the next is that one. Excel
  /// shows no days below 0, LibreOffice does: they are counted on from those above.
  /// - Parameters:
  ///   - is1904: whether the workbook counts days from 1904-01-01 (ECMA-376 18.17.4.1).
  ///   - hasTime: whether the format shows the time of day.
  static func cell(serial: Double, is1904: Bool, hasTime: Bool) -> Cell? {
    guard abs(serial) < 2_958_466 else { return nil }
    let milliseconds = Int((serial * 86_400_000).rounded())
    let ofDay = (milliseconds % 86_400_000 + 86_400_000) % 86_400_000
    var day = (milliseconds - ofDay) / 86_400_000
    let rest = ofDay / 1000
    if is1904 {
      day += 1462
    } else if day < 60 {
      // Excel knows a 29 February 1900, its day 60: what it calls 1 January 1900 is day 1.
      day += 1
    }
    guard let (year, month, ofMonth) = date(day) else { return nil }
    let isMoment = hasTime || rest != 0
    let iso = String(unsafeUninitializedCapacity: isMoment ? 19 : 10) { output in
      write(year / 100, at: 0, output)
      write(year % 100, at: 2, output)
      output[4] = 0x2D
      write(month, at: 5, output)
      output[7] = 0x2D
      write(ofMonth, at: 8, output)
      guard isMoment else { return 10 }
      output[10] = 0x54
      write(rest / 3600, at: 11, output)
      output[13] = 0x3A
      write(rest / 60 % 60, at: 14, output)
      output[16] = 0x3A
      write(rest % 60, at: 17, output)
      return 19
    }
    return isMoment ? .dateTime(iso) : .day(iso)
  }

  /// Writes two digits.
  private static func write(
    _ number: Int, at place: Int, _ output: UnsafeMutableBufferPointer<UInt8>
  ) {
    output[place] = 0x30 + UInt8(number / 10)
    output[place + 1] = 0x30 + UInt8(number % 10)
  }

  /// Returns a count of seconds as a cell.
  static func time(days: Double) -> Cell {
    .time(seconds: (days * 86_400_000).rounded() / 1000)
  }

  /// Returns `08:30:00` for seconds within a day.
  static func clock(_ seconds: Int) -> String {
    "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Returns the day that is so many days after 1899-12-30; nil outside the years 1 to 9999.
  private static func date(_ day: Int) -> (year: Int, month: Int, day: Int)? {
    // H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", from 0000-03-01.
    let shifted = day + 693_899
    guard shifted >= 306 else { return nil }
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    guard 1...9999 ~= year else { return nil }
    return (year, month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
