import CRMEngine
import CRMValues

/// The amounts of one line of a sales document, exact to the đồng.
///
/// The amount before tax is quantity × price × (1 − discount), rounded once to the đồng, half
/// away from zero. The tax is that amount × tax rate, rounded the same way. A document's totals
/// are the sums of its lines.
public struct LineAmounts: Hashable, Sendable {
  public let subtotal: Int64
  public let tax: Int64
  public var total: Int64 { subtotal + tax }

  /// Works out the amounts.
  ///
  /// - Parameters:
  ///   - quantity: times 10,000.
  ///   - price: đồng before tax.
  ///   - discount: percent times 10,000.
  ///   - taxRate: percent times 10,000.
  /// - Throws: ``CRMError`` where an amount is more than money may be (``FieldKind/mostMoney``).
  public init(quantity: Int64, price: Int64, discount: Int64, taxRate: Int64) throws {
    // A percentage times 10,000 of 1,000,000 is the whole.
    let whole: Int64 = 1_000_000
    let gross = quantity.multipliedFullWidth(by: price)
    let (share, overflow) = whole.subtractingReportingOverflow(discount)
    guard !overflow, let discounted = LineAmounts.scaled(gross, times: share, over: whole, 10_000)
    else { throw LineAmounts.tooLarge }
    subtotal = discounted
    guard
      let tax = LineAmounts.scaled(
        discounted.multipliedFullWidth(by: taxRate), times: 1, over: whole, 1)
    else { throw LineAmounts.tooLarge }
    self.tax = tax
    let (total, isTooLarge) = discounted.addingReportingOverflow(tax)
    guard !isTooLarge, total.magnitude <= LineAmounts.most.magnitude,
      discounted.magnitude <= LineAmounts.most.magnitude
    else { throw LineAmounts.tooLarge }
  }

  private static let most = FieldKind.mostMoney

  private static let tooLarge = CRMError(
    .request, "the line's amount is too large: more than \(Money.text(most, .en)) đ",
    vi: "số tiền của dòng hàng quá lớn: hơn \(Money.text(most, .vi)) đ")

  /// Returns product × times ÷ (over × over2), rounded half away from zero, or nil beyond range.
  private static func scaled(
    _ product: (high: Int64, low: UInt64), times: Int64, over: Int64, _ over2: Int64
  ) -> Int64? {
    // 128 bits hold quantity × price; what follows fits them for every amount that fits 64.
    let value = (Int128(product.high) << 64) | Int128(product.low)
    let (scaled, overflow) = value.multipliedReportingOverflow(by: Int128(times))
    guard !overflow else { return nil }
    let divisor = Int128(over) * Int128(over2)
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: divisor)
    let up = remainder.magnitude * 2 >= UInt128(divisor)
    return Int64(exactly: up ? quotient + (scaled < 0 ? -1 : 1) : quotient)
  }
}
