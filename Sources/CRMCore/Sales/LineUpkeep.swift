import CRMEngine
import CRMValues

extension LineAmounts {
  /// What each line of an order comes to.
  static var upkeep: Upkeep {
    Upkeep(
      Choice("amount", Label("Amounts of lines", vi: "Thành tiền")), of: .orderLine,
      advice: Label(
        "State the line anew: crm order line edit DH… N",
        vi: "Hãy sửa lại dòng hàng: crm order line edit DH… N"),
      find: { reader, body in
        let amounts: [OrderLineField] = [.subtotal, .taxAmount, .total]
        let fields = try amounts.map { OrderLineField.entity.fields[try $0.position] }
        let rows = try reader.cache.prepared(select())
        while try rows.step() {
          // What is beyond all amounts is older than the limit, and stays as it is.
          guard let wanted = try? LineAmounts(rows) else { continue }
          let values = [wanted.subtotal, wanted.tax, wanted.total].map(Value.integer)
          for (place, value) in values.enumerated() where rows.value(Int32(place + 5)) != value {
            try body(
              Upkeep.Gap(
                rows.integer(0), fields[place], found: rows.value(Int32(place + 5)), wanted: value))
          }
        }
      },
      mend: { writer, ids in
        let update = try writer.cache.statement(
          "UPDATE order_line SET subtotal = ?, tax_amount = ?, total = ? WHERE id = ?")
        let line = try writer.cache.statement(select(" WHERE id = ?"))
        let found = try writer.cache.prepared(
          "SELECT DISTINCT id FROM order_line WHERE id IN \(ids)")
        while try found.step() {
          line.bind(1, found.integer(0))
          guard try line.step() else { continue }
          let amounts = try LineAmounts(line)
          line.reset()
          for (place, amount) in [amounts.subtotal, amounts.tax, amounts.total].enumerated() {
            update.bind(Int32(place + 1), amount)
          }
          update.bind(4, found.integer(0))
          try update.run()
        }
      })
  }

  private static func select(_ condition: String = "") -> String {
    "SELECT id, quantity, price, discount, tax, subtotal, tax_amount, total FROM order_line"
      + condition
  }

  /// Works out the amounts of a row of ``select(_:)``.
  private init(_ row: PreparedStatement) throws {
    try self.init(
      quantity: row.integer(1), price: row.integer(2), discount: row.integer(3),
      taxRate: row.integer(4))
  }
}
