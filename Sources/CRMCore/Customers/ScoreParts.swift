import CRMEngine

/// What a customer's score is the sum of.
public struct ScoreParts: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let name: String
    /// How many completed transactions of the type; 1 for a group.
    public let count: Int64
    public let points: Int64
  }

  /// The groups the customer is in, with their points.
  public let groups: [Part]
  /// The types of its completed transactions, with the points of one.
  public let types: [Part]
  /// The lowest score of one star, two stars … five stars.
  public let thresholds: [Int64]

  /// Their sum, which a customer has only where 64 bits hold it.
  public var score: Int64 {
    let sum = (groups + types).reduce(Int128(0)) { $0 + Int128($1.count) * Int128($1.points) }
    return Int64(clamping: sum)
  }

  public var stars: Int64 { Int64(thresholds.filter { score >= $0 }.count) }

  /// Works out the parts for one customer.
  public init(_ reader: Reader, customer id: Int64) throws {
    groups = try ScoreParts.parts(
      reader, id,
      """
      SELECT g.name, 1, g.points FROM customer_groups l CROSS JOIN customer_group g
        ON g.id = l.target
      WHERE l.record = ? AND g.deleted IS NULL
      """)
    types = try ScoreParts.parts(
      reader, id,
      """
      SELECT t.name, count(*), t.points FROM dealing d JOIN transaction_type t ON t.id = d.type
      WHERE d.customer = ? AND d.deleted IS NULL AND d.status IN (\(TransactionField.done))
        AND t.deleted IS NULL
      GROUP BY t.id
      """)
    thresholds = try reader.setting(.starThresholds)
  }

  private static func parts(_ reader: Reader, _ id: Int64, _ sql: String) throws -> [Part] {
    let statement = try reader.cache.statement(sql)
    statement.bind(1, id)
    var parts: [Part] = []
    while try statement.step() {
      parts.append(
        Part(
          name: statement.text(0) ?? "", count: statement.integer(1),
          points: statement.value(2).integer ?? 0))
    }
    return parts
  }
}
