import CRMEngine
import CRMValues

/// The revenue of one customer in one period (RULES 6.2).
public struct CustomerRevenue: Hashable, Sendable {
  /// A year, or a month of a year.
  public enum Period: String, CaseIterable, Sendable { case year, month }

  /// `2026` or `2026-05`; nil for orders without a date.
  public let period: String?
  /// How many orders count (``Revenue``).
  public let orders: Int64
  /// The sum of their totals in đồng.
  public let amount: Int64
}

extension Reader {
  /// Returns the revenue of a customer period by period, those without any between the first and
  /// the last included.
  ///
  /// - Parameter days: only orders of these days; nil for all.
  public func revenue(
    ofCustomer id: Int64, by period: CustomerRevenue.Period, days: Bounds<Day>? = nil
  ) throws -> [CustomerRevenue] {
    let digits = period == .year ? 4 : 7
    let statement = try cache.statement(
      """
      SELECT substr(o.date, 1, \(digits)), count(*), \(Schema.sum("o.total")) FROM sales_order o
      WHERE o.customer = ?1 AND o.deleted IS NULL AND \(Entity.order.countingSQL(alias: "o"))
        AND (?2 IS NULL OR o.date >= ?2) AND (?3 IS NULL OR o.date <= ?3)
      GROUP BY 1 ORDER BY 1
      """)
    statement.bind(1, id)
    statement.bind(2, days?.lower.map { .text($0.iso) } ?? .null)
    statement.bind(3, days?.upper.map { .text($0.iso) } ?? .null)
    var found: [CustomerRevenue] = []
    while try statement.step() {
      let period = statement.text(0)
      if let period, let last = found.last?.period {
        found += CustomerRevenue.empty(between: last, and: period)
      }
      found.append(
        CustomerRevenue(
          period: period, orders: statement.integer(1),
          amount: try statement.sum(2, Label(same: period ?? "…"))))
    }
    return found
  }
}

extension CustomerRevenue {
  /// Returns the periods between two, none where they are so far apart that a date must be wrong.
  static func empty(between first: String, and last: String) -> [CustomerRevenue] {
    var found: [CustomerRevenue] = []
    var period = next(first)
    while period < last {
      guard found.count < 120 else { return [] }
      found.append(CustomerRevenue(period: period, orders: 0, amount: 0))
      period = next(period)
    }
    return found
  }

  /// Returns the period after one: `2027` after `2026`, `2027-01` after `2026-12`.
  static func next(_ period: String) -> String {
    let parts = period.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return "9999" }
    guard parts.count > 1 else { return padded(year + 1, 4) }
    return parts[1] < 12
      ? "\(padded(year, 4))-\(padded(parts[1] + 1, 2))" : "\(padded(year + 1, 4))-01"
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
