import CRMEngine

/// A contract ends as its term says, and approaches its customer, or marks it as signed.
final class ContractRules: Rules {
  static let kind = Kind.contract

  private unowned let writer: Writer
  private let customer, date, marksSigned: Int
  private let dates: ContractDates
  private let paid: PaidDocument

  init(_ writer: Writer) throws {
    self.writer = writer
    dates = try ContractDates()
    paid = try PaidDocument(writer, .contract, parts: .paymentContract, by: "contract")
    customer = try ContractField.customer.position
    date = try ContractField.date.position
    marksSigned = try ContractField.markSigned.position
  }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    if let old { dates.move(from: old.values, &values, &changed) }
  }

  func derive(_ values: inout [Value], _ old: Record?) throws { dates.fill(&values) }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    try dates.check(values)
    try paid.check(old, changed)
  }

  func checkDeleting(_ record: Record) throws { try paid.checkDeleting(record) }

  func follow(_ written: Written) throws {
    guard let new = written.new, let id = new[customer].integer else { return }
    let isSigned = new[marksSigned] == .integer(1)
    if written.isNew {
      let customers = try writer.rules(CustomerRules.self)
      if isSigned { customers.consequences.sign(id) } else { try customers.approach(id) }
      customers.contact(id, on: new[date].text)
    } else if let old = written.old, isSigned, old.values[marksSigned] != new[marksSigned] {
      try writer.rules(CustomerRules.self).consequences.sign(id)
    }
  }
}
