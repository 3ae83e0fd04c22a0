import CRMValues

/// One `--and`, `--or` or `--not` of the group filter (RULES 2.3).
public struct GroupClause: Hashable, Sendable {
  public enum Join: String, CaseIterable, Sendable {
    /// In every one of the groups.
    case and
    /// In at least one of the groups.
    case or
    /// Not in every one of the groups: outside of one of them is enough.
    case not
  }

  public let join: Join
  /// Names of groups, or conditions such as `province=Hà Nội`; one or more.
  public let operands: [String]

  public init(_ join: Join, _ operands: [String]) {
    self.join = join
    self.operands = operands
  }

  /// Returns the filter that all clauses together stand for, nil where there are none.
  ///
  /// - Throws: a ``CRMError`` of kind `request` for an operand that begins like a condition
  ///   but is none.
  public static func expression(_ clauses: [GroupClause]) throws -> Expression? {
    Expression.all(of: try clauses.compactMap { try $0.expression() })
  }

  private func expression() throws -> Expression? {
    let parts = try operands.map(Self.condition)
    switch join {
    case .and: return Expression.all(of: parts)
    case .or: return Expression.any(of: parts)
    case .not: return Expression.all(of: parts).map { .not($0) }
    }
  }

  /// Returns what one operand stands for: a condition where it begins with a field name and a
  /// sign of comparison, else membership in the group of that name.
  private static func condition(_ operand: String) throws -> Expression {
    var parser = FilterParser(operand)
    guard let (path, symbol) = try parser.takeOpening() else {
      return .comparison(
        Comparison(FieldPath("groups"), .compare(.equals, Literal(cleaned(operand)))))
    }
    let value = try parser.takeRest()
    return .comparison(Comparison(path, .compare(symbol, value)))
  }
}
