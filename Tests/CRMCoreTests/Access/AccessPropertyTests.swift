import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Who sees and changes what is the same by the SQL and by the plain rules, for random companies.
@Suite struct AccessPropertyTests {
  @Test(arguments: 1...20)
  func readsWhatTheRulesLetSee(seed: UInt64) throws {
    let company = try AccessCompany(seed: seed)
    var reference = try company.database.read(AccessReference.init)
    let store = company.database.store
    for login in company.logins {
      // All looked up, all asked row by row, and some of either.
      for (few, purpose) in [(20_000, Action.view), (0, .view), (3, .view), (3, .export)] {
        store.few = few
        reference.purpose = purpose
        let seen = Seen(reference, reference.user(login))
        let found = try store.read(
          as: Actor(login: login), for: purpose, at: TemporaryDatabase.moment
        ) {
          reader in
          try AccessCompany.kinds.flatMap { try problems(reader, $0, seen) }
            + figures(reader, seen)
        }
        #expect(found == [], "seed \(seed), \(login), few \(few), \(purpose)")
      }
    }
  }

  @Test(arguments: 1...20)
  func writesWhatTheRulesLetChange(seed: UInt64) throws {
    let company = try AccessCompany(seed: seed)
    let reference = try company.database.read(AccessReference.init)
    for login in company.logins {
      let user = reference.user(login)
      let seen = Seen(reference, user)
      let found = try company.database.store.write(
        as: Actor(login: login), command: "crm test", at: TemporaryDatabase.moment, dryRun: true
      ) { writer in
        try AccessCompany.kinds.flatMap { try problems(writer, $0, seen) }
          + figures(writer, seen)
          + AccessCompany.kinds.flatMap { try wrongEdits(writer, $0, reference, user) }
      }
      #expect(found == [], "seed \(seed), \(login)")
    }
  }

  /// The list of who sees a customer names those whom the rules let see it, and edit it.
  @Test(arguments: 1...20)
  func listsWhoSees(seed: UInt64) throws {
    let company = try AccessCompany(seed: seed)
    let reference = try company.database.read(AccessReference.init)
    try company.database.read { reader in
      for id in reference.records[.customer, default: [:]].keys {
        let sights = try reader.sights(ofCustomer: id)
        let users = (company.logins + ["admin"]).map(reference.user)
        let seeing = users.filter { reference.sees($0, .customer, id) }
        #expect(Set(sights.map(\.user)) == Set(seeing), "seed \(seed), customer \(id)")
        let editing = seeing.filter { reference.changes($0, .customer, id) }
        #expect(
          Set(sights.filter(\.mayEdit).map(\.user)) == Set(editing), "seed \(seed), customer \(id)")
      }
    }
  }

  /// What a reader or writer tells of a kind that differs from what may be seen.
  private func problems(_ reader: Reader, _ kind: Kind, _ seen: Seen) throws -> [String] {
    var found: [String] = []
    func compare<T: Equatable>(_ what: String, _ told: T, _ right: T) {
      if told != right { found.append("\(kind) \(what): \(told), not \(right)") }
    }
    let live = seen.live(kind)
    var query = Query(kind)
    compare("ids", try reader.ids(query), live)
    compare("ids of a page", try reader.ids(query, mode: .page), live)
    compare("count", try reader.count(query), live.count)
    let entity = Catalogue.entity(kind)
    if entity.isNoun {
      let owners = try reader.counts(query, by: "created_by").reduce(0) { $0 + $1.count }
      compare("counts", owners, live.count)
      query.inTrash = true
      compare("ids in the trash", try reader.ids(query), seen.ids(kind) { $0.isDeleted })
    }
    for (id, record) in seen.reference.records[kind] ?? [:] {
      let isSeen = seen(kind, id)
      if !(reader is Writer) { compare("record \(id)", try reader.record(kind, id) != nil, isSeen) }
      guard entity.isNoun, let code = record["code"].text else { continue }
      let isNamed = isSeen && !record.isDeleted
      compare("resolve \(code)", try reader.resolve(kind, code), isNamed ? [id] : [])
      compare("one \(code)", (try? reader.one(kind, code)) == id, isNamed)
    }
    return found
  }

  /// Figures over dependents that differ from those of what may be seen, in lists and in filters.
  private func figures(_ reader: Reader, _ seen: Seen) throws -> [String] {
    var found: [String] = []
    let counted: [(path: String, kind: Kind)] = [
      ("contacts", .contact), ("care_cards", .careCard), ("comments", .comment),
      ("contracts", .contract), ("orders", .order),
    ]
    var query = Query(.customer)
    try reader.rows(query, reader.columns(counted.map { $0.path + ".count" }, of: .customer)) {
      id, values in
      for (value, (path, kind)) in zip(values, counted) {
        let right = seen.live(kind) { $0["customer"].integer == id }.count
        if value != .integer(Int64(right)) { found.append("\(path) of \(id): \(value)") }
      }
    }
    for (path, kind) in counted {
      let right = seen.live(.customer) { customer in
        !seen.live(kind) { $0["customer"].integer == customer.id }.isEmpty
      }
      for mode in [FilterContext.Mode.page, .whole] {
        query.conditions = [try Expression(parsing: "\(path).count >= 1")]
        let told = try reader.ids(query, mode: mode)
        if told != right { found.append("\(path) >= 1: \(told), not \(right)") }
      }
    }
    query.conditions = []
    query.words = "ban ghi"
    let words = try reader.ids(query).sorted()
    if words != seen.live(.customer) { found.append("words: \(words)") }
    // A contact's name finds its customer.
    query.words = "lien he"
    let lent = try reader.ids(query).sorted()
    let right = seen.live(.customer) { customer in
      !seen.live(.contact) { $0["customer"].integer == customer.id }.isEmpty
    }
    if lent != right { found.append("words of contacts: \(lent), not \(right)") }
    return found
  }

  private func wrongEdits(
    _ writer: Writer, _ kind: Kind, _ reference: AccessReference, _ user: Int64
  ) throws -> [String] {
    let entity = Catalogue.entity(kind)
    let names = ["description", "note", "content", "text", "price"]
    guard let position = names.compactMap(entity.position(of:)).first else { return ["no field"] }
    let value = entity.fields[position].name == "price" ? Value.integer(2000) : .text("Đã sửa")
    var found: [String] = []
    for (id, record) in reference.records[kind] ?? [:] where !record.isDeleted {
      var refusal: CRMError?
      do { try writer.edit(kind, id, [(position, value)]) } catch let error as CRMError {
        refusal = error
      }
      if let refusal, refusal.kind != .notPermitted { found.append("\(kind) \(id): \(refusal)") }
      if (refusal == nil) != reference.changes(user, kind, id) {
        found.append("\(kind) \(id) is \(refusal == nil ? "changed" : "refused")")
      }
    }
    return found
  }
}
