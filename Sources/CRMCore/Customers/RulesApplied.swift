import CRMEngine
import CRMValues

/// What applying a rule to all customers came to.
public struct AppliedRule: Sendable {
  /// The tier or the rule.
  public let name: String
  /// How many customers it brought in.
  public var gained = 0
  /// How many a tier lost.
  public var lost = 0
}

extension Writer {
  /// Gives every customer the highest automatic tier whose condition holds where that is above
  /// the one it has, and takes tiers back that say so themselves (RULES 4.6, `tier apply`).
  ///
  /// - Throws: ``CRMError`` that names the tier whose condition cannot be asked.
  public func applyTiers() throws -> [AppliedRule] {
    try permitConfiguring()
    let customers = try rules(CustomerRules.self)
    let rules = try customers.automaticRules().tiers
    var applied = rules.map { AppliedRule(name: $0.name) }
    isApplyingRules = true
    defer { isApplyingRules = false }
    var lost: [Int64: Int] = [:]
    for (index, rule) in rules.enumerated() where rule.demotes {
      let holds = Expression.comparison(
        Comparison(FieldPath("tier"), .compare(.equals, Literal(rule.code))))
      for id in try found(rule, [holds, .not(rule.condition)]) { lost[id] = index }
    }
    var given: Set<Int64> = []
    for (index, rule) in rules.enumerated() {
      var ids = try found(rule, [rule.condition, Writer.isBelow(rule)])
      let losers = lost.filter { $0.value < index }.keys.sorted()
      if !losers.isEmpty { ids += try matches(rule, among: losers) }
      for id in ids where given.insert(id).inserted {
        try customers.give(rule, to: id, instead: lost[id] != nil)
        applied[index].gained += 1
      }
    }
    for (id, index) in lost.sorted(by: { $0.key < $1.key }) {
      if !given.contains(id) { try customers.give(nil, to: id, instead: true) }
      applied[index].lost += 1
    }
    return applied
  }

  /// Makes every customer common that satisfies an active rule (`customer common apply`).
  ///
  /// - Throws: ``CRMError`` that names the rule whose condition cannot be asked.
  public func applyCommonRules() throws -> [AppliedRule] {
    try permitConfiguring()
    isApplyingRules = true
    defer { isApplyingRules = false }
    let customers = try rules(CustomerRules.self)
    return try customers.automaticRules().common.map { rule in
      AppliedRule(name: rule.name, gained: try apply(rule, customers))
    }
  }

  /// Makes everybody common who meets a rule, and returns how many.
  private func apply(_ rule: AutomaticRules.Rule, _ customers: CustomerRules) throws -> Int {
    let ids = try found(rule, [rule.condition, Writer.isNotCommon])
    for id in ids { try customers.makeCommon(id) }
    return ids.count
  }

  /// Gives an automatic tier that is new, or has changed, to everybody who meets its condition and
  /// is below it; who no longer meets one that demotes loses it.
  func applyTier(_ id: Int64) throws {
    let customers = try rules(CustomerRules.self)
    guard drawsConsequences, !isApplyingRules,
      let rule = try customers.automaticRules().tiers.first(where: { $0.id == id })
    else { return }
    isApplyingRules = true
    defer { isApplyingRules = false }
    if rule.demotes {
      let holds = Expression.comparison(
        Comparison(FieldPath("tier"), .compare(.equals, Literal(rule.code))))
      for id in try found(rule, [holds, .not(rule.condition)]) { customers.ruled.insert(id) }
    }
    let ids = try found(rule, [rule.condition, Writer.isBelow(rule)])
    for id in ids { try customers.give(rule, to: id, instead: false) }
    note(
      Label(
        "\(rule.name): \(ids.count) \(ids.count == 1 ? "customer has" : "customers have") it now.",
        vi: "\(rule.name): \(ids.count.counted(.vi)) khách hàng được xếp vào."))
  }

  /// Makes everybody common who meets a rule that is new or has changed.
  func applyCommonRule(_ id: Int64) throws {
    let customers = try rules(CustomerRules.self)
    guard drawsConsequences, !isApplyingRules,
      let rule = try customers.automaticRules().common.first(where: { $0.id == id })
    else { return }
    isApplyingRules = true
    defer { isApplyingRules = false }
    let count = try apply(rule, customers)
    note(
      Label(
        "\(rule.name): \(count.counted(.en)) \(count == 1 ? "customer is" : "customers are") "
          + "common now.",
        vi: "\(rule.name): \(count.counted(.vi)) khách hàng thành khách hàng chung."))
  }

  /// The condition that a customer has no tier, or a lower one than that of a rule.
  private static func isBelow(_ rule: AutomaticRules.Rule) -> Expression {
    .any([
      .comparison(Comparison(FieldPath("tier"), .isEmpty)),
      .comparison(
        Comparison(FieldPath("tier", "rank"), .compare(.less, Literal(String(rule.rank))))),
    ])
  }

  private static var isNotCommon: Expression {
    .comparison(Comparison(FieldPath("common"), .compare(.differs, Literal("yes"))))
  }

  /// Returns the names of the active rules that make a customer common.
  public func commonRules(holdingOf customer: Int64) throws -> [String] {
    try rules(CustomerRules.self).automaticRules().common.filter {
      try matches($0, among: [customer]) == [customer]
    }.map(\.name)
  }

  private func found(_ rule: AutomaticRules.Rule, _ conditions: [Expression]) throws -> [Int64] {
    var query = Query(.customer)
    query.conditions = conditions
    do { return try ids(query) } catch let error as CRMError where error.isRefusal {
      throw CRMError(
        error.kind,
        Label(
          "\(rule.name): \(error.message.en)", vi: "\(rule.name): \(error.message.vi)"),
        hints: error.hints)
    }
  }
}
