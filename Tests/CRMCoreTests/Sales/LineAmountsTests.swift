import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Amount before tax = quantity × price × (1 − discount), rounded once to the đồng, half away
/// from zero; tax = that amount × rate, rounded the same way.
@Suite struct LineAmountsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let quantity: String
    let price: Int64
    let discount: String
    let tax: String
    let subtotal: Int64
    let taxAmount: Int64

    init(
      _ quantity: String, _ price: Int64, _ discount: String, _ tax: String, _ subtotal: Int64,
      _ taxAmount: Int64
    ) {
      self.quantity = quantity
      self.price = price
      self.discount = discount
      self.tax = tax
      self.subtotal = subtotal
      self.taxAmount = taxAmount
    }

    var testDescription: String { "\(quantity) × \(price) − \(discount)% + \(tax)%" }
  }

  static let rows: [Row] = [
    Row("1", 185_000, "0", "8", 185_000, 14_800),
    Row("5", 1_500_000, "5", "10", 7_125_000, 712_500),
    Row("0", 185_000, "0", "8", 0, 0),
    Row("3", 0, "0", "8", 0, 0),
    // Half a đồng goes away from zero, on both sides of it.
    Row("0.5", 1, "0", "0", 1, 0),
    Row("1.5", 1, "0", "0", 2, 0),
    Row("2.5", 1, "0", "0", 3, 0),
    Row("0.4999", 1, "0", "0", 0, 0),
    Row("-0.5", 1, "0", "0", -1, 0),
    Row("-2.5", 1, "0", "0", -3, 0),
    Row("-0.4999", 1, "0", "0", 0, 0),
    Row("1", -3, "50", "0", -2, 0),
    // The tax of 5 at 10% is half a đồng.
    Row("1", 5, "0", "10", 5, 1),
    Row("-1", 5, "0", "10", -5, -1),
    Row("1", 4, "0", "10", 4, 0),
    // Once: half of half a đồng is no đồng, not half of one.
    Row("0.5", 1, "50", "0", 0, 0),
    Row("0.3333", 100, "10", "0", 30, 0),
    // The tax is on the rounded amount: 15.6 → 16, 10% of it 1.6 → 2; of 15.6 it were 1.56 → 2;
    // and 14.5 → 15, 10% → 1.5 → 2, where of 14.5 it were 1.45 → 1.
    Row("1", 29, "50", "10", 15, 2),
    Row("1", 1_000_000, "33.3333", "8", 666_667, 53_333),
    Row("1", 999, "100", "10", 0, 0),
    Row("2", 100, "150", "10", -100, -10),
    Row("1", 100, "-10", "0", 110, 0),
    // As far as an amount may go.
    Row("1", 1_000_000_000_000_000, "0", "0", 1_000_000_000_000_000, 0),
    Row("-1", 1_000_000_000_000_000, "0", "0", -1_000_000_000_000_000, 0),
    Row("0.0001", .max, "0", "0", 922_337_203_685_478, 0),
    Row("922337203685477.5807", 1, "0", "0", 922_337_203_685_478, 0),
  ]

  @Test(arguments: rows)
  func rounds(row: Row) throws {
    let amounts = try LineAmounts(
      quantity: Decimal4.parse(row.quantity).scaled, price: row.price,
      discount: Decimal4.parse(row.discount).scaled, taxRate: Decimal4.parse(row.tax).scaled)
    #expect(amounts.subtotal == row.subtotal)
    #expect(amounts.tax == row.taxAmount)
    #expect(amounts.total == row.subtotal + row.taxAmount)
  }

  @Test(
    arguments: [
      (20_000, .max, 0, 0), (.max, .max, 0, 0), (.min, .max, 0, 0), (.min, .min, 0, 0),
      (10_000, .max, 0, 100_000), (10_000, .max, -1, 0), (10_000, .min, .min, 0),
      (10_000, 1_000_000_000_000_001, 0, 0), (10_000, 1_000_000_000_000_000, 0, 10_000),
      (10_000, 1, .min, .max), (.max, .max, .min, .min), (10_000, .max, .max, 0),
    ] as [(Int64, Int64, Int64, Int64)])
  func refusesWhatNoDongCanHold(quantity: Int64, price: Int64, discount: Int64, tax: Int64) {
    let error = failure {
      try LineAmounts(quantity: quantity, price: price, discount: discount, taxRate: tax)
    }
    #expect(error?.kind == .request)
    #expect(
      error?.message.en == "the line's amount is too large: more than 1,000,000,000,000,000 đ")
  }

  /// Against plain arithmetic over wide integers, without the shape of the code under test.
  @Test func agreesWithLongHand() throws {
    var random = Seeded(state: 7)
    for _ in 0..<3000 {
      let quantity = Int64.random(in: -50_000_000...50_000_000, using: &random)
      let price = Int64.random(in: -90_000_000...90_000_000, using: &random)
      let discount = Int64.random(in: 0...1_000_000, using: &random)
      let tax = Int64.random(in: 0...200_000, using: &random)
      let amounts = try LineAmounts(
        quantity: quantity, price: price, discount: discount, taxRate: tax)
      let exact = Int128(quantity) * Int128(price) * Int128(1_000_000 - discount)
      expectRounded(amounts.subtotal, exact, over: 10_000_000_000)
      expectRounded(amounts.tax, Int128(amounts.subtotal) * Int128(tax), over: 1_000_000)
    }
  }

  private func expectRounded(_ value: Int64, _ exact: Int128, over divisor: Int128) {
    let distance = (Int128(value) * divisor - exact).magnitude * 2
    #expect(distance <= divisor.magnitude)
    if distance == divisor.magnitude {
      #expect((Int128(value) * divisor).magnitude > exact.magnitude, "half goes away from zero")
    }
  }
}
