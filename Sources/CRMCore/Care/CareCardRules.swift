import CRMEngine

/// Care that was done is a contact with its customer.
final class CareCardRules: Rules {
  static let kind = Kind.careCard

  private unowned let writer: Writer
  private let customer = Entity.careCard.place(of: "customer")
  private let status = Entity.careCard.place(of: "status")
  private let date = Entity.careCard.place(of: "care_date")

  init(_ writer: Writer) { self.writer = writer }

  func follow(_ written: Written) throws {
    guard written.isNew || written.old != nil, let new = written.new,
      let id = new[customer].integer, written.becomes(.done, status)
    else { return }
    try writer.rules(CustomerRules.self).contact(id, on: new[date].text)
  }
}
