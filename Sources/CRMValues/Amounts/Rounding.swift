/// Returns the quotient rounded to a whole number, halves away from zero (2.5 → 3, -2.5 → -3),
/// the commercial rule of Vietnamese invoices. Nil when the divisor is 0 or the result does not
/// fit.
public func roundedQuotient(_ dividend: Int128, by divisor: Int128) -> Int64? {
  guard divisor != 0 else { return nil }
  let size = divisor.magnitude
  let (quotient, rest) = dividend.magnitude.quotientAndRemainder(dividingBy: size)
  let isNegative = (dividend < 0) != (divisor < 0)
  guard let whole = Int64(exactly: quotient), rest < size - rest || whole < .max else {
    return nil
  }
  let rounded = rest < size - rest ? whole : whole + 1
  return isNegative ? -rounded : rounded
}

extension Decimal4 {
  /// Returns amount × factor × …, rounded once, halves away from zero; nil on overflow.
  public static func rounded(_ amount: Int64, times factors: Decimal4...) -> Int64? {
    product(amount, factors, over: 1)
  }

  /// Returns so many percent of amount × factor × …, rounded once, halves away from zero; nil
  /// on overflow.
  public static func rounded(
    _ percentage: Decimal4, percentOf amount: Int64, times factors: Decimal4...
  ) -> Int64? {
    product(amount, factors + [percentage], over: 100)
  }

  private static func product(
    _ amount: Int64, _ factors: [Decimal4], over divisor: Int128
  ) -> Int64? {
    var dividend = Int128(amount)
    var divisor = divisor
    for factor in factors {
      let (product, overflow) = dividend.multipliedReportingOverflow(by: Int128(factor.scaled))
      let (power, isTooLarge) = divisor.multipliedReportingOverflow(by: Int128(scale))
      if overflow || isTooLarge { return nil }
      (dividend, divisor) = (product, power)
    }
    return roundedQuotient(dividend, by: divisor)
  }
}
