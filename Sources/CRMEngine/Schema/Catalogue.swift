/// The ordered list of every kind. Imports of a whole workbook, exports of everything and the
/// schema follow its order: what is referred to comes first.
public enum Catalogue {
  /// Every kind, what is referred to before what refers to it.
  public static let order: [Kind] = [
    .customField, .unit, .role, .roleRight, .user, .userGroup, .source, .group, .relationship,
    .transactionType,
    .tier, .commonRule, .tag, .productGroup, .paymentMethod, .customer, .contact, .comment,
    .product, .order,
    .orderLine, .careCard, .transaction, .contract, .view, .importMapping, .share,
    .setting,
  ]

  /// Returns the declaration of a kind. Only the asked one is built.
  public static func entity(_ kind: Kind) -> Entity {
    switch kind {
    case .unit: return .unit
    case .user: return .user
    case .userGroup: return .userGroup
    case .role: return .role
    case .roleRight: return .roleRight
    case .source: return .source
    case .group: return .group
    case .relationship: return .relationship
    case .transactionType: return .transactionType
    case .tier: return .tier
    case .commonRule: return .commonRule
    case .tag: return .tag
    case .productGroup: return .productGroup
    case .paymentMethod: return .paymentMethod
    case .customer: return .customer
    case .contact: return .contact
    case .product: return .product
    case .order: return .order
    case .orderLine: return .orderLine
    case .careCard: return .careCard
    case .transaction: return .transaction
    case .contract: return .contract
    case .comment: return .comment
    case .view: return .view
    case .importMapping: return .importMapping
    case .share: return .share
    case .setting: return .setting
    case .customField: return .customField
    }
  }

  /// The kinds that are nouns of the command line, in order.
  public static var nouns: [Kind] { order.filter { entity($0).isNoun } }

  /// The aggregates a kind offers to filters: every kind that refers to it by one field, under
  /// its plural name (`orders`, `contacts`, `care_cards`).
  public static func referrers(to kind: Kind) -> [(name: String, entity: Entity, field: Field)] {
    var found: [(String, Entity, Field)] = []
    for other in order {
      let entity = entity(other)
      guard !entity.traits.contains(.internal) else { continue }
      for field in entity.fields {
        if case .reference(kind) = field.kind, field.onDelete == .withParent {
          found.append((plainName(entity.plural.en), entity, field))
        }
      }
    }
    return found
  }
}

extension Catalogue {
  /// Returns the noun of the given word, plural and underscores forgiven.
  public static func noun(_ word: String) -> Kind? {
    let dashed = String(word.map { $0 == "_" ? "-" : $0 }).lowercased()
    return Kind(rawValue: dashed).flatMap { entity($0).isNoun ? $0 : nil }
  }
}
