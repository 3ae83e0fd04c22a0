/// Telephone numbers: kept as typed, compared by a key.
public enum Phone {
  /// Returns what two spellings of one number have in common, its E.164 form
  /// (`+84912345678`); nil for what cannot be a telephone number.
  ///
  /// Vietnamese numbers are read with +84, 84, 0084 or 0 before them, with `(0)`, or with the
  /// zero lost in a spreadsheet; mobile numbers of the 11-digit prefixes retired in 2018 become
  /// their 10-digit successors. Blanks, dots, dashes and brackets do not count, nor does a label
  /// before (`Tel:`), a note behind, or an extension (`ext 12`, `x12`, `máy lẻ 12`). Service
  /// numbers (1900…, 1800…) get +84 too. Foreign numbers need + or 00 and compare by their
  /// digits. A number of the numbering plan before 2017 (`04 3825 6686`) is no number any more;
  /// `(08) 3822 1234` reads as a mobile number, which it could be.
  public static func key(_ typed: String) -> String? {
    guard let dialled = DialledNumber(typed) else { return nil }
    return dialled.isInternational
      ? internationalKey(dialled.digits[...]) : nationalKey(dialled.digits[...])
  }

  private static func internationalKey(_ digits: ArraySlice<UInt8>) -> String? {
    if digits.starts(with: [8, 4]) {
      let number = digits.dropFirst(2)
      return vietnameseKey(number.first == 0 ? number.dropFirst() : number)
    }
    guard (7...15).contains(digits.count), digits.first != 0 else { return nil }
    return e164(countryCode: [], digits)
  }

  private static func nationalKey(_ digits: ArraySlice<UInt8>) -> String? {
    if digits.starts(with: [0, 0]) { return internationalKey(digits.dropFirst(2)) }
    if digits.first == 0 {
      let number = digits.dropFirst()
      // 084912345678: the country code behind the zero.
      let isDoubled = number.count >= 11 && number.starts(with: [8, 4])
      return vietnameseKey(isDoubled ? number.dropFirst(2) : number)
    }
    if digits.count >= 11 && digits.starts(with: [8, 4]) { return internationalKey(digits) }
    // A zero lost, or a service number, which has none.
    return digits.count >= 8 ? vietnameseKey(digits) : nil
  }

  private static func vietnameseKey(_ number: ArraySlice<UInt8>) -> String? {
    if let current = currentNumber(ofRetired: number) {
      return e164(countryCode: [8, 4], current[...])
    }
    return isVietnamese(number) ? e164(countryCode: [8, 4], number) : nil
  }

  private static func e164(countryCode: [UInt8], _ digits: ArraySlice<UInt8>) -> String {
    String(unsafeUninitializedCapacity: 1 + countryCode.count + digits.count) { output in
      output[0] = UInt8(ascii: "+")
      var written = 1
      for digit in countryCode {
        output[written] = UInt8(ascii: "0") + digit
        written += 1
      }
      for digit in digits {
        output[written] = UInt8(ascii: "0") + digit
        written += 1
      }
      return written
    }
  }
}
