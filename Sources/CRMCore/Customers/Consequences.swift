import CRMCatalogue
import CRMValues

/// What dealings do to their customer: the level moves to "approached" or "signed" (seed 001,
/// "Phân nhóm theo mức độ"), the last contact moves on. Gathered while a command writes, drawn
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
      $0.level = FollowedFields.level(
        $0.level, after: .text("approached"), takesBack: takesBack)
    }
  }

  /// Notes that a contract that marks its customer as signed was added.
  mutating func sign(_ customer: Int64) {
    change(customer) { $0.level = .text("signed") }
  }

  /// Notes that the customer was in touch on a day; the latest counts.
  mutating func contact(_ customer: Int64, on day: String) {
    change(customer) { $0.contact = FollowedFields.contact($0.contact, after: .text(day)) }
  }
}

/// Customers that an import of this operation added with what dealings would otherwise bring
/// about: what the file says of them stays, whatever dealings come with it. A tier is not taken
/// back before those that earned it may have come.
struct KeptCustomers {
  static let fields: Set<String> = ["level", "last_contact", "tier"]

  /// The first id that is theirs.
  let from: Int64
  /// Those of the fields that the file gives.
  let fields: [String]

  func keeps(_ field: String, of id: Int64) -> Bool { id >= from && fields.contains(field) }
}

extension Writer {
  /// Draws the gathered consequences, as logged changes of the customers. What calls for what
  /// already is so is logged too: it counts once what came before it is taken back.
  func settleConsequences() throws {
    let pending = consequences.customers
    consequences = Consequences()
    guard !pending.isEmpty else { return }
    let entity = Catalogue.entity(.customer)
    guard let level = entity.position(of: "level"),
      let contact = entity.position(of: "last_contact")
    else { return }
    for id in pending.keys.sorted() {
      guard let event = pending[id], let record = try record(.customer, id) else { continue }
      var wanted: [(position: Int, value: Value)] = []
      if let value = event.level, keptCustomers?.keeps("level", of: id) != true {
        wanted.append((level, value))
      }
      let keepsContact =
        keptCustomers?.keeps("last_contact", of: id) == true && !record.values[contact].isNull
      if let value = event.contact, !keepsContact { wanted.append((contact, value)) }
      try follow(record, wanted)
    }
  }

  /// Moves followed fields of a customer as far as an event moves them, and logs the event.
  ///
  /// - Parameter lowers: whether the event also takes back what the customer has.
  func follow(
    _ customer: Record, _ wanted: [(position: Int, value: Value)], lowers: Bool = false
  ) throws {
    guard !wanted.isEmpty else { return }
    var values = customer.values
    var changed: [Int] = []
    var unmoved: [(field: Field, value: Value)] = []
    let entity = Catalogue.entity(.customer)
    for (position, value) in wanted {
      let field = entity.fields[position]
      let known = customer.values[position]
      let moved = lowers ? value : try followedFields.moved(field.name, known, by: value)
      if moved == known {
        unmoved.append((field, value))
      } else {
        values[position] = moved
        changed.append(position)
      }
    }
    guard !changed.isEmpty else {
      return try log(.customer, customer.id, .follow, ChangeBody.edit([], unmoved: unmoved))
    }
    try apply(
      try statements(.customer), customer, values, changed: changed, as: .follow,
      unmoved: unmoved)
  }
}
