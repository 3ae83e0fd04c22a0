import CRMEngine

/// A new order approaches its customer, who was in touch on its day.
final class OrderRules: Rules {
  static let kind = Kind.order

  private unowned let writer: Writer
  private let customer, date: Int
  private let paid: PaidDocument
  /// Whether care cards are moved by whoever moves their orders: by a merge.
  var leavesCards = false

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
    try takeCareCards(written)
    guard written.isNew, let new = written.new, let id = new[customer].integer else { return }
    let customers = try writer.rules(CustomerRules.self)
    try customers.approach(id)
    customers.contact(id, on: new[date].text)
  }

  /// The care of an order is its customer's: its cards go along to another one.
  private func takeCareCards(_ written: Written) throws {
    guard writer.drawsConsequences, !leavesCards, let old = written.old, let new = written.new,
      old.values[customer] != new[customer]
    else { return }
    let find = try writer.cache.statement(
      "SELECT id FROM care_card WHERE \"order\" = ? ORDER BY id")
    find.bind(1, written.id)
    var ids: [Int64] = []
    while try find.step() { ids.append(find.integer(0)) }
    let position = try CareCardField.customer.position
    for id in ids {
      guard let card = try writer.record(.careCard, id) else { continue }
      var values = card.values
      values[position] = new[customer]
      try writer.apply(
        try writer.statements(.careCard), card, values, changed: [position])
    }
  }
}
