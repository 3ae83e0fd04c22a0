import CRMValues

/// One writing command that took place.
public struct Operation: Hashable, Sendable {
  public let number: Int64
  /// Seconds since 1970 UTC.
  public let time: Int64
  public let actor: String
  public let command: String
  /// The operation this one reversed, if it is an undo or a redo.
  public let undoes: Int64?
  /// The operation in force that reversed this one, if any.
  public let undoneBy: Int64?
  public let firstChange: Int64
  public let lastChange: Int64

  /// How many changes of records it made.
  public var changes: Int64 { lastChange - firstChange + 1 }
}

/// One change of one record, as the log keeps it.
public struct Change: Hashable, Sendable {
  public let operation: Int64
  public let kind: Kind
  public let record: Int64
  public let action: ChangeAction
  /// For an edit the fields that changed; for a record taken away what it held.
  public let fields: [(Field, Value, Value)]
  /// For a merge the records that went into this one.
  public var merged: [Int64] = []
  /// The record in whose history it stands: the document of a line, the owner of a share.
  public var holder: Int64

  public static func == (left: Change, right: Change) -> Bool {
    left.operation == right.operation && left.kind == right.kind && left.record == right.record
      && left.action == right.action
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(operation)
    hasher.combine(kind)
    hasher.combine(record)
  }
}

/// Reads the operation log.
public enum OperationLog {
  // An operation stands unless an undo of it stands, and an undo stands unless it was redone.
  // A redo is never undone itself: undoing again reverses the first operation once more.
  package static let standingUndo = standingUndo(of: "o.id")

  /// The query of the undo in force of the operation whose number a column holds.
  static func standingUndo(of column: String) -> String {
    "SELECT u.id FROM operation u WHERE u.undoes = \(column) AND NOT EXISTS "
      + "(SELECT 1 FROM operation r WHERE r.undoes = u.id)"
  }

  private static let columns =
    "o.id, o.time, o.actor, o.command, o.undoes, o.first_change, o.last_change, "
    + "(\(standingUndo))"

  private static func read(_ statement: PreparedStatement) -> Operation {
    Operation(
      number: statement.integer(0), time: statement.integer(1), actor: statement.text(2) ?? "",
      command: statement.text(3) ?? "", undoes: statement.value(4).integer,
      undoneBy: statement.value(7).integer, firstChange: statement.integer(5),
      lastChange: statement.integer(6))
  }

  /// Returns the latest operations, newest first; the actor's own where the actor is restricted.
  public static func list(
    _ reader: Reader, limit: Int?, offset: Int = 0
  ) throws -> [Operation] {
    let own = reader.rights.isEverything ? "" : " WHERE " + reader.actor.isMe(column: "o.actor")
    let statement = try reader.cache.statement(
      "SELECT \(columns) FROM operation o\(own) ORDER BY o.id DESC LIMIT ?1 OFFSET ?2")
    statement.bind(1, Int64(limit ?? -1))
    statement.bind(2, Int64(offset))
    var result: [Operation] = []
    while try statement.step() { result.append(read(statement)) }
    return result
  }

  /// Returns one operation, or nil where there is none of that number.
  public static func operation(_ reader: Reader, _ number: Int64) throws -> Operation? {
    let statement = try reader.cache.statement(
      "SELECT \(columns) FROM operation o WHERE o.id = ?")
    statement.bind(1, number)
    guard try statement.step() else { return nil }
    let found = read(statement)
    statement.reset()
    return found
  }

  /// Returns the latest operation that can be undone: in force, neither an undo nor a redo, not the
  /// making of the database, and not one that changed no record: that only worked out anew what follows
  /// from other data, or took note of notifications.
  package static func latestToUndo(_ reader: Reader) throws -> Operation? {
    try first(
      reader,
      "o.undoes IS NULL AND o.id > 1 AND o.last_change >= o.first_change "
        + "AND NOT EXISTS (\(standingUndo))")
  }

  /// Returns the actor's latest operation where it only worked out anew what follows from other
  /// data, so that there is nothing to undo of it; nil where the latest is another.
  package static func latestWithoutChanges(_ reader: Reader) throws -> Operation? {
    guard let latest = try first(reader, "o.id > 1"), latest.undoes == nil, latest.changes == 0
    else { return nil }
    // Whoever took note of notifications did not work out anything.
    let read = try reader.cache.statement("SELECT 1 FROM notification WHERE read = ? LIMIT 1")
    read.bind(1, latest.number)
    return try read.firstInteger() == nil ? latest : nil
  }

  /// Returns the latest undo that is in force, which a redo takes back, unless the actor has gone on
  /// since: then it is named.
  package static func latestToRedo(_ reader: Reader) throws -> Operation? {
    let since =
      "NOT EXISTS (SELECT 1 FROM operation n WHERE n.id > o.id AND n.undoes IS NULL "
      + "AND \(reader.actor.isMe(column: "n.actor")))"
    return try first(reader, "\(undoInForce) AND \(since)")
  }

  /// Returns the actor's latest undo that stands, whatever they did since.
  static func latestUndoInForce(_ reader: Reader) throws -> Operation? {
    try first(reader, undoInForce)
  }

  private static let undoInForce =
    "o.undoes IS NOT NULL AND (SELECT t.undoes FROM operation t WHERE t.id = o.undoes) IS NULL "
    + "AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = o.id)"

  /// Whether an undo stands and was not done again.
  static func isUndoInForce(_ reader: Reader, _ operation: Operation) throws -> Bool {
    let find = try reader.cache.statement(
      "SELECT 1 FROM operation o WHERE o.id = ? AND \(undoInForce)")
    find.bind(1, operation.number)
    return try find.firstInteger() != nil
  }

  /// Whoever acts looks among their own: what others did is named (RULES 12.1).
  private static func first(_ reader: Reader, _ condition: String) throws -> Operation? {
    let statement = try reader.cache.statement(
      "SELECT \(columns) FROM operation o WHERE \(condition) AND \(reader.actor.isMe(column: "o.actor")) "
        + "ORDER BY o.id DESC LIMIT 1")
    guard try statement.step() else { return nil }
    let found = read(statement)
    statement.reset()
    return found
  }

  /// Returns the numbers of the operations after one whose changes stand: neither undone nor
  /// themselves an undo or redo.
  static func inForce(_ reader: Reader, after number: Int64) throws -> Set<Int64> {
    let statement = try reader.cache.statement(
      "SELECT \(columns) FROM operation o WHERE o.id > ? AND o.undoes IS NULL")
    statement.bind(1, number)
    var result: Set<Int64> = []
    while try statement.step() {
      let operation = read(statement)
      if operation.undoneBy == nil { result.insert(operation.number) }
    }
    return result
  }

  /// Hands over the changes of an operation in the order they were made; the first so many rows.
  public static func changes(
    _ reader: Reader, of operation: Operation, limit: Int = -1, _ body: (Change) throws -> Void
  ) throws {
    let statement = try reader.cache.statement(
      "SELECT operation, kind, record, action, fields FROM change WHERE id BETWEEN ? AND ? "
        + "ORDER BY id LIMIT ?")
    statement.bind(1, operation.firstChange)
    statement.bind(2, operation.lastChange)
    statement.bind(3, Int64(limit))
    while try statement.step() {
      if let change = try change(statement, reader) { try body(change) }
    }
  }

  /// Returns the changes of one record, oldest first.
  public static func history(_ reader: Reader, _ kind: Kind, _ id: Int64) throws -> [Change] {
    let statement = try reader.cache.statement(
      "SELECT operation, kind, record, action, fields FROM change "
        + "WHERE kind = ? AND record = ? ORDER BY id")
    statement.bind(1, kind.number)
    statement.bind(2, id)
    var result: [Change] = []
    while try statement.step() {
      if let change = try change(statement, reader) { result.append(change) }
    }
    return result
  }

  /// Returns one change by its number; nil where it tells of nothing.
  public static func change(_ reader: Reader, _ number: Int64) throws -> Change? {
    let statement = try reader.cache.statement(
      "SELECT operation, kind, record, action, fields FROM change WHERE id = ?")
    statement.bind(1, number)
    guard try statement.step() else { return nil }
    let found = try change(statement, reader)
    statement.reset()
    return found
  }

  /// Whether a change tells of something, in SQL: an event that moved nothing does not.
  package static func tells(_ alias: String) -> String {
    "NOT (\(alias).action = \(ChangeAction.follow.rawValue) AND NOT EXISTS (SELECT 1 "
      + "FROM json_each(\(alias).fields) j WHERE json_array_length(j.value) > 1))"
  }

  static func change(_ statement: PreparedStatement, _ reader: Reader) throws -> Change? {
    guard let kind = reader.catalogue.kind(number: statement.integer(1)),
      let action = ChangeAction(rawValue: statement.integer(3))
    else { return nil }
    let entity = reader.entity(kind)
    let text = statement.text(4) ?? "{}"
    var fields: [(Field, Value, Value)] = []
    var merged: [Int64] = []
    switch action {
    case .edit, .follow:
      for change in try ChangeBody.readEdit(text, of: entity) {
        fields.append((entity.fields[change.position], change.old, change.new))
      }
      // An event that moved nothing is nothing to tell of.
      if action == .follow, fields.isEmpty { return nil }
    case .remove:
      let row = try ChangeBody.readRow(text, of: entity)
      for (field, value) in zip(entity.fields, row.values)
      where !value.isNull && value != .list([]) { fields.append((field, value, .null)) }
    case .merge:
      merged = try ChangeBody.readMerged(text)
    case .add, .trash, .restore, .destroy:
      break
    }
    return Change(
      operation: statement.integer(0), kind: kind, record: statement.integer(2),
      action: action, fields: fields, merged: merged, holder: statement.integer(2))
  }
}
