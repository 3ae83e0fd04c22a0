import CRMEngine
import CRMValues

/// One line of the history of shares and transfers: a whole transfer, however many owners it took
/// from and gave to; of a share, what one receiver got.
public struct TransferEntry: Hashable, Sendable {
  /// The number of the operation, by which `crm log show` and `crm undo` know it too.
  public let operation: Int64
  /// Seconds since 1970 UTC.
  public let time: Int64
  /// The login of who did it.
  public let actor: String
  public let action: Transfer.Action
  /// The former owners, none where there were none and for what is no transfer.
  public let from: [Int64]
  /// Who receives, or gives back; none where customers have no owner any more.
  public let to: [Principal]
  /// What a share allows: `view` or `edit`.
  public let rights: String?
  /// How many customers.
  public let count: Int64
  /// The operation in force that took it back, if any.
  public let undoneBy: Int64?
}

/// Which lines of the history of shares and transfers are wanted; all that is given must hold.
public struct TransferCriteria: Sendable {
  public var actions: [Transfer.Action] = []
  /// The login of who did it.
  public var actor: String?
  /// The former owner, or who did it ("người chuyển" is both: RULES 5.1).
  public var from: (user: Int64?, login: String)?
  public var to: Principal?
  public var days: Bounds<Day>?

  public init() {}
}

/// Reads who was given customers, by whom and when.
public enum TransferLog {
  /// Makes the table they are read from.
  static let table = """
    CREATE TABLE transfer (
      operation INTEGER NOT NULL REFERENCES operation(id),
      place INTEGER NOT NULL,
      action TEXT NOT NULL,
      former INTEGER,
      principal_kind TEXT,
      principal INTEGER,
      rights TEXT,
      count INTEGER NOT NULL,
      PRIMARY KEY (operation, place)
    ) STRICT, WITHOUT ROWID
    """

  /// Everybody sees what they did, gave away and were given.
  static let guarded = GuardedTable("transfer") { actor, principals, _ in
    "SELECT * FROM main.transfer t WHERE \(GuardedTable.byMe(actor)) "
      + "OR (principal_kind IS NOT NULL AND \(principals))"
      + (actor.user.map { " OR former = \($0)" } ?? "")
  }

  /// Returns the lines that answer to the criteria, newest first.
  public static func list(
    _ reader: Reader, _ criteria: TransferCriteria, limit: Int?, offset: Int = 0
  ) throws -> [TransferEntry] {
    let (conditions, arguments) = conditions(criteria, reader.moment.zone)
    let whole = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let statement = try reader.cache.statement(
      "SELECT t.operation, o.time, o.actor, t.action, group_concat(DISTINCT t.former), "
        + "group_concat(DISTINCT t.principal_kind || ':' || t.principal), t.rights, sum(t.count), "
        + "(\(OperationLog.standingUndo)) FROM transfer t "
        + "JOIN operation o ON o.id = t.operation\(whole) GROUP BY t.operation, t.action, "
        + "CASE WHEN t.action IN ('transfer', 'take') THEN 0 ELSE t.place END "
        + "ORDER BY t.operation DESC, min(t.place) LIMIT ? OFFSET ?")
    let all = arguments + [.integer(Int64(limit ?? -1)), .integer(Int64(offset))]
    for (index, value) in all.enumerated() { statement.bind(Int32(index + 1), value) }
    var found: [TransferEntry] = []
    while try statement.step() {
      guard let action = Transfer.Action(rawValue: statement.text(3) ?? "") else { continue }
      found.append(
        TransferEntry(
          operation: statement.integer(0), time: statement.integer(1),
          actor: statement.text(2) ?? "", action: action,
          from: words(statement.text(4)).compactMap { Int64($0) },
          to: words(statement.text(5)).compactMap(principal), rights: statement.text(6),
          count: statement.integer(7), undoneBy: statement.value(8).integer))
    }
    return found
  }

  private static func words(_ list: String?) -> [Substring] {
    (list ?? "").split(separator: ",")
  }

  private static func principal(_ word: Substring) -> Principal? {
    let parts = word.split(separator: ":")
    guard parts.count == 2, let id = Int64(parts[1]) else { return nil }
    return Principal(kind: String(parts[0]), id: id)
  }

  private static func conditions(
    _ criteria: TransferCriteria, _ zone: Zone
  ) -> ([String], [Value]) {
    var conditions: [String] = []
    var arguments: [Value] = []
    func add(_ condition: String, _ values: Value...) {
      conditions.append(condition)
      arguments += values
    }
    if !criteria.actions.isEmpty {
      let marks = criteria.actions.map { _ in "?" }.joined(separator: ",")
      conditions.append("t.action IN (\(marks))")
      arguments += criteria.actions.map { .text($0.rawValue) }
    }
    if let actor = criteria.actor { add("o.actor = ? COLLATE NOCASE", .text(actor)) }
    if let from = criteria.from {
      add(
        "(t.former = ? OR o.actor = ? COLLATE NOCASE)", from.user.map(Value.integer) ?? .null,
        .text(from.login))
    }
    if let to = criteria.to {
      add("t.principal_kind = ? AND t.principal = ?", .text(to.kind), .integer(to.id))
    }
    if let first = criteria.days?.lower {
      add("o.time >= ?", .integer(Instant.startOfDay(first, in: zone).seconds))
    }
    if let last = criteria.days?.upper {
      add("o.time < ?", .integer(Instant.startOfDay(last.adding(days: 1), in: zone).seconds))
    }
    return (conditions, arguments)
  }

  /// Returns an operation that transferred or shared customers.
  ///
  /// - Throws: ``CRMError`` where the one of that number did not.
  public static func operation(_ reader: Reader, _ number: Int64) throws -> Operation {
    let known = try reader.cache.statement("SELECT 1 FROM transfer WHERE operation = ? LIMIT 1")
    known.bind(1, number)
    if try known.firstInteger() != nil,
      let operation = try OperationLog.operation(reader, number)
    {
      return operation
    }
    throw CRMError(
      .request, "operation \(number) neither transferred nor shared customers",
      vi: "thao tác \(number) không chuyển hay chia sẻ khách hàng",
      hints: [
        Label(
          "See the list with: crm customer transfers list",
          vi: "Xem danh sách bằng: crm customer transfers list")
      ])
  }

  /// Hands over the customers of an operation, each with what was done to it.
  public static func customers(
    _ reader: Reader, of operation: Operation, _ body: (Int64, Transfer) throws -> Void
  ) throws {
    try OperationLog.changes(reader, of: operation) { change in
      switch (change.kind, change.action) {
      case (.customer, .edit):
        for transfer in try transfers(change) { try body(change.record, transfer) }
      case (.share, .add), (.share, .edit), (.share, .remove):
        if let (customer, transfer) = try share(change, reader) { try body(customer, transfer) }
      default: break
      }
    }
  }

  private static func transfers(_ change: Change) throws -> [Transfer] {
    let entity = Catalogue.entity(.customer)
    let (owner, viewers) = (
      try CustomerField.owner.position, try CustomerField.viewers.position
    )
    var old = entity.values()
    var new = entity.values()
    for (field, before, after) in change.fields {
      guard let position = entity.position(of: field.name) else { continue }
      old[position] = before
      new[position] = after
    }
    return Transfer.between(old, new, owner: owner, viewers: viewers)
  }

  private static func share(
    _ change: Change, _ reader: Reader
  ) throws -> (customer: Int64, Transfer)? {
    guard let row = try ShareRow(after: change, reader), row.kind == Kind.customer.rawValue else {
      return nil
    }
    let isEnd = change.action == .remove
    return (
      row.record,
      Transfer(isEnd ? .unshare : .share, to: row.principal, rights: isEnd ? nil : row.rights)
    )
  }
}

extension TransferLog {
  /// Whether somebody of that login, who need not be a user, has transferred or shared.
  public static func knows(_ reader: Reader, actor: String) throws -> Bool {
    let statement = try reader.cache.statement(
      "SELECT 1 FROM transfer t JOIN operation o ON o.id = t.operation "
        + "WHERE o.actor = ? COLLATE NOCASE LIMIT 1")
    statement.bind(1, actor)
    return try statement.firstInteger() != nil
  }
}
