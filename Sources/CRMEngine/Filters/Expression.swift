/// A filter (RULES 1.9) as a tree, before it is known what its names mean.
///
/// Two trees are equal when they say the same in the same shape; where they were written does
/// not count. ``text`` prints a tree so that ``init(parsing:)`` reads the same tree back.
public indirect enum Expression: Hashable, Sendable {
  /// Every part holds; two parts or more.
  case all([Expression])
  /// At least one part holds; two parts or more.
  case any([Expression])
  case not(Expression)
  case comparison(Comparison)

  /// Returns the conjunction of the parts: nil of none, the part itself of one.
  public static func all(of parts: [Expression]) -> Expression? {
    parts.count > 1 ? .all(parts) : parts.first
  }

  /// Returns the disjunction of the parts: nil of none, the part itself of one.
  public static func any(of parts: [Expression]) -> Expression? {
    parts.count > 1 ? .any(parts) : parts.first
  }

  /// Every comparison of the tree from left to right, those in brackets left out.
  public var comparisons: [Comparison] {
    switch self {
    case .all(let parts), .any(let parts): return parts.flatMap(\.comparisons)
    case .not(let part): return part.comparisons
    case .comparison(let comparison): return [comparison]
    }
  }
}

/// One test of one field, such as `orders[status = done].total >= 10tr`.
public struct Comparison: Hashable, Sendable {
  public let path: FieldPath
  public let test: Test

  public init(_ path: FieldPath, _ test: Test) {
    self.path = path
    self.test = test
  }

  /// What is asked of the field.
  public enum Test: Hashable, Sendable {
    /// A symbol and a value: `= 2..5`, `~ "nguyen"`.
    case compare(Symbol, Literal)
    /// `in (a, b)`; one value or more.
    case isIn([Literal])
    case isNotIn([Literal])
    case isEmpty
    case isNotEmpty
    /// `within 7d`.
    case isWithin(Literal)
    case isNotWithin(Literal)
  }

  public enum Symbol: String, CaseIterable, Sendable {
    case equals = "="
    case differs = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case contains = "~"
    case lacks = "!~"
  }
}

/// The way to a field: `stars`, `customer.owner.unit`, `orders[status = done].count`.
public struct FieldPath: Hashable, Sendable {
  /// One name of the way, with the condition in brackets behind it.
  public struct Step: Hashable, Sendable {
    public let name: String
    public let condition: Expression?
    public let place: SourcePlace

    public init(_ name: String, condition: Expression? = nil, place: SourcePlace = .none) {
      self.name = name
      self.condition = condition
      self.place = place
    }
  }

  /// One step or more.
  public let steps: [Step]

  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// Makes the way through the given names.
  public init(_ names: String...) {
    steps = names.map { Step($0) }
  }
}

/// A value as it was typed, without quotation marks.
public struct Literal: Hashable, Sendable {
  public let text: String
  public let place: SourcePlace

  public init(_ text: String, place: SourcePlace = .none) {
    self.text = text
    self.place = place
  }
}
