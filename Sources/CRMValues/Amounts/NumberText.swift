/// A number as people write it, in exact decimal form, before it is given a meaning.
struct NumberText: Hashable {
  /// All digits as one whole number, without sign.
  private(set) var digits: UInt64 = 0
  /// How many of the digits stand behind the decimal separator.
  private(set) var decimals = 0
  /// One dot or comma with exactly three digits behind and one to three before it: `1.500` is
  /// 1500 to some and 1½ to others.
  private(set) var isAmbiguous = false

  enum Failure: Error {
    case unreadable, tooLong
  }

  /// Reads digits with separators.
  ///
  /// Blanks and apostrophes group thousands. Where dots and commas both occur the last is the
  /// decimal separator and the others group; where one of them occurs several times it groups;
  /// where it occurs once it is the decimal separator, or ambiguous. Groups have three digits.
  init(_ bytes: some Collection<UInt8>) throws(Failure) {
    var lengths = [0]
    var separators: [UInt8] = []
    for byte in bytes {
      if case let digit = byte &- 0x30, digit < 10 {
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
        if overflow || carry { throw .tooLong }
        digits = sum
        lengths[lengths.count - 1] += 1
      } else {
        // A letter inside a number, such as that of 1e300, is not passed over.
        guard NumberText.separates(byte) else { throw .unreadable }
        separators.append(byte == UInt8(ascii: "'") ? 0x20 : byte)
        lengths.append(0)
      }
    }
    guard let last = lengths.last, last > 0 else { throw .unreadable }
    if separators.isEmpty { return }
    let leadsWithZero = bytes.first == UInt8(ascii: "0")
    let dots = separators.count { $0 == UInt8(ascii: ".") }
    let commas = separators.count { $0 == UInt8(ascii: ",") }
    let hasDecimals: Bool
    if dots > 0 && commas > 0 {
      guard (separators.last == UInt8(ascii: ".") ? dots : commas) == 1 else {
        throw .unreadable
      }
      hasDecimals = true
    } else {
      hasDecimals = dots + commas == 1
      guard !hasDecimals || separators.last != 0x20 else { throw .unreadable }
    }
    if hasDecimals {
      decimals = last
      isAmbiguous =
        separators.count == 1 && last == 3 && (1...3).contains(lengths[0]) && !leadsWithZero
      lengths.removeLast()
      separators.removeLast()
    }
    guard let grouping = separators.first else { return }
    guard separators.allSatisfy({ $0 == grouping }), (1...3).contains(lengths[0]),
      lengths.dropFirst().allSatisfy({ $0 == 3 }), !leadsWithZero
    else { throw .unreadable }
  }

  private static func separates(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"), 0x20: return true
    default: return false
    }
  }

  /// The digits without a decimal separator, for the reading in which it groups.
  var grouped: NumberText {
    var other = self
    other.decimals = 0
    other.isAmbiguous = false
    return other
  }

  /// Returns the number times a power of ten or other unit, nil when that is not whole.
  func whole(times unit: UInt64) throws(Failure) -> UInt64? {
    var (rest, power) = (digits, decimals)
    while power > 0 && rest % 10 == 0 {
      rest /= 10
      power -= 1
    }
    guard power < 20 else { return nil }
    let (product, overflow) = UInt128(rest).multipliedReportingOverflow(by: UInt128(unit))
    let (whole, remainder) = product.quotientAndRemainder(dividingBy: powerOfTen(power))
    if overflow { throw .tooLong }
    guard remainder == 0 else { return nil }
    guard let result = UInt64(exactly: whole) else { throw .tooLong }
    return result
  }
}

func powerOfTen(_ exponent: Int) -> UInt128 {
  var power: UInt128 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}

/// Returns the text's bytes with every blank as 0x20, the minus sign (U+2212) as a hyphen and
/// ASCII letters in lower case: what the number readers read.
func numberBytes(_ text: String) -> [UInt8] {
  let text = trimmed(text)
  var result: [UInt8] = []
  var copy = text
  copy.withUTF8 { bytes in
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let space = spaceLength(bytes, at: index, before: bytes.count)
      if space > 0 {
        result.append(0x20)
        index += space
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x88,
        bytes[index + 2] == 0x92
      {
        result.append(UInt8(ascii: "-"))
        index += 3
      } else {
        result.append(bytes[index] &- 0x41 < 26 ? bytes[index] | 0x20 : bytes[index])
        index += 1
      }
    }
  }
  return result
}
