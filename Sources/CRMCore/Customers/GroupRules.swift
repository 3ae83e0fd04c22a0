import CRMEngine

/// The points of a group count for the score of its customers.
final class GroupRules: Rules {
  static let kind = Kind.group

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func follow(_ written: Written) throws {
    let customers = try writer.rules(CustomerRules.self)
    customers.scores.forgetPoints()
    // Nobody belongs to a group that was just made.
    guard !written.isNew else { return }
    customers.scores.touch(group: written.id)
    try customers.noteForRules(
      customers.customers("SELECT record FROM customer_groups WHERE target = ?", written.id))
  }
}
