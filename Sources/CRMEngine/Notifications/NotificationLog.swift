import CRMValues

/// What one operation tells one user of records of one kind.
public struct NotificationEntry: Hashable, Sendable {
  /// By which the recipient knows it; each user's are counted from 1.
  public let number: Int64
  public let operation: Int64
  /// Seconds since 1970 UTC.
  public let time: Int64
  /// The login of who did it.
  public let actor: String
  public let event: NotificationEvent
  public let kind: Kind
  /// The record; nil where there are several.
  public let record: Int64?
  public let count: Int64
  /// What is said beside it: a reason.
  public let text: String?
  public let isRead: Bool
}

/// Which notifications are wanted; all that is given must hold.
public struct NotificationCriteria: Sendable {
  /// Nil for whatever event.
  public var events: [NotificationEvent]?
  public var kind: Kind?
  /// The login of who did it.
  public var from: String?
  public var days: Bounds<Day>?
  /// Whether those are wanted, too, of which the user has taken note.
  public var includesRead = false

  public init() {}
}

/// Reads what the acting user is told (RULES 8.5). What an operation tells that was undone is not
/// there, and is there again once it is redone.
public enum NotificationLog {
  // Read by an operation that stands.
  private static let isRead =
    "n.read IS NOT NULL AND NOT EXISTS (\(OperationLog.standingUndo(of: "n.read")))"
  private static let stands = "NOT EXISTS (\(OperationLog.standingUndo))"

  /// Returns the acting user's, newest first; none for who is no user.
  public static func list(
    _ reader: Reader, _ criteria: NotificationCriteria
  ) throws -> [NotificationEntry] {
    guard let user = reader.actor.user else { return [] }
    let (conditions, arguments) = conditions(criteria, reader.moment.zone)
    let statement = try reader.cache.statement(
      "SELECT n.number, n.operation, o.time, o.actor, n.event, n.kind, n.record, n.count, n.text, "
        + "\(isRead) FROM notification n JOIN operation o ON o.id = n.operation "
        + "WHERE \((["n.recipient = ?", stands] + conditions).joined(separator: " AND ")) "
        + "ORDER BY n.number DESC")
    for (place, value) in ([.integer(user)] + arguments).enumerated() {
      statement.bind(Int32(place + 1), value)
    }
    var found: [NotificationEntry] = []
    while try statement.step() {
      guard let event = NotificationEvent(rawValue: statement.text(4) ?? ""),
        let kind = reader.catalogue.kind(number: statement.integer(5))
      else { continue }
      found.append(
        NotificationEntry(
          number: statement.integer(0), operation: statement.integer(1),
          time: statement.integer(2), actor: statement.text(3) ?? "", event: event, kind: kind,
          record: statement.value(6).integer, count: statement.integer(7),
          text: statement.text(8), isRead: statement.integer(9) == 1))
    }
    return found
  }

  private static func conditions(
    _ criteria: NotificationCriteria, _ zone: Zone
  ) -> ([String], [Value]) {
    var conditions: [String] = []
    var arguments: [Value] = []
    func add(_ condition: String, _ value: Value) {
      conditions.append(condition)
      arguments.append(value)
    }
    if !criteria.includesRead { conditions.append("NOT (\(isRead))") }
    if let events = criteria.events {
      conditions.append("n.event IN (\(events.map { _ in "?" }.joined(separator: ",")))")
      arguments += events.map { .text($0.rawValue) }
    }
    if let kind = criteria.kind { add("n.kind = ?", .integer(kind.number)) }
    if let from = criteria.from { add("o.actor = ? COLLATE NOCASE", .text(from)) }
    if let first = criteria.days?.lower {
      add("o.time >= ?", .integer(Instant.startOfDay(first, in: zone).seconds))
    }
    if let last = criteria.days?.upper {
      add("o.time < ?", .integer(Instant.startOfDay(last.adding(days: 1), in: zone).seconds))
    }
    return (conditions, arguments)
  }
}
