import CRMEngine
import CRMValues

extension Reader {
  /// Returns what a care card takes over from an order (RULES 7.3): customer, order,
  /// owner (the order's, else the customer's), the owner's unit, and the products of its lines.
  public func careCard(from order: Int64) throws -> [(position: Int, value: Value)] {
    let entity = Catalogue.entity(.careCard)
    guard let record = try record(.order, order) else { return [] }
    var named: [String: Value] = ["order": .integer(order), "customer": record["customer"]]
    var owner = record["owner"]
    if owner.isNull, let customer = record["customer"].integer {
      owner = try self.record(.customer, customer)?["owner"] ?? .null
    }
    named["owner"] = owner
    if let user = owner.integer { named["unit"] = try self.record(.user, user)?["unit"] }
    let products = try lineIDs(Catalogue.entity(.orderLine), of: order).compactMap {
      try self.record(.orderLine, $0)?["product"].integer
    }
    named["products"] = .list(Set(products).sorted())
    return named.compactMap { name, value in entity.position(of: name).map { ($0, value) } }
      .sorted { $0.0 < $1.0 }
  }
}
