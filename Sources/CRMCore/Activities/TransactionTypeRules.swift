import CRMEngine

/// The points of a type count for the score of the customers who had dealings of it.
final class TransactionTypeRules: Rules {
  static let kind = Kind.transactionType

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func follow(_ written: Written) throws {
    guard !written.isNew else { return }
    let customers = try writer.rules(CustomerRules.self)
    customers.scores.touch(type: written.id)
    try customers.noteForRules(
      customers.customers("SELECT customer FROM dealing WHERE type = ?", written.id))
  }
}
