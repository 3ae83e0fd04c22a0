/// Vietnamese tax codes (mã số thuế): ten digits of a business, thirteen of its branch, and
/// since 1 July 2025 the twelve of a personal identification number (Circular
/// 86/2024/TT-BTC).
public enum TaxCode {
  public enum Verdict: String, CaseIterable, Sendable {
    case valid
    /// The form is right but the tenth digit does not follow from the nine before: a typing
    /// error, which is a warning only.
    case wrongCheckDigit
    case malformed
  }

  /// Judges a tax code, written with or without blanks, dots and dashes.
  public static func check(_ typed: String) -> Verdict {
    guard let digits = digits(typed) else { return .malformed }
    switch digits.count {
    case 10: return checkBusiness(digits)
    case 12: return isPersonal(digits) ? .valid : .malformed
    case 13 where digits[10...].contains { $0 != 0 }: return checkBusiness(digits)
    default: return .malformed
    }
  }

  /// Returns what two spellings of one code have in common, its digits; nil for what is no
  /// tax code by its form. A wrong check digit does not count.
  public static func key(_ typed: String) -> String? {
    guard check(typed) != .malformed, let digits = digits(typed) else { return nil }
    return String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// Returns the code as it is usually printed, a branch with a dash: `0312687878-001`; the
  /// text itself where it is no tax code by its form.
  public static func text(_ typed: String) -> String {
    guard let key = key(typed) else { return typed }
    return key.count == 13 ? "\(key.prefix(10))-\(key.suffix(3))" : key
  }

  private static func digits(_ typed: String) -> [UInt8]? {
    var digits: [UInt8] = []
    for byte in numberBytes(typed) {
      if byte &- 0x30 < 10 {
        digits.append(byte &- 0x30)
      } else if byte != 0x20 && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "-") {
        return nil
      }
    }
    return digits
  }

  private static func checkBusiness(_ digits: [UInt8]) -> Verdict {
    // The third to ninth digit number the businesses of a province from 1.
    guard digits[2..<9].contains(where: { $0 != 0 }) else { return .malformed }
    let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    // A result of 10 is never issued.
    return 10 - sum % 11 == Int(digits[9]) ? .valid : .wrongCheckDigit
  }

  /// Tells whether twelve digits have the form of a personal identification number (Decree
  /// 137/2015/NĐ-CP): the code of the province of birth registration, then century and sex
  /// (0 to 3 for the 20th and 21st century).
  private static func isPersonal(_ digits: [UInt8]) -> Bool {
    let province = Int(digits[0]) * 100 + Int(digits[1]) * 10 + Int(digits[2])
    return provinceCodes.contains(province) && digits[3] <= 3
  }

  private static let provinceCodes: Set<Int> = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36,
    37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74,
    75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
  ]
}
