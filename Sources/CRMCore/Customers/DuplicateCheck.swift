import CRMEngine
import CRMValues

/// Refuses a customer that has something in common with another: what, the setting
/// `duplicate_fields` says; phones and emails also where a contact of another has them
/// (RULES 3.1). Records in the trash do not count.
final class DuplicateCheck {
  /// What is compared, by position in the entity.
  struct Criteria {
    /// Phones and emails, and what finds them among the customers and their contacts.
    let keyed: [(position: Int, customers: PreparedStatement, contacts: PreparedStatement)]
    /// Those whose keys are kept for this check only.
    let kept: [Int]
    let code: Int?

    init(_ names: [String], _ entity: Entity, _ cache: StatementCache) throws {
      let positions = try names.map(entity.handle).sorted()
      keyed = try positions.filter { entity.fields[$0].isKeyed }.map { position in
        let name = entity.fields[position].name
        return (
          position,
          try cache.statement(
            "SELECT record FROM customer_\(name)_key WHERE key = ? AND record <> ?"),
          try cache.statement(
            "SELECT c.customer FROM contact_\(name)_key k JOIN contact c ON c.id = k.record "
              + "WHERE k.key = ? AND c.customer <> ?")
        )
      }
      kept = positions.filter { DuplicateKeys.kept.contains(entity.fields[$0].name) }
      code = positions.first { entity.fields[$0].kind == .code }
    }
  }

  /// Who has a value already: a customer, or a contact of one.
  struct Holder {
    let customer: Int64
    var isContact = false
  }

  let cache: StatementCache
  let entity = Entity.customer
  private var known: Criteria?
  private var foundContacts = false
  /// Which keys no customer has, while many are added.
  var filter: KeyFilter?
  /// Whether there are no contacts, nor will be while many customers are added.
  var lacksContacts = false
  /// Called before customers are read.
  var beforeReading: () throws -> Void = {}

  /// Whether the actor has the right to leave the check out, which a refusal then names.
  private let mayBeLeftOut: Bool

  init(_ cache: StatementCache, mayBeLeftOut: Bool = true) {
    self.cache = cache
    self.mayBeLeftOut = mayBeLeftOut
  }

  /// Returns what the setting names, read once.
  func criteria() throws -> Criteria {
    if let known { return known }
    let criteria = try Criteria(try cache.setting(.duplicateFields), entity, cache)
    known = criteria
    return criteria
  }

  /// Notes that the setting changed, and with it the keys that are kept.
  func forgetKeys() {
    known = nil
    mayDiffer = true
  }
  var mayDiffer = false

  /// Looks for other customers that have one of the values.
  ///
  /// - Parameter replaced: the record as it stands, when it is changed: only what is new in it is
  ///   looked for.
  /// - Throws: ``CRMError`` of kind conflict that says, for each field, who has the value.
  func check(
    _ keys: RecordKeys, _ values: [Value], replacing replaced: Record? = nil
  ) throws {
    let criteria = try criteria()
    var found: [Label] = []
    func note(_ position: Int, _ find: (String) throws -> (Holder, String)?) throws {
      guard case .text(let text) = values[position],
        replaced?.values[position] != values[position], let (holder, shown) = try find(text)
      else { return }
      found.append(try message(entity.fields[position], shown, holder))
    }
    if let position = criteria.code {
      try note(position) { try holder(ofCode: $0, except: replaced?.id) }
    }
    for look in criteria.keyed {
      try note(look.position) { text in
        let field = entity.fields[look.position]
        let before = replaced?.values[look.position].text.map { keys.keys(of: field, $0) } ?? []
        for key in keys.keys(of: field, text) where !before.contains(key) {
          guard let holder = try holder(of: key, look.customers, look.contacts, replaced?.id)
          else { continue }
          return (holder, key.hasPrefix("+84") ? "0" + key.dropFirst(3) : key)
        }
        return nil
      }
    }
    for position in criteria.kept {
      let before = replaced?.values[position].text
      try note(position) { try holder(ofKept: position, $0, before, except: replaced?.id) }
    }
    guard !found.isEmpty else { return }
    throw CRMError(
      .conflict, found.map(\.en).joined(separator: "; "),
      vi: found.map(\.vi).joined(separator: "; "),
      hints: criteria.code == nil && mayBeLeftOut ? [DuplicateCheck.allowing] : [])
  }

  // MARK: who has it

  private func holder(ofCode code: String, except: Int64?) throws -> (Holder, String)? {
    try beforeReading()
    let find = try cache.statement(
      "SELECT id FROM customer WHERE code = ? AND deleted IS NULL AND id <> ?")
    find.bind(1, code)
    find.bind(2, except ?? 0)
    return try find.firstInteger().map { (Holder(customer: $0), code) }
  }

  private func holder(
    of key: String, _ customers: PreparedStatement, _ contacts: PreparedStatement,
    _ except: Int64?
  ) throws -> Holder? {
    if filter?.lacks(key) != true {
      // Without a filter keys are written at once.
      if filter != nil { try beforeReading() }
      customers.bind(1, key)
      customers.bind(2, except ?? 0)
      if let customer = try customers.firstInteger() { return Holder(customer: customer) }
    }
    guard !lacksContacts, try hasContacts() else { return nil }
    contacts.bind(1, key)
    contacts.bind(2, except ?? 0)
    return try contacts.firstInteger().map { Holder(customer: $0, isContact: true) }
  }

  /// Whether there are contacts at all; asked again until there are.
  func hasContacts() throws -> Bool {
    if !foundContacts {
      foundContacts = try cache.statement("SELECT 1 FROM contact LIMIT 1").firstInteger() != nil
    }
    return foundContacts
  }

  private func holder(
    ofKept position: Int, _ text: String, _ before: String?, except: Int64?
  ) throws -> (Holder, String)? {
    try beforeReading()
    let field = entity.fields[position]
    let old = before.map { DuplicateKeys.texts(field, $0) } ?? []
    let find = try cache.statement(
      "SELECT k.record, t.\(Schema.quoted(field.name)) FROM \(DuplicateKeys.table) k "
        + "CROSS JOIN customer t ON t.id = k.record WHERE k.key = ? AND k.record <> ?")
    for wanted in DuplicateKeys.texts(field, text) where !old.contains(wanted) {
      find.bind(1, DuplicateKeys.key(field, wanted))
      find.bind(2, except ?? 0)
      defer { find.reset() }
      while try find.step() {
        guard let other = find.text(1), DuplicateKeys.texts(field, other).contains(wanted) else {
          continue
        }
        return (Holder(customer: find.integer(0)), text)
      }
    }
    return nil
  }
}
