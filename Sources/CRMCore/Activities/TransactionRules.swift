import CRMEngine

/// A dealing approaches its customer, counts for the score, and is a contact once it is done.
final class TransactionRules: Rules {
  static let kind = Kind.transaction

  private unowned let writer: Writer
  private let customer, status, date: Int

  init(_ writer: Writer) throws {
    self.writer = writer
    customer = try TransactionField.customer.position
    status = try TransactionField.status.position
    date = try TransactionField.date.position
  }

  func follow(_ written: Written) throws {
    let customers = try writer.rules(CustomerRules.self)
    if let id = written.old?.values[customer].integer { customers.scores.touch(customer: id) }
    if let id = written.new?[customer].integer { customers.scores.touch(customer: id) }
    guard written.isNew || written.old != nil, let new = written.new,
      let id = new[customer].integer
    else { return }
    if written.isNew { try customers.approach(id) }
    if written.becomes(.done, status) { customers.contact(id, on: new[date].text) }
  }
}

extension Written {
  /// Whether a choice now has a meaning that it did not have before.
  func becomes(_ meaning: Choice.Meanings, _ position: Int) -> Bool {
    let field = entity.fields[position]
    return field.means(meaning, new?[position])
      && !field.means(meaning, old?.values[position])
  }
}
