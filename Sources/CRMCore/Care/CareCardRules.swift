import CRMEngine
import CRMValues

/// Care that was done is a contact with its customer.
final class CareCardRules: Rules {
  static let kind = Kind.careCard

  private unowned let writer: Writer
  private let customer, order, status, date: Int

  init(_ writer: Writer) throws {
    self.writer = writer
    customer = try CareCardField.customer.position
    order = try CareCardField.order.position
    status = try CareCardField.status.position
    date = try CareCardField.careDate.position
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    guard changed?.contains(where: { $0 == order || $0 == customer }) ?? true,
      let id = values[order].integer, let record = try writer.record(.order, id),
      try record[OrderField.customer] != values[customer]
    else { return }
    let code = try record[StandardField.code].text ?? ""
    throw CRMError(
      .request, "order \(code) is not of the customer of the care card",
      vi: "đơn hàng \(code) không phải của khách hàng trên thẻ chăm sóc")
  }

  func follow(_ written: Written) throws {
    guard written.isNew || written.old != nil, let new = written.new,
      let id = new[customer].integer, written.becomes(.done, status)
    else { return }
    try writer.rules(CustomerRules.self).contact(id, on: new[date].text)
  }
}
