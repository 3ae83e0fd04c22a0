import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// An order's totals are the sums of its lines, whatever becomes of them.
@Suite struct OrderTotalsTests {
  let database: TemporaryDatabase
  let customer: Int64
  let product: Int64

  init() throws {
    database = try TemporaryDatabase()
    customer = try database.add(.customer, ["name": .text("A")])
    product = try database.add(
      .product,
      ["name": .text("Kem"), "price": .integer(320_000), "tax": .integer(80_000)])
  }

  private func totals(_ id: Int64) throws -> String {
    try database.rows("SELECT subtotal, tax_total, total FROM sales_order WHERE id = \(id)")
      .joined()
  }

  @Test func addsUpItsLines() throws {
    let id = try database.addOrder(customer, [(product, 20_000, 100), (product, 10_000, 55)])
    // 200 + 8% = 216; 55 + 8% (4.4 → 4) = 59.
    #expect(try totals(id) == "255|20|275")
    let lines = try database.read { try $0.lineIDs(Catalogue.entity(.orderLine), of: id) }
    try database.edit(.orderLine, lines[0], ["discount": .integer(500_000)])
    #expect(try totals(id) == "155|12|167")
    try database.edit(.orderLine, lines[1], ["quantity": .integer(0)])
    #expect(try totals(id) == "100|8|108")
    try database.write { try $0.remove(.orderLine, lines[0]) }
    #expect(try totals(id) == "0|0|0")
  }

  @Test func takesPriceAndTaxFromTheProduct() throws {
    let id = try database.write { writer in
      let id = try writer.add(
        .order, Catalogue.entity(.order).values(["customer": .integer(customer)]))
      try writer.addLine(
        Catalogue.entity(.orderLine), to: id,
        Catalogue.entity(.orderLine).values(["product": .integer(product)]))
      return id
    }
    #expect(try totals(id) == "320000|25600|345600")
    // What was sold stays sold at its price.
    try database.edit(.product, product, ["price": .integer(1), "tax": .integer(0)])
    #expect(try totals(id) == "320000|25600|345600")
  }

  @Test func startsAtNothing() throws {
    #expect(try totals(try database.addOrder(customer)) == "0|0|0")
  }

  @Test func moveWithALine() throws {
    let first = try database.addOrder(customer, [(product, 10_000, 1000)])
    let second = try database.addOrder(customer, [(product, 10_000, 500)])
    let line = try database.read { try $0.lineIDs(Catalogue.entity(.orderLine), of: first) }[0]
    try database.edit(.orderLine, line, ["order": .integer(second)])
    #expect(try totals(first) == "0|0|0")
    #expect(try totals(second) == "1500|120|1620")
  }

  @Test func refusesATotalNoDongCanHold() throws {
    let before = try Dump(database)
    let error = failure {
      try database.addOrder(
        customer, [(product, 10_000, .max / 3 * 2), (product, 10_000, .max / 3 * 2)])
    }
    #expect(error?.kind == .request)
    #expect(error?.message.en.contains("too large") == true)
    #expect(try Dump(database).differences(from: before) == [])
  }
}
