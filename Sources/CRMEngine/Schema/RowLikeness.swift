/// By what a row without a code is known to be a record that an earlier import brought in.
public struct RowLikeness: Hashable, Sendable {
  /// Fields that must all agree.
  public let fields: [String]
  /// Fields of which one must agree, where the row fills any.
  public let one: [String]
  /// Whether the row is that record; else it comes in, and that it may be the same is told.
  public let isSame: Bool

  public init(_ fields: [String], one: [String] = [], isSame: Bool) {
    self.fields = fields
    self.one = one
    self.isSame = isSame
  }
}
