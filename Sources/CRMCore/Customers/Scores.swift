import CRMEngine
import CRMValues

/// The score of a customer: the points of its groups plus the points of the type of each of its
/// completed transactions; and the stars that follow from it (RULES 4.5).
struct Scores {
  /// The lowest score of one star, two stars … five stars.
  private(set) var thresholds: [Int64]
  private var thresholdsMayDiffer = false
  private var groupPoints: [Int64: Int64]?
  private var customers: Set<Int64> = []
  private var groups: Set<Int64> = []
  private var types: Set<Int64> = []

  init(_ cache: StatementCache) throws {
    thresholds = try cache.setting(.starThresholds)
  }

  /// How many customers wait for their score.
  var pending: Int { customers.count }

  /// Returns the stars of a score.
  func stars(_ score: Int64) -> Int64 { Int64(thresholds.filter { score >= $0 }.count) }

  /// Returns the points of groups by their ids.
  mutating func points(_ ids: [Int64], _ cache: StatementCache) throws -> Int128 {
    guard !ids.isEmpty else { return 0 }
    if groupPoints == nil {
      var all: [Int64: Int64] = [:]
      let statement = try cache.statement(
        "SELECT id, points FROM customer_group WHERE deleted IS NULL")
      while try statement.step() { all[statement.integer(0)] = statement.integer(1) }
      groupPoints = all
    }
    return ids.reduce(0) { $0 + Int128(groupPoints?[$1] ?? 0) }
  }

  mutating func touch(customer: Int64) { customers.insert(customer) }

  /// Whether a customer's score is worked out anew at the end, or may be.
  func isPending(_ customer: Int64) -> Bool {
    !groups.isEmpty || !types.isEmpty || customers.contains(customer)
  }

  /// Notes that a customer changed groups: where their points are the same, so is its score.
  mutating func touch(
    customer: Int64, from old: [Int64], to new: [Int64], _ cache: StatementCache
  ) throws {
    // What waits for a group reaches those who are in it then.
    if try groups.isEmpty && points(old, cache) == points(new, cache) { return }
    touch(customer: customer)
  }

  /// Notes that the points of a group, or whether it counts, changed.
  mutating func touch(group: Int64) { groups.insert(group) }

  /// Notes that groups were added or changed, so that their points are read again.
  mutating func forgetPoints() { groupPoints = nil }

  mutating func touch(type: Int64) { types.insert(type) }

  /// Notes that a setting changed, which may be the thresholds.
  mutating func forgetThresholds() { thresholdsMayDiffer = true }

  /// Brings every touched customer's score and stars up to date.
  mutating func settle(_ cache: StatementCache) throws {
    if thresholdsMayDiffer { try settleThresholds(cache) }
    try update(cache, "id = ?", customers, .customer)
    try update(
      cache, "id IN (SELECT record FROM customer_groups WHERE target = ?)", groups, .group)
    try update(
      cache, "id IN (SELECT customer FROM dealing WHERE type = ?)", types, .transactionType)
    customers = []
    groups = []
    types = []
  }

  /// Gives every customer its stars anew where the thresholds are others than before.
  private mutating func settleThresholds(_ cache: StatementCache) throws {
    thresholdsMayDiffer = false
    thresholds = try cache.setting(.starThresholds)
    let stars = Scores.starsSQL(thresholds, of: "score")
    try cache.statement("UPDATE customer SET stars = \(stars) WHERE stars <> \(stars)").run()
  }

  private func update(
    _ cache: StatementCache, _ condition: String, _ ids: Set<Int64>, _ entity: Entity
  ) throws {
    guard !ids.isEmpty else { return }
    let statement = try cache.statement(Scores.updateSQL(thresholds, where: condition))
    for id in ids.sorted() {
      statement.bind(1, id)
      do { try statement.run() } catch let error where PreparedStatement.isSumTooLarge(error) {
        let find = try cache.statement("SELECT code FROM \(entity.table) WHERE id = ?")
        find.bind(1, id)
        let code = try find.step() ? find.text(0) : nil
        find.reset()
        throw Scores.tooLarge(entity.called(code ?? ""))
      }
    }
  }

  /// Points that do not fit, which only amounts of older files can come to.
  ///
  /// - Parameter name: the customer, or whose points were to reach its customers.
  static func tooLarge(_ name: Label) -> CRMError {
    .sumTooLarge(Label("\(name.en), score", vi: "\(name.vi), điểm"))
  }

  /// Returns the statement that works out scores and stars anew for customers of a condition.
  static func updateSQL(_ thresholds: [Int64], where condition: String) -> String {
    let stars = starsSQL(thresholds, of: "points")
    return """
      UPDATE customer SET (score, stars) = (SELECT points, \(stars) FROM (SELECT
        \(pointsSQL) AS points))
      WHERE \(condition)
      """
  }

  /// The points of a row of the table of customers.
  static let pointsSQL = """
    (SELECT coalesce(\(Schema.sum("g.points")), 0) FROM customer_groups l
      JOIN customer_group g ON g.id = l.target
      WHERE l.record = customer.id AND g.deleted IS NULL)
    + (SELECT coalesce(\(Schema.sum("t.points")), 0) FROM dealing d
      JOIN transaction_type t ON t.id = d.type
      WHERE d.customer = customer.id AND d.deleted IS NULL AND d.status IN (\(TransactionField.done))
      AND t.deleted IS NULL)
    """

  private static func starsSQL(_ thresholds: [Int64], of score: String) -> String {
    "(" + thresholds.map { "(\(score) >= \($0))" }.joined(separator: " + ") + ")"
  }
}

extension CustomerRules {
  /// Moves the score and the stars of a customer that changes groups by the points of these, in
  /// the same row, unless they are worked out anew anyway.
  func moveScore(of customer: Record, _ values: inout [Value]) throws {
    let (groups, score) = (places.groups, places.score)
    guard customer.values[groups] != values[groups], let known = values[score].integer,
      !scores.isPending(customer.id)
    else { return }
    let before = try scores.points(customer.values[groups].list, writer.cache)
    let now = try scores.points(values[groups].list, writer.cache)
    guard let points = Int64(exactly: Int128(known) + now - before) else {
      throw Scores.tooLarge(Entity.customer.called(try writer.label(.customer, customer.id)))
    }
    values[score] = .integer(points)
    values[places.stars] = .integer(scores.stars(points))
  }
}
