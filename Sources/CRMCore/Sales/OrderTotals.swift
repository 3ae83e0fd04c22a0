import CRMCatalogue
import CRMValues
import GRDB

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
        where error.resultCode == .SQLITE_ERROR
      {
        // The only thing that can go wrong in this statement itself is a sum beyond 64 bits.
        let code = try label(.order, id)
        throw CRMError(
          .request, "the total of order \(code) is too large",
          vi: "tổng tiền của đơn hàng \(code) quá lớn")
      }
    }
    touchedOrders = []
  }
}
