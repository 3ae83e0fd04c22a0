import CRMCatalogue
import CRMValues

/// What dealings do to their customer: the level moves to "approached" (seed 001, "Phân nhóm
/// theo mức độ"), the last contact moves on. Gathered while a command writes, drawn once a
/// customer.
struct Consequences {
  private(set) var customers: [Int64: (approached: Bool, contact: String?)] = [:]

  var count: Int { customers.count }

  /// Notes that a transaction, opportunity, quote, order or contract was added.
  mutating func approach(_ customer: Int64) {
    customers[customer, default: (false, nil)].approached = true
  }

  /// Notes that the customer was in touch on a day; the latest counts.
  mutating func contact(_ customer: Int64, on day: String) {
    let known = customers[customer]?.contact
    if known == nil || (known ?? "") < day {
      customers[customer, default: (false, nil)].contact = day
    }
  }
}

/// Customers that an import of this operation added with what dealings would otherwise bring
/// about: what the file says of them stays, whatever dealings come with it.
struct KeptCustomers {
  static let fields: Set<String> = ["level", "last_contact"]

  /// The first id that is theirs.
  let from: Int64
  /// Those of the fields that the file gives.
  let fields: [String]

  func keeps(_ field: String, of id: Int64) -> Bool { id >= from && fields.contains(field) }
}

extension Writer {
  /// Draws the gathered consequences, as logged changes of the customers.
  func settleConsequences() throws {
    let pending = consequences.customers
    consequences = Consequences()
    guard !pending.isEmpty else { return }
    let entity = Catalogue.entity(.customer)
    guard let level = entity.position(of: "level"),
      let contact = entity.position(of: "last_contact")
    else { return }
    for id in pending.keys.sorted() {
      guard let change = pending[id], let record = try record(.customer, id) else { continue }
      var values = record.values
      var changed: [Int] = []
      if change.approached, keptCustomers?.keeps("level", of: id) != true,
        !["signed", "approached"].contains(values[level].text)
      {
        values[level] = .text("approached")
        changed.append(level)
      }
      let keepsContact =
        keptCustomers?.keeps("last_contact", of: id) == true && !values[contact].isNull
      if let day = change.contact, !keepsContact, day > (values[contact].text ?? "") {
        values[contact] = .text(day)
        changed.append(contact)
      }
      if !changed.isEmpty {
        try apply(try statements(.customer), record, values, changed: changed, as: .follow)
      }
    }
  }
}
