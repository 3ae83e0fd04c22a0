import CRMCatalogue
import CRMValues
import GRDB

/// An order's totals: the sums of its lines' amounts.
enum OrderTotals {
  /// The fields of lines that are summed.
  static let summed = ["subtotal", "tax_amount", "total"]

  /// Says that a sum is beyond 9.2 × 10¹⁸ đồng.
  ///
  /// - Parameter code: the order's, nil where it has none yet.
  static func tooLarge(_ code: String?) -> CRMError {
    guard let code else {
      return CRMError(
        .request, "the total of the order is too large", vi: "tổng tiền của đơn hàng quá lớn")
    }
    return CRMError(
      .request, "the total of order \(code) is too large",
      vi: "tổng tiền của đơn hàng \(code) quá lớn")
  }
}

extension Writer {
  /// Fills an order line's price and tax from its product where they are absent, and its
  /// amounts.
  func deriveLine(_ values: inout [Value], _ entity: Entity) throws {
    guard let product = entity.position(of: "product"), let price = entity.position(of: "price"),
      let tax = entity.position(of: "tax"), let quantity = entity.position(of: "quantity"),
      let discount = entity.position(of: "discount"),
      let subtotal = entity.position(of: "subtotal"),
      let taxAmount = entity.position(of: "tax_amount"), let total = entity.position(of: "total")
    else { return }
    if values[price].isNull || values[tax].isNull, case .integer(let id) = values[product] {
      let find = try cache.statement("SELECT price, tax FROM product WHERE id = ?")
      find.bind(1, id)
      if try find.step() {
        if values[price].isNull { values[price] = find.value(0) }
        if values[tax].isNull { values[tax] = find.value(1) }
        find.reset()
      }
    }
    let amounts = try LineAmounts(
      quantity: values[quantity].integer ?? 0, price: values[price].integer ?? 0,
      discount: values[discount].integer ?? 0, taxRate: values[tax].integer ?? 0)
    values[subtotal] = .integer(amounts.subtotal)
    values[taxAmount] = .integer(amounts.tax)
    values[total] = .integer(amounts.total)
  }

  /// Brings the totals of the orders whose lines changed up to date.
  func settleOrders() throws {
    guard !touchedOrders.isEmpty else { return }
    let update = try cache.statement(
      """
      UPDATE sales_order SET (subtotal, tax_total, total) =
        (SELECT coalesce(sum(subtotal), 0), coalesce(sum(tax_amount), 0), coalesce(sum(total), 0)
         FROM order_line WHERE "order" = sales_order.id)
      WHERE id = ?
      """)
    for id in touchedOrders.sorted() {
      update.bind(1, id)
      do { try update.run() } catch let error as DatabaseError
        where error.resultCode == .SQLITE_ERROR && error.message == "integer overflow"
      {
        throw OrderTotals.tooLarge(try label(.order, id))
      }
    }
    touchedOrders.removeAll()
  }
}
