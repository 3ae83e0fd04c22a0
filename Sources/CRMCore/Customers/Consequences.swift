import CRMEngine
import CRMValues

/// What dealings do to their customer: the level moves to "approached" or "signed"
/// (RULES 4.3), the last contact moves on. Gathered while a command writes, drawn
/// once a customer.
struct Consequences {
  /// What happened to one customer.
  struct Event {
    /// The level it calls for, nil where it calls for none.
    var level: Value?
    /// The latest day of contact.
    var contact: Value?
  }

  private(set) var customers: [Int64: Event] = [:]
  /// What was known of customers that something happened to since ``begin()``, in that order.
  private var former: [(customer: Int64, event: Event?)]?

  var count: Int { customers.count }

  /// Begins what may be taken back, for a record that is refused means nothing for its customer.
  mutating func begin() { former = [] }

  mutating func land() { former = nil }

  mutating func takeBack() {
    for (customer, event) in (former ?? []).reversed() { customers[customer] = event }
    former = nil
  }

  private mutating func change(_ customer: Int64, _ change: (inout Event) -> Void) {
    former?.append((customer, customers[customer]))
    change(&customers[customer, default: Event()])
  }

  /// Notes that a transaction, opportunity, quote, order, or a contract that does not mark its
  /// customer as signed, was added.
  ///
  /// - Parameter takesBack: whether that takes back "signed" as well.
  mutating func approach(_ customer: Int64, takesBack: Bool) {
    change(customer) {
      $0.level = CustomerRules.level(
        $0.level, after: .text("approached"), takesBack: takesBack)
    }
  }

  /// Notes that a contract that marks its customer as signed was added.
  mutating func sign(_ customer: Int64) {
    change(customer) { $0.level = .text("signed") }
  }

  /// Notes that the customer was in touch on a day; the latest counts.
  mutating func contact(_ customer: Int64, on day: String) {
    change(customer) { $0.contact = CustomerRules.contact($0.contact, after: .text(day)) }
  }
}

/// Customers that an import of this operation added with what dealings would otherwise bring
/// about: what the file says of them stays, whatever dealings come with it. A tier is not taken
/// back before those that earned it may have come.
struct KeptCustomers {
  static let fields: Set<CustomerField> = [.level, .lastContact, .tier]

  /// The first id that is theirs.
  let from: Int64
  /// Those of the fields that the file gives.
  let fields: [CustomerField]

  func keeps(_ field: CustomerField, of id: Int64) -> Bool { id >= from && fields.contains(field) }
}

extension CustomerRules {
  /// Draws the gathered consequences, as logged changes of the customers. What calls for what
  /// already is so is logged too: it counts once what came before it is taken back.
  func settleConsequences() throws {
    let pending = consequences.customers
    consequences = Consequences()
    guard !pending.isEmpty else { return }
    let (level, contact) = (places.level, places.lastContact)
    for id in pending.keys.sorted() {
      guard let event = pending[id], let record = try writer.record(.customer, id) else { continue }
      var wanted: [(position: Int, value: Value)] = []
      if let value = event.level, kept?.keeps(.level, of: id) != true {
        wanted.append((level, value))
      }
      let keepsContact =
        kept?.keeps(.lastContact, of: id) == true && !record.values[contact].isNull
      if let value = event.contact, !keepsContact { wanted.append((contact, value)) }
      try writer.follow(record, wanted)
    }
  }
}
