import CRMCatalogue

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
    case .unit, .user, .userGroup, .role, .source, .group, .relationship, .transactionType,
      .tier, .tag, .productGroup, .paymentMethod, .customer, .contact, .product, .orderLine,
      .careCard, .transaction, .view, .importMapping, .share, .setting, .customField:
      return []
    }
  }
}
