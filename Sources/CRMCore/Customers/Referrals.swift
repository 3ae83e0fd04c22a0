import CRMEngine
import CRMValues

/// A customer in the tree of those whom a customer referred (RULES 6.4).
public struct Referral: Hashable, Sendable {
  public let code: String
  public let name: String
  /// The code of the customer who referred it.
  public let referrer: String
  /// The name of its relationship, the "trạng thái" of RULES 6.4.
  public let relationship: String?
  /// The sum of its orders that count (``Revenue``), in đồng.
  public let revenue: Int64
  /// Seconds since 1970 UTC.
  public let created: Int64
  /// How far below the customer it stands; 1 for whom the customer itself referred.
  public let level: Int
  /// Whether it is the last of its referrer's, and before that the same of the referrers above it,
  /// as far as ``drawnLevels``.
  public let lastOfItsBranch: [Bool]
  /// Whether it stands elsewhere in the tree already, where the records refer in a circle: what it
  /// referred is not told again.
  public let isRepeated: Bool

  /// How much of a deep tree is drawn.
  static let drawnLevels = 24
}

extension Reader {
  /// Hands over all whom a customer referred, and whom they referred in turn, each after its
  /// referrer; the earliest first.
  public func referrals(
    of customer: Int64, _ body: (Referral) throws -> Void
  ) throws {
    var seen: Set<Int64> = [customer]
    var branches = [try referred(by: customer)]
    var path = [try label(.customer, customer)]
    var lasts: [Bool] = []
    while let branch = branches.last {
      guard let next = branch.first else {
        branches.removeLast()
        path.removeLast()
        _ = lasts.popLast()
        continue
      }
      branches[branches.count - 1].removeFirst()
      let isLast = branch.count == 1
      let isRepeated = !seen.insert(next.id).inserted
      try body(
        Referral(
          code: next.code, name: next.name, referrer: path[path.count - 1],
          relationship: next.relationship, revenue: next.revenue, created: next.created,
          level: path.count,
          lastOfItsBranch: lasts.suffix(Referral.drawnLevels - 1) + [isLast],
          isRepeated: isRepeated))
      guard !isRepeated else { continue }
      branches.append(try referred(by: next.id))
      path.append(next.code)
      lasts.append(isLast)
    }
  }

  private struct Referred {
    let id: Int64
    let code: String
    let name: String
    let relationship: String?
    let revenue: Int64
    let created: Int64
  }

  private func referred(by customer: Int64) throws -> ArraySlice<Referred> {
    let statement = try cache.statement(
      """
      SELECT c.id, c.code, c.name, r.name, c.created,
        (SELECT coalesce(\(Schema.sum("o.total")), 0) FROM sales_order o WHERE o.customer = c.id
          AND o.deleted IS NULL AND \(Entity.order.countingSQL(alias: "o")))
      FROM customer c LEFT JOIN relationship r ON r.id = c.relationship
      WHERE c.referrer = ? AND c.deleted IS NULL ORDER BY c.created, c.id
      """)
    statement.bind(1, customer)
    var found: [Referred] = []
    while try statement.step() {
      found.append(
        Referred(
          id: statement.integer(0), code: statement.text(1) ?? "", name: statement.text(2) ?? "",
          relationship: statement.text(3),
          revenue: try statement.sum(5, Entity.customer.called(statement.text(1) ?? "")),
          created: statement.integer(4)))
    }
    return found[...]
  }
}
