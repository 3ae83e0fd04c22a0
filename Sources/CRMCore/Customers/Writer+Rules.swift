import CRMCatalogue
import CRMValues

extension Writer {
  /// The rules as they are now.
  func rules() throws -> CustomerRules {
    if let known = customerRules { return known }
    let read = try CustomerRules(cache)
    customerRules = read
    return read
  }

  /// Notes the customers that a written record may have brought a rule to bear on: itself, those
  /// it refers to, those whose score it changed.
  func noteForRules(_ entity: Entity, id: Int64, old: Record?, new: [Value]?) throws {
    if entity.kind == .tier || entity.kind == .commonRule { customerRules = nil }
    guard drawsConsequences, !isApplyingRules, try !rules().isEmpty else { return }
    switch entity.kind {
    case .customer:
      if new != nil { ruledCustomers.insert(id) }
    case .group:
      try noteForRules("SELECT record FROM customer_groups WHERE target = ?", id)
    case .transactionType:
      try noteForRules("SELECT customer FROM dealing WHERE type = ?", id)
    case .orderLine:
      guard let position = entity.position(of: "order") else { return }
      for order in [old?.values[position].integer, new?[position].integer].compactMap({ $0 }) {
        try noteForRules("SELECT customer FROM sales_order WHERE id = ?", order)
      }
    default:
      for (position, field) in entity.fields.enumerated() where field.kind == .reference(.customer)
      {
        if let customer = old?.values[position].integer { ruledCustomers.insert(customer) }
        if let customer = new?[position].integer { ruledCustomers.insert(customer) }
      }
    }
  }

  private func noteForRules(_ sql: String, _ id: Int64) throws {
    let find = try cache.statement(sql)
    find.bind(1, id)
    while try find.step() { ruledCustomers.insert(find.integer(0)) }
  }

  /// Applies the rules to the customers that were noted.
  func settleRules() throws {
    guard !ruledCustomers.isEmpty else { return }
    let ids = ruledCustomers.sorted()
    ruledCustomers.removeAll()
    isApplyingRules = true
    defer { isApplyingRules = false }
    for start in stride(from: 0, to: ids.count, by: 10_000) {
      let part = Array(ids[start..<min(start + 10_000, ids.count)])
      try settleTiers(part)
      try settleCommon(part)
    }
  }

  private func settleTiers(_ ids: [Int64]) throws {
    let rules = try rules().tiers
    guard !rules.isEmpty else { return }
    var best: [Int64: CustomerRules.Rule] = [:]
    var lost: Set<Int64> = []
    for rule in rules {
      let holds = try matches(rule, among: ids)
      for id in holds where best[id] == nil { best[id] = rule }
      if rule.demotes {
        let holders = try holders(of: rule, among: ids)
        lost.formUnion(
          holders.subtracting(holds).filter { keptCustomers?.keeps("tier", of: $0) != true })
      }
    }
    for id in Set(best.keys).union(lost).sorted() {
      try give(best[id], to: id, instead: lost.contains(id))
    }
  }

  private func settleCommon(_ ids: [Int64]) throws {
    var common: Set<Int64> = []
    for rule in try rules().common { common.formUnion(try matches(rule, among: ids)) }
    for id in common.sorted() { try makeCommon(id) }
  }

  private func holders(of rule: CustomerRules.Rule, among ids: [Int64]) throws -> Set<Int64> {
    let find = try cache.statement(
      "SELECT id FROM customer WHERE id IN (SELECT value FROM json_each(?)) AND tier = ? "
        + "AND deleted IS NULL")
    find.bind(1, "[" + ids.map(String.init).joined(separator: ",") + "]")
    find.bind(2, rule.id)
    var holders: Set<Int64> = []
    while try find.step() { holders.insert(find.integer(0)) }
    return holders
  }

  /// Promotes a customer to the tier of a rule; in place of a tier it has lost, also to a lower
  /// one or to none.
  func give(_ rule: CustomerRules.Rule?, to customer: Int64, instead: Bool) throws {
    guard let position = entity(.customer).position(of: "tier"),
      let record = try record(.customer, customer)
    else { return }
    let tier = rule.map { Value.integer($0.id) } ?? .null
    try follow(record, [(position, tier)], lowers: instead)
  }

  func makeCommon(_ customer: Int64) throws {
    guard let position = entity(.customer).position(of: "common"),
      let record = try record(.customer, customer)
    else { return }
    try follow(record, [(position, .integer(1))])
  }
}
