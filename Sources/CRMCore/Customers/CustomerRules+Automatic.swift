import CRMEngine
import CRMValues

extension CustomerRules {
  /// The rules as they are now.
  func automaticRules() throws -> AutomaticRules {
    if let known = knownAutomaticRules { return known }
    let read = try AutomaticRules(writer.cache)
    knownAutomaticRules = read
    return read
  }

  /// Notes customers that a written record may have brought a rule to bear on: itself, those it
  /// refers to, those whose score it changed.
  func noteForRules(_ customers: @autoclosure () throws -> [Int64]) throws {
    guard writer.drawsConsequences, !writer.isApplyingRules,
      try !automaticRules().isEmpty
    else { return }
    for id in try customers() { ruled.insert(id) }
  }

  /// Returns the customers that a query finds for an id.
  func customers(_ sql: String, _ id: Int64) throws -> [Int64] {
    let find = try writer.cache.statement(sql)
    find.bind(1, id)
    var found: [Int64] = []
    while try find.step() { found.append(find.integer(0)) }
    return found
  }

  /// Applies the rules to the customers that were noted.
  func settleAutomaticRules() throws {
    guard !ruled.isEmpty else { return }
    let ids = ruled.sorted()
    ruled.removeAll()
    writer.isApplyingRules = true
    defer { writer.isApplyingRules = false }
    for start in stride(from: 0, to: ids.count, by: 10_000) {
      let part = Array(ids[start..<min(start + 10_000, ids.count)])
      try settleTiers(part)
      try settleCommon(part)
    }
  }

  private func settleTiers(_ ids: [Int64]) throws {
    let rules = try automaticRules().tiers
    guard !rules.isEmpty else { return }
    var best: [Int64: AutomaticRules.Rule] = [:]
    var lost: Set<Int64> = []
    for rule in rules {
      let holds = try writer.matches(rule, among: ids)
      for id in holds where best[id] == nil { best[id] = rule }
      if rule.demotes {
        let holders = try holders(of: rule, among: ids)
        lost.formUnion(
          holders.subtracting(holds).filter { kept?.keeps(.tier, of: $0) != true })
      }
    }
    for id in Set(best.keys).union(lost).sorted() {
      try give(best[id], to: id, instead: lost.contains(id))
    }
  }

  private func settleCommon(_ ids: [Int64]) throws {
    var common: Set<Int64> = []
    for rule in try automaticRules().common {
      common.formUnion(try writer.matches(rule, among: ids))
    }
    for id in common.sorted() { try makeCommon(id) }
  }

  private func holders(of rule: AutomaticRules.Rule, among ids: [Int64]) throws -> Set<Int64> {
    let find = try writer.cache.statement(
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
  func give(_ rule: AutomaticRules.Rule?, to customer: Int64, instead: Bool) throws {
    guard let record = try writer.record(.customer, customer) else { return }
    let tier = rule.map { Value.integer($0.id) } ?? .null
    try writer.follow(record, [(places.tier, tier)], lowers: instead)
  }

  func makeCommon(_ customer: Int64) throws {
    guard let record = try writer.record(.customer, customer) else { return }
    try writer.follow(record, [(places.common, .integer(1))])
  }
}
