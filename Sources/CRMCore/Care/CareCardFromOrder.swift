import CRMEngine
import CRMValues

extension Reader {
  /// Returns what a care card takes over from an order (seed 000, "Sinh Thẻ chăm sóc từ Đơn
  /// hàng"): customer, order, owner (the order's, else the customer's), the owner's unit, and
  /// the products of its lines.
  public func careCard(from order: Int64) throws -> [(position: Int, value: Value)] {
    guard let record = try record(.order, order) else { return [] }
    let customer = try record[OrderField.customer]
    var given: [CareCardField: Value] = [.order: .integer(order), .customer: customer]
    var owner = try record[OrderField.owner]
    if owner.isNull, let customer = customer.integer {
      owner = try self.record(.customer, customer)?[CustomerField.owner] ?? .null
    }
    given[.owner] = owner
    if let user = owner.integer { given[.unit] = try self.record(.user, user)?[UserField.unit] }
    let products = try lineIDs(Catalogue.entity(.orderLine), of: order).compactMap {
      try self.record(.orderLine, $0)?[OrderLineField.product].integer
    }
    given[.products] = .list(Set(products).sorted())
    return try given.map { (try $0.key.position, $0.value) }.sorted { $0.0 < $1.0 }
  }
}
