import CRMEngine
import CRMValues

/// What comes to be of customers by itself as soon as a condition holds: automatic tiers, and
/// common customers by rule (RULES 4.6, 4.8).
struct AutomaticRules {
  struct Rule {
    /// The record of the rule: a tier or a common-customer rule.
    let id: Int64
    let code: String
    let name: String
    let condition: Expression
    let rank: Int64
    /// Whether the tier is taken back when its condition no longer holds.
    let demotes: Bool
  }

  /// The automatic tiers, the highest rank first: where several conditions hold it wins.
  let tiers: [Rule]
  let common: [Rule]

  var isEmpty: Bool { tiers.isEmpty && common.isEmpty }

  init(_ cache: StatementCache) throws {
    tiers = try AutomaticRules.rules(
      cache,
      """
      SELECT id, code, name, condition, rank, demotes FROM tier
      WHERE automatic = 1 AND deleted IS NULL AND condition IS NOT NULL
      ORDER BY coalesce(rank, 0) DESC, id
      """)
    common = try AutomaticRules.rules(
      cache,
      """
      SELECT id, code, name, condition, 0, 0 FROM common_rule
      WHERE active = 1 AND deleted IS NULL ORDER BY id
      """)
  }

  private static func rules(_ cache: StatementCache, _ sql: String) throws -> [Rule] {
    let statement = try cache.statement(sql)
    var rules: [Rule] = []
    while try statement.step() {
      guard let text = statement.text(3), let condition = try? Expression(parsing: text) else {
        continue
      }
      rules.append(
        Rule(
          id: statement.integer(0), code: statement.text(1) ?? "", name: statement.text(2) ?? "",
          condition: condition, rank: statement.value(4).integer ?? 0,
          demotes: statement.integer(5) == 1))
    }
    return rules
  }
}

extension Reader {
  /// Returns which of some customers satisfy a rule.
  ///
  /// A rule that no longer can be asked, because it names what has been deleted since, holds of
  /// nobody: it must not stop the work of the day. `tier apply` and `common apply` say so.
  func matches(_ rule: AutomaticRules.Rule, among ids: [Int64]) throws -> [Int64] {
    var query = Query(.customer)
    query.ids = ids
    query.conditions = [rule.condition]
    do { return try self.ids(query, mode: .page) } catch let error as CRMError
      where error.kind == .request
    {
      return []
    }
  }
}
