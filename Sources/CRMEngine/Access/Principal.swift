/// With whom a record is shared: a user, a group of users, a unit, or everybody.
public enum Principal: Hashable, Sendable {
  case user(Int64)
  case group(Int64)
  case unit(Int64)
  case everybody

  package var kind: String {
    switch self {
    case .user: return "user"
    case .group: return "group"
    case .unit: return "unit"
    case .everybody: return "all"
    }
  }

  package var id: Int64 {
    switch self {
    case .user(let id), .group(let id), .unit(let id): return id
    case .everybody: return 0
    }
  }

  /// The kinds of which there are principals, each with its word in the database.
  static let kinds: [(word: String, kind: Kind)] = [
    ("user", .user), ("group", .userGroup), ("unit", .unit),
  ]

  /// Returns the word for principals that are records of a kind, nil where there are none.
  static func word(of kind: Kind) -> String? { kinds.first { $0.kind == kind }?.word }

  package init?(kind: String, id: Int64) {
    switch kind {
    case "user": self = .user(id)
    case "group": self = .group(id)
    case "unit": self = .unit(id)
    case "all": self = .everybody
    default: return nil
    }
  }
}

/// One share of a record.
public struct RecordShare: Hashable, Sendable {
  public let id: Int64
  public let principal: Principal
  /// `view` or `edit`.
  public let rights: String
}
