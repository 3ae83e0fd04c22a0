import CRMEngine
import CRMValues

/// What a customer's tier takes off the price of what the customer buys (RULES 9.6).
public struct TierDiscount: Sendable {
  /// The name of the tier.
  public let tier: String
  /// As lines have it.
  public let percent: Value
}

extension Reader {
  /// Returns the discount for lines that do not say their own; nil where it is none: for a
  /// purchase, a customer without tier, a tier without discount or in the trash.
  public func tierDiscount(ofDocument id: Int64, _ kind: Kind) throws -> TierDiscount? {
    guard let document = try record(kind, id), try document[OrderField.kind].text == "sale",
      let customer = try document[OrderField.customer].integer,
      let tier = try record(.customer, customer)?[CustomerField.tier].integer,
      let found = try record(.tier, tier), !found.isDeleted,
      let percent = try found[TierField.discount].integer, percent != 0
    else { return nil }
    return TierDiscount(tier: try label(.tier, tier), percent: .integer(percent))
  }
}
