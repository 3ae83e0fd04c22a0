/// A range of values, open or closed at either end or without an end.
public struct Bounds<Value: Comparable> {
  /// The lower end, nil when there is none.
  public let lower: Value?
  /// The upper end, nil when there is none.
  public let upper: Value?
  /// Whether the lower end itself belongs to the range; true where there is no end.
  public let lowerIncluded: Bool
  /// Whether the upper end itself belongs to the range; true where there is no end.
  public let upperIncluded: Bool

  public init(
    lower: Value? = nil, upper: Value? = nil, lowerIncluded: Bool = true,
    upperIncluded: Bool = true
  ) {
    self.lower = lower
    self.upper = upper
    self.lowerIncluded = lowerIncluded
    self.upperIncluded = upperIncluded
  }

  /// Makes the range of one value.
  public static func exactly(_ value: Value) -> Bounds {
    Bounds(lower: value, upper: value)
  }

  /// The value when the range has only one.
  public var onlyValue: Value? {
    lower == upper && lowerIncluded && upperIncluded ? lower : nil
  }

  public func contains(_ value: Value) -> Bool {
    if let lower, lowerIncluded ? value < lower : value <= lower { return false }
    if let upper, upperIncluded ? value > upper : value >= upper { return false }
    return true
  }
}

extension Bounds: Equatable where Value: Equatable {}
extension Bounds: Hashable where Value: Hashable {}
extension Bounds: Sendable where Value: Sendable {}

/// Reads a range of values: `10tr..50tr`, `2..`, `..5`, `<5`, `<=5`, `>5`, `>=5`, `5`.
///
/// Both ends of `a..b` belong to the range.
///
/// - Throws: what `parse` throws for an end, or a `CRMError` of kind `request` for a range
///   without ends or with the greater end first.
public func parseRange<Value: Comparable>(
  _ text: String, parse: (String) throws -> Value
) throws -> Bounds<Value> {
  switch try RangeShape(text) {
  case .single(let value): return .exactly(try parse(value))
  case .below(let value, let included):
    return Bounds(upper: try parse(value), upperIncluded: included)
  case .above(let value, let included):
    return Bounds(lower: try parse(value), lowerIncluded: included)
  case .between(let lower, let upper):
    let bounds = Bounds(lower: try lower.map(parse), upper: try upper.map(parse))
    if let lower = bounds.lower, let upper = bounds.upper, lower > upper {
      throw CRMError.backwardRange(text)
    }
    return bounds
  }
}
