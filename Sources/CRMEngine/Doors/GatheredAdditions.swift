import CRMValues

/// Added records of one kind whose rows wait to be written together: their own, their links and
/// their changes, and where that is wanted the keys of their phones and emails.
final class GatheredAdditions {
  let kind: Kind
  private let statements: KindStatements
  private let rows: RowBatch
  private let links: [(position: Int, rows: RowBatch)]
  private let keys: [(position: Int, rows: RowBatch)]
  private let changes: RowBatch
  /// Whether keys wait as well: where not, they are written at once.
  var gathersKeys: Bool

  /// - Parameter gathersKeys: best where keys are not looked up for each record.
  init(_ statements: KindStatements, _ cache: StatementCache, gathersKeys: Bool) {
    self.gathersKeys = gathersKeys
    let entity = statements.entity
    kind = entity.kind
    self.statements = statements
    var columns = ["id"] + statements.columns.map { Schema.quoted(entity.fields[$0].name) }
    if statements.namePosition != nil { columns.append("name_fold") }
    // SQLite keeps what pages were before a statement: 30 of them in memory, and once there were
    // more, all that come in a file. Eight rows change about 20.
    rows = RowBatch(cache, table: entity.table, columns: columns, size: 8)
    links = statements.links.map { link in
      let table = "\(entity.table)_\(entity.fields[link.position].name)"
      let columns = ["record", "target"]
      return (link.position, RowBatch(cache, table: table, columns: columns, size: 32))
    }
    keys = statements.keys.map { key in
      let table = "\(entity.table)_\(entity.fields[key.position].name)_key"
      return (
        key.position,
        RowBatch(cache, table: table, columns: ["key", "record"], size: 32, ignoresKnown: true)
      )
    }
    changes = RowBatch(
      cache, table: "change", columns: ["id", "operation", "kind", "record", "action"],
      size: 32)
  }

  /// Appends a live record.
  ///
  /// - Parameter name: its name without case and marks.
  func append(_ id: Int64, _ values: [Value], name: String?) throws {
    rows.append(id, values: values, at: statements.columns, text: name)
    for link in links {
      for target in values[link.position].list { link.rows.append(id, target) }
    }
    guard rows.isFull else { return }
    // Links refer to their record, so they come second.
    try rows.writeFull()
    for link in links { try link.rows.writeFull() }
  }

  /// Appends a key of a record.
  ///
  /// - Parameter place: which of the kind's keyed fields it is of.
  func appendKey(_ place: Int, _ key: String, _ id: Int64) throws {
    let rows = keys[place].rows
    rows.append(text: key, id)
    try rows.writeFull()
  }

  /// Appends the change that tells of an addition.
  func appendChange(_ id: Int64, operation: Int64, record: Int64) throws {
    changes.append(id, operation, kind.number, record, ChangeAction.add.rawValue)
    try changes.writeFull()
  }

  /// Forgets everything that waits.
  func discard() {
    for batch in [rows, changes] + links.map(\.rows) + keys.map(\.rows) { batch.discard() }
  }

  /// Writes everything.
  func flush() throws {
    try rows.flush()
    for link in links { try link.rows.flush() }
    for key in keys { try key.rows.flush() }
    try changes.flush()
  }
}

extension Writer {
  /// Runs a bulk addition with its rows gathered, where the rules of the kind let that be; whatever reads them meanwhile
  /// through the doors of ``Reader`` finds them written.
  func gatheringAdditions(of entity: Entity, _ body: () throws -> Void) throws {
    guard catalogue.rules(entity.kind)?.gathers == true, let rules = try rules(entity.kind)
    else { return try body() }
    gathered = GatheredAdditions(
      try statements(entity.kind), cache, gathersKeys: allowsDuplicates)
    rules.gathering(true)
    defer {
      gathered = nil
      rules.gathering(false)
    }
    try body()
    try gathered?.flush()
    try flushSearch(try statements(entity.kind))
  }
}
