import CRMEngine

/// Care that was done is a contact with its customer.
final class CareCardRules: Rules {
  static let kind = Kind.careCard

  private unowned let writer: Writer
  private let customer, status, date: Int

  init(_ writer: Writer) throws {
    self.writer = writer
    customer = try CareCardField.customer.position
    status = try CareCardField.status.position
    date = try CareCardField.careDate.position
  }

  func follow(_ written: Written) throws {
    guard written.isNew || written.old != nil, let new = written.new,
      let id = new[customer].integer, written.becomes(.done, status)
    else { return }
    try writer.rules(CustomerRules.self).contact(id, on: new[date].text)
  }
}
