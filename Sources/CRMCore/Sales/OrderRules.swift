import CRMEngine
import CRMValues

/// A new order approaches its customer, who was in touch on its day.
final class OrderRules: Rules {
  static let kind = Kind.order

  private unowned let writer: Writer
  private let customer, date: Int

  init(_ writer: Writer) throws {
    self.writer = writer
    customer = try OrderField.customer.position
    date = try OrderField.date.position
  }

  /// What a customer paid for stays the customer's.
  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    guard let old, changed?.contains(customer) == true else { return }
    let paid = try writer.cache.statement(
      "SELECT p.code FROM payment_order k JOIN payment p ON p.id = k.payment "
        + "WHERE k.\"order\" = ? AND p.deleted IS NULL LIMIT 1")
    paid.bind(1, old.id)
    guard try paid.step() else { return }
    let code = paid.text(0) ?? ""
    paid.reset()
    throw CRMError(
      .request, "the order is paid by \(code) of its customer and stays with that customer",
      vi: "đơn hàng đã được thanh toán bằng \(code) của khách hàng nên không đổi khách hàng được")
  }

  /// What is paid is not thrown away unseen; once it is away, nothing keeps it from coming back.
  func checkDeleting(_ record: Record) throws {
    if record.isDeleted { return }
    try PaidDocument(writer, record.entity, parts: .paymentOrder, by: "order")
      .refuseDeleting(record)
  }

  func follow(_ written: Written) throws {
    guard written.isNew, let new = written.new, let id = new[customer].integer else { return }
    let customers = try writer.rules(CustomerRules.self)
    try customers.approach(id)
    customers.contact(id, on: new[date].text)
  }
}
