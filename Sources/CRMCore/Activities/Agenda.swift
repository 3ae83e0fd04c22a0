import CRMEngine
import CRMValues

/// What somebody has to do, by day: open tasks, appointments, promised calls, cards that are due,
/// contracts that end (RULES 15.5). A kind is in it by its declaration (`schedule`).
public struct Agenda {
  /// One thing to do.
  public struct Entry: Hashable, Sendable {
    public let time: PlannedTime
    public let kind: Kind
    public let id: Int64
    /// Whether it is one of those to come of a record that comes again.
    public var isComing = false
  }

  private let reader: Reader
  private let user: Int64?

  /// - Parameter user: whose agenda it is; nil for everybody's.
  public init(_ reader: Reader, of user: Int64?) {
    self.reader = reader
    self.user = user
  }

  /// The kinds that stand in time, in the order of the catalogue.
  public static func kinds(_ catalogue: Catalogue) -> [Kind] {
    catalogue.nounKinds.filter { catalogue.entity($0).schedule != nil }
  }

  /// Returns what is open and due by a day, the earliest first, overdue included.
  ///
  /// - Parameters:
  ///   - kinds: only these; all that stand in time where nil.
  ///   - first: leaves out what was due before this day; nil for nothing.
  public func entries(
    through last: Day, from first: Day? = nil, of kinds: [Kind]? = nil
  ) throws -> [Entry] {
    var found: [Entry] = []
    for kind in kinds ?? Agenda.kinds(reader.catalogue) {
      try gather(reader.entity(kind), through: last, from: first, &found)
    }
    return found.sorted { ($0.time, $0.kind.number, $0.id) < ($1.time, $1.kind.number, $1.id) }
  }

  private func gather(
    _ entity: Entity, through last: Day, from first: Day?, _ found: inout [Entry]
  ) throws {
    guard let schedule = entity.schedule, let status = entity.field(schedule.status) else { return }
    let zone = reader.moment.zone
    let column = "t.\"\(schedule.at)\""
    let sql = """
      SELECT \(column), t.id FROM \(entity.table) t WHERE \(mine(entity))\
      t."\(schedule.status)" IN (\(status.list(of: .open))) \
      AND \(column) < ?1\(first == nil ? "" : " AND \(column) >= ?2") AND +t.deleted IS NULL
      """
    let statement = try reader.cache.statement(sql)
    // A day more on both sides: clocks elsewhere stand otherwise than those of the storage form.
    statement.bind(1, last.adding(days: 2).iso)
    if let first { statement.bind(2, first.adding(days: -1).iso) }
    while try statement.step() {
      guard let time = statement.text(0).flatMap({ PlannedTime(storage: $0) }) else { continue }
      let day = time.day(in: zone)
      guard day <= last, first.map({ day >= $0 }) ?? true else { continue }
      found.append(Entry(time: time, kind: entity.kind, id: statement.integer(1)))
    }
    if let rule = schedule.recurrence {
      try gatherComing(entity, schedule, rule, last, first, &found)
    }
  }

  /// How often one series comes within an agenda at most.
  private static let most = 1000

  /// Adds the times to come of what comes again; they are stored nowhere.
  private func gatherComing(
    _ entity: Entity, _ schedule: Schedule, _ rule: String, _ last: Day, _ first: Day?,
    _ found: inout [Entry]
  ) throws {
    guard let status = entity.field(schedule.status), let series = try Series(entity, reader.moment)
    else { return }
    let statement = try reader.cache.statement(
      """
      SELECT t.id FROM \(entity.table) t WHERE \(mine(entity))t."\(rule)" IS NOT NULL \
      AND t."\(schedule.status)" IN (\(status.list(of: .open))) AND +t.deleted IS NULL
      """)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    for id in ids {
      guard let record = try reader.record(entity.kind, id) else { continue }
      let start = max(first ?? reader.moment.today, reader.moment.today)
      for time in try series.coming(record.values, in: start, through: last, limit: Agenda.most) {
        found.append(Entry(time: time, kind: entity.kind, id: id, isComing: true))
      }
    }
  }

  /// Whose they are: those who carry it out, else the owner, else that of the customer.
  private func mine(_ entity: Entity) -> String {
    guard let user else { return "" }
    if let field = entity.fields.first(where: { $0.road == .performer && $0.isLinked }) {
      return
        "t.id IN (SELECT record FROM \(entity.table)_\(field.name) WHERE target = \(user)) AND "
    }
    guard let owner = entity.ownerPosition else { return "0 AND " }
    let column = "t.\"\(entity.fields[owner].name)\""
    guard entity.traits.contains(.ownedAlong),
      let holder = entity.fields.first(where: { $0.belongs && $0.target == .customer })
    else { return "\(column) = \(user) AND " }
    return "(\(column) = \(user) OR \(column) IS NULL AND t.\"\(holder.name)\" IN "
      + "(SELECT s.id FROM customer s WHERE s.owner = \(user))) AND "
  }
}
