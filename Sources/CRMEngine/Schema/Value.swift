/// A stored value of one field: what SQLite holds, or the ids of a link table.
public enum Value: Hashable, Sendable {
  case null
  /// Whole numbers, đồng, flags, instants, ids, and decimals times 10,000.
  case integer(Int64)
  /// Texts, days (`2026-12-20`), choice keys.
  case text(String)
  /// The ids of the records a `references` field names, ascending.
  case list([Int64])

  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  /// Whether nothing is held: null, or no ids.
  public var isBlank: Bool { isNull || self == .list([]) }

  /// The integer, or nil for any other value.
  public var integer: Int64? {
    if case .integer(let value) = self { return value }
    return nil
  }

  /// The text, or nil for any other value.
  public var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  /// The ids, empty for any other value.
  public var list: [Int64] {
    if case .list(let ids) = self { return ids }
    return []
  }
}
