import CRMEngine

/// A new order approaches its customer, who was in touch on its day.
final class OrderRules: Rules {
  static let kind = Kind.order

  private unowned let writer: Writer
  private let customer, date: Int
  private let paid: PaidDocument

  init(_ writer: Writer) throws {
    self.writer = writer
    customer = try OrderField.customer.position
    date = try OrderField.date.position
    paid = try PaidDocument(writer, .order, parts: .paymentOrder, by: "order")
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    try paid.check(old, changed)
  }

  func checkDeleting(_ record: Record) throws { try paid.checkDeleting(record) }

  func follow(_ written: Written) throws {
    guard written.isNew, let new = written.new, let id = new[customer].integer else { return }
    let customers = try writer.rules(CustomerRules.self)
    try customers.approach(id)
    customers.contact(id, on: new[date].text)
  }
}
