import CRMEngine
import CRMValues

/// A product a customer bought, or as a supplier supplied (RULES 6.3).
public struct CustomerProduct: Hashable, Sendable {
  /// `sale` for what it bought, `purchase` for what it supplied.
  public let kind: String
  public let code: String
  public let name: String
  /// Times 10,000.
  public let quantity: Int64
  /// The sum of the lines' totals, tax included, in đồng.
  public let amount: Int64
  /// In how many orders.
  public let orders: Int64
  /// The day of the latest of them.
  public let last: String?
}

extension Reader {
  /// Returns the products of a customer's orders that are neither drafts nor cancelled, those
  /// bought before those supplied, the most first.
  ///
  /// - Parameters:
  ///   - byAmount: whether the most is that of the amount instead of the quantity.
  ///   - days: only orders of these days; nil for all.
  public func products(
    ofCustomer id: Int64, byAmount: Bool = false, days: Bounds<Day>? = nil
  ) throws -> [CustomerProduct] {
    let statement = try cache.statement(
      """
      SELECT o.kind, p.code, p.name, \(Schema.sum("l.quantity")), \(Schema.sum("l.total")), count(DISTINCT o.id), max(o.date)
      FROM sales_order o CROSS JOIN order_line l ON l."order" = o.id
        CROSS JOIN product p ON p.id = l.product
      WHERE o.customer = ?1 AND o.deleted IS NULL
        AND \(Entity.order.countingSQL(alias: "o", except: "kind"))
        AND (?2 IS NULL OR o.date >= ?2) AND (?3 IS NULL OR o.date <= ?3)
      GROUP BY o.kind, p.id ORDER BY o.kind = 'purchase', \(byAmount ? 5 : 4) DESC, p.code
      """)
    statement.bind(1, id)
    statement.bind(2, days?.lower.map { .text($0.iso) } ?? .null)
    statement.bind(3, days?.upper.map { .text($0.iso) } ?? .null)
    var found: [CustomerProduct] = []
    while try statement.step() {
      let code = statement.text(1) ?? ""
      let name = Entity.product.called(code)
      found.append(
        CustomerProduct(
          kind: statement.text(0) ?? "", code: code, name: statement.text(2) ?? "",
          quantity: try statement.sum(3, name), amount: try statement.sum(4, name),
          orders: statement.integer(5), last: statement.text(6)))
    }
    return found
  }
}
