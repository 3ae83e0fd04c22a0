/// What counts as revenue (SPEC 7): sales that are neither drafts nor cancelled.
public enum Revenue {
  /// A field of a document and the choice keys with which the document counts.
  public struct Rule: Hashable, Sendable {
    public let field: String
    public let keys: [String]
  }

  /// Returns the rules of a kind's documents; none for kinds that are no revenue.
  public static func rules(for kind: Kind) -> [Rule] {
    switch kind {
    case .order:
      return [
        Rule(field: "kind", keys: ["sale"]),
        Rule(field: "status", keys: ["confirmed", "delivered"]),
      ]
    case .unit, .user, .userGroup, .role, .roleRight, .source, .group, .relationship,
      .transactionType,
      .tier, .commonRule, .tag, .productGroup, .paymentMethod, .customer, .contact, .product,
      .orderLine,
      .careCard, .transaction, .contract, .comment, .view, .importMapping, .share, .setting,
      .customField:
      return []
    }
  }

  /// Returns the rules of a kind as a condition in SQL.
  ///
  /// - Parameter field: the field whose rule is left out.
  static func sql(of kind: Kind, alias: String, except field: String? = nil) -> String {
    rules(for: kind).filter { $0.field != field }.map { rule in
      let keys = rule.keys.map { "'\($0)'" }.joined(separator: ", ")
      return "\(alias).\(Schema.quoted(rule.field)) IN (\(keys))"
    }.joined(separator: " AND ")
  }
}
