/// Names a kind of record: the noun on the command line, the `kind` in the database.
///
/// References between kinds are by this name, never by the declaration itself, because mutually
/// referring static values never finish their first use.
public enum Kind: String, CaseIterable, Hashable, Sendable {
  case unit
  case user
  case userGroup = "user-group"
  case role
  case roleRight = "role-right"
  case source
  case group
  case relationship
  case transactionType = "transaction-type"
  case tier
  case commonRule = "common-rule"
  case tag
  case productGroup = "product-group"
  case paymentMethod = "payment-method"
  case customer
  case contact
  case product
  case order
  case orderLine = "order-line"
  case careCard = "care-card"
  case transaction
  case contract
  case comment
  case view
  case importMapping = "import-mapping"
  case share
  case setting
  case customField = "field"

  /// The number that stands for the kind in the operation log. Numbers are frozen: a log
  /// written by an older release is read by a newer one.
  public var number: Int64 {
    switch self {
    case .unit: return 1
    case .user: return 2
    case .role: return 3
    case .source: return 4
    case .group: return 5
    case .relationship: return 6
    case .transactionType: return 7
    case .tier: return 8
    case .tag: return 9
    case .productGroup: return 10
    case .paymentMethod: return 11
    case .customer: return 12
    case .contact: return 13
    case .product: return 14
    case .order: return 15
    case .orderLine: return 16
    case .careCard: return 17
    case .transaction: return 18
    case .view: return 19
    case .share: return 20
    case .importMapping: return 21
    case .setting: return 22
    case .customField: return 23
    case .userGroup: return 25
    case .contract: return 26
    case .commonRule: return 31
    case .comment: return 32
    case .roleRight: return 33
    }
  }

  /// How long a list is that has a place for every number; numbers may have gaps.
  public static let slots = 1 + Int(Kind.allCases.map(\.number).max() ?? 0)

  /// Returns the kind with the given log number, or nil where this release does not know it.
  public init?(number: Int64) {
    guard let kind = Kind.allCases.first(where: { $0.number == number }) else { return nil }
    self = kind
  }
}
