import CRMEngine

/// How events move the fields of a customer that follow from its dealings.
extension CustomerRules {
  func moved(_ field: Field, _ value: Value, by event: Value) throws -> Value {
    switch CustomerField(rawValue: field.name) {
    case .level:
      return CustomerRules.level(value, after: event, takesBack: try signedReturns.get())
    case .lastContact: return CustomerRules.contact(value, after: event)
    case .tier: return try rank(value) >= rank(event) ? value : event
    default: return event
    }
  }

  /// Only a tier is ever taken back, which shows in the lower one it was changed to.
  func replayed(_ field: Field, _ value: Value, by change: ChangeBody.Moved) throws -> Value {
    if field.name == CustomerField.tier.rawValue, let old = change.old,
      try rank(change.new) < rank(old)
    {
      return change.new
    }
    return try moved(field, value, by: change.new)
  }

  /// Returns the rank of a tier, that of none below all.
  private func rank(_ tier: Value) throws -> Int64 {
    guard let id = tier.integer else { return .min }
    let find = try writer.cache.statement("SELECT coalesce(rank, 0) FROM tier WHERE id = ?")
    find.bind(1, id)
    return try find.firstInteger() ?? .min + 1
  }

  /// A contract that marks the customer as signed does so from every level; other dealings move
  /// it to "approached" from every level but "signed".
  static func level(_ level: Value?, after event: Value, takesBack: Bool) -> Value {
    level == .text("signed") && !takesBack ? .text("signed") : event
  }

  /// The last contact only moves on.
  static func contact(_ day: Value?, after event: Value) -> Value {
    guard let known = day?.text, let new = event.text, known >= new else { return event }
    return .text(known)
  }

  /// Notes that the customer was approached by a new dealing.
  func approach(_ customer: Int64) throws {
    consequences.approach(customer, takesBack: try signedReturns.get())
  }

  /// Notes a contact on a day, never one that is still to come.
  func contact(_ customer: Int64, on day: String?) {
    let today = writer.moment.today.iso
    consequences.contact(customer, on: min(day ?? today, today))
  }
}
