/// Amounts of money: whole đồng in an `Int64`.
public enum Money {
  /// Returns the amount as people read it, without currency: `1.500.000` in Vietnamese,
  /// `1,500,000` in English.
  public static func text(_ amount: Int64, _ language: Language) -> String {
    grouped(amount.magnitude, isNegative: amount < 0, language)
  }

  /// Reads an amount.
  ///
  /// Accepted are `1500000`, `1.500.000`, `1,500,000`, `1 500 000`, `1500000.00`, and with the
  /// units k, nghìn, ngàn (thousand), tr, triệu (million), tỷ, tỉ (thousand million):
  /// `500k`, `1,5 tỷ`, `1.5tr`, `2tr5` (2,500,000), `2tr500`, `1 tỷ 200 triệu`, `2 triệu rưỡi`;
  /// a sign before and đ, ₫, VND or đồng before or after. One dot or comma before exactly
  /// three digits groups thousands, but with a unit (`1.500tr`) it is refused as ambiguous.
  ///
  /// - Throws: a `CRMError` of kind `request` for what is no amount, not whole đồng,
  ///   ambiguous, or beyond 9,223,372,036,854,775,807.
  public static func parse(_ text: String) throws -> Int64 {
    if let amount = plainDigits(text) { return amount }
    do {
      return try AmountText(text).amount
    } catch {
      throw error.described(text)
    }
  }

  /// Reads an amount from a program: a number cell, a JSON number, where a dot is always the
  /// decimal point.
  ///
  /// - Throws: a `CRMError` of kind `request` for what is no number of whole đồng.
  public static func parse(plain text: String) throws -> Int64 {
    if let amount = plainDigits(text) { return amount }
    guard let point = text.firstIndex(of: "."), text[..<point].allSatisfy({ $0 != "e" }),
      text[text.index(after: point)...].allSatisfy({ $0 == "0" })
    else {
      throw Decimal4(plain: text) == nil
        ? AmountFailure.unreadable.described(text) : AmountFailure.fraction.described(text)
    }
    guard let amount = plainDigits(String(text[..<point])) else {
      throw AmountFailure.unreadable.described(text)
    }
    return amount
  }

  /// Reads an optional sign and up to 18 digits, nil for anything else.
  private static func plainDigits(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { bytes in
      let isNegative = bytes.first == UInt8(ascii: "-")
      let digits = bytes.dropFirst(isNegative ? 1 : 0)
      guard !digits.isEmpty, digits.count <= 18 else { return nil }
      var number: Int64 = 0
      for byte in digits {
        guard case let digit = byte &- 0x30, digit < 10 else { return nil }
        number = number * 10 + Int64(digit)
      }
      return isNegative ? -number : number
    }
  }
}

/// Returns a whole number with a separator between groups of three digits.
func grouped(_ magnitude: UInt64, isNegative: Bool, _ language: Language) -> String {
  let separator = language == .vi ? UInt8(ascii: ".") : UInt8(ascii: ",")
  return String(unsafeUninitializedCapacity: 32) { output in
    var rest = magnitude
    var index = 32
    var count = 0
    repeat {
      if count > 0 && count % 3 == 0 {
        index -= 1
        output[index] = separator
      }
      index -= 1
      output[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    if isNegative {
      index -= 1
      output[index] = UInt8(ascii: "-")
    }
    for position in index..<32 { output[position - index] = output[position] }
    return 32 - index
  }
}
