extension Phone {
  /// Tells whether digits without the leading zero fit the Vietnamese numbering plan since
  /// 2018.
  static func isVietnamese(_ number: ArraySlice<UInt8>) -> Bool {
    let digits = Array(number)
    guard digits.count >= 7 else { return false }
    switch digits[0] {
    case 3, 5, 7, 8, 9:
      // Mobile; 080 with seven digits more is the government's network.
      return digits.count == 9 || digits.count == 7 && digits[0] == 8 && digits[1] == 0
    case 2:
      return digits.count == 10 && isAreaCode(digits[1], digits[2])
    case 1:
      // 1800 and 1900 with four or six digits more.
      return (digits[1] == 8 || digits[1] == 9) && digits[2] == 0 && digits[3] == 0
        && (8...10).contains(digits.count)
    case 6:
      // 069, the military and police network; 0672, Internet telephony.
      return digits[1] == 9
        ? digits.count == 7 || digits.count == 8
        : digits.count == 9 && digits[1] == 7 && digits[2] == 2
    default:
      return false
    }
  }

  /// Tells whether a landline may begin with 02 and these two digits: 024 and 028 have eight
  /// digits behind, the 61 provincial codes of 2017 seven.
  private static func isAreaCode(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 4, 8: return true
    case 0: return third >= 3
    case 1: return third != 7
    case 2: return third != 3 && third != 4
    case 3: return third >= 2
    case 5: return third != 0 && third != 3
    case 6: return third <= 3 || third == 9
    case 7: return third <= 7
    case 9: return third != 5 && third != 8
    default: return false
    }
  }

  /// Returns the ten-digit successor of a mobile number whose prefix was retired in 2018, both
  /// without the leading zero; nil for any other number.
  static func currentNumber(ofRetired number: ArraySlice<UInt8>) -> [UInt8]? {
    guard number.count == 10, number.first == 1 else { return nil }
    let digits = Array(number)
    let prefix: [UInt8]
    switch (digits[1], digits[2]) {
    case (6, 2...9): prefix = [3, digits[2]]
    case (2, 0): prefix = [7, 0]
    case (2, 1): prefix = [7, 9]
    case (2, 2): prefix = [7, 7]
    case (2, 6): prefix = [7, 6]
    case (2, 8): prefix = [7, 8]
    case (2, 3): prefix = [8, 3]
    case (2, 4): prefix = [8, 4]
    case (2, 5): prefix = [8, 5]
    case (2, 7): prefix = [8, 1]
    case (2, 9): prefix = [8, 2]
    case (8, 6): prefix = [5, 6]
    case (8, 8): prefix = [5, 8]
    case (9, 9): prefix = [5, 9]
    default: return nil
    }
    return prefix + digits[3...]
  }
}
