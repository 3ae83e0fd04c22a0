import CRMValues

/// The fields of a customer that follow from what happens to it, and how events move them.
///
/// The log keeps every event, also one that moved nothing, so that taking back an operation can
/// work out the field anew from the operations that still stand: a customer is approached as
/// long as one of its dealings stands, in whatever order the others are taken back.
final class FollowedFields {
  static let names: Set<String> = ["level", "last_contact", "tier", "common"]

  private let cache: StatementCache
  private lazy var signedReturns = Result { try cache.setting(.signedReturns) }

  init(_ cache: StatementCache) { self.cache = cache }

  /// Whether a dealing takes back "signed".
  func takesBackSigned() throws -> Bool { try signedReturns.get() }

  /// Returns what a field holds after an event.
  func moved(_ field: String, _ value: Value, by event: Value) throws -> Value {
    switch field {
    case "level":
      return FollowedFields.level(value, after: event, takesBack: try takesBackSigned())
    case "last_contact": return FollowedFields.contact(value, after: event)
    case "tier": return try rank(value) >= rank(event) ? value : event
    default: return event
    }
  }

  /// Returns the rank of a tier, that of none below all.
  private func rank(_ tier: Value) throws -> Int64 {
    guard let id = tier.integer else { return .min }
    let find = try cache.statement("SELECT coalesce(rank, 0) FROM tier WHERE id = ?")
    find.bind(1, id)
    return try find.firstInteger() ?? .min + 1
  }

  /// Returns what a field holds after an event of the log. Only a tier is ever taken back, which
  /// shows in the lower one it was changed to.
  private func replayed(
    _ field: String, _ value: Value, by change: ChangeBody.Change
  ) throws -> Value {
    if field == "tier", let old = change.old, try rank(change.new) < rank(old) {
      return change.new
    }
    return try moved(field, value, by: change.new)
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

  /// Works out the followed fields of a customer from the operations that stand: its first
  /// values, what people set since, and the events, in the order of the log.
  ///
  /// - Parameters:
  ///   - record: the customer as it is.
  ///   - stands: whether an operation stands.
  /// - Returns: values by field position, those without a logged change left out.
  func replayed(
    _ record: Record, _ stands: (Int64) throws -> Bool
  ) throws -> [Int: Value] {
    let entity = Catalogue.entity(.customer)
    let rows = try cache.statement(
      "SELECT operation, action, fields FROM change WHERE kind = ? AND record = ? "
        + "AND action IN (2, 7) ORDER BY id")
    rows.bind(1, record.kind.number)
    rows.bind(2, record.id)
    var found: [(operation: Int64, isEvent: Bool, change: ChangeBody.Change)] = []
    while try rows.step() {
      let isEvent = rows.integer(1) == ChangeAction.follow.rawValue
      for change in try ChangeBody.read(rows.text(2) ?? "{}", of: entity)
      where FollowedFields.names.contains(entity.fields[change.position].name) {
        found.append((rows.integer(0), isEvent, change))
      }
    }
    var values: [Int: Value] = [:]
    for entry in found where values[entry.change.position] == nil {
      if let old = entry.change.old { values[entry.change.position] = old }
    }
    for entry in found {
      let position = entry.change.position
      let known = values[position] ?? record.values[position]
      guard try stands(entry.operation) else {
        values[position] = known
        continue
      }
      values[position] =
        entry.isEvent
        ? try replayed(entity.fields[position].name, known, by: entry.change) : entry.change.new
    }
    return values
  }
}
