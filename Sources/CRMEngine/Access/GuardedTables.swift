import GRDB

/// Puts, for one connection, views in front of the tables that hold what not everybody may see.
///
/// A temporary view comes before a table of the same name, so that every statement of a restricted
/// reader asks the view, whoever wrote it: nobody can forget to ask who is looking. `main.` before
/// a table's name goes past it, for the few things the seeds let everybody know.
struct GuardedTables {
  /// With at most so many customers to see, they are looked up once; with more, each row is
  /// asked (SPEC 12; measured in DESIGN).
  static let few = 20_000
  private static let seen = "temp.visible_customer"

  private let visible: VisibleRecords
  private let cache: StatementCache
  private let login: String
  /// Whether the customers the user sees were looked up.
  private let isListed: Bool

  /// - Parameter login: whose own operations the log shows in full.
  init(_ rights: Rights, login: String, _ cache: StatementCache) throws {
    visible = try VisibleRecords(rights, cache)
    self.cache = cache
    self.login = "'" + login.replacing("'", with: "''") + "'"
    isListed = try GuardedTables.list(visible, cache)
  }

  /// Puts up the views. They go with the transaction.
  func raise() throws {
    for kind in Catalogue.order { try guardTables(of: Catalogue.entity(kind)) }
    try guardLog()
  }

  /// Takes the views away; statements that were prepared ask the tables from then on.
  func lower() throws {
    let names = try cache.statement("SELECT name FROM sqlite_temp_schema WHERE type = 'view'")
    var views: [String] = []
    while try names.step() { views.append(names.text(0) ?? "") }
    for name in views { try cache.db.execute(sql: "DROP VIEW temp.\(name)") }
  }

  /// Looks up the customers the user sees.
  ///
  /// - Returns: whether they are few enough.
  private static func list(_ visible: VisibleRecords, _ cache: StatementCache) throws -> Bool {
    guard let query = visible.customerIDs else { return false }
    let statement = try cache.statement(query + " LIMIT \(few + 1)")
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    guard ids.count <= few else { return false }
    try cache.db.execute(sql: "CREATE TEMP TABLE visible_customer (id INTEGER PRIMARY KEY)")
    let fill = try cache.statement(
      "INSERT OR IGNORE INTO \(seen) SELECT value FROM json_each(?)")
    fill.bind(1, "[" + Principals.list(ids) + "]")
    try fill.run()
    return true
  }

  /// The view of a kind's table, and of the tables of its links and keys.
  private func guardTables(of entity: Entity) throws {
    let customers: (String) -> String = { column in
      isListed
        ? "\(column) IN (SELECT id FROM \(GuardedTables.seen))"
        : "EXISTS (SELECT 1 FROM customer v WHERE v.id = \(column))"
    }
    let asks = visible.customerIDs != nil && (isListed || entity.kind != .customer)
    guard let condition = visible.condition(entity, "t", customers: asks ? customers : nil)
    else { return }
    try view(entity.table, condition)
    let row = "EXISTS (SELECT 1 FROM \(entity.table) r WHERE r.id = t.record)"
    for field in entity.fields where field.isLinked {
      try view("\(entity.table)_\(field.name)", row)
    }
    for field in entity.fields where field.isKeyed {
      try view("\(entity.table)_\(field.name)_key", row)
    }
  }

  private func view(_ table: String, _ condition: String) throws {
    try cache.db.execute(
      sql: "CREATE TEMP VIEW \(table) AS SELECT * FROM main.\(table) t WHERE \(condition)")
  }

  /// The log shows what the user did and what was done to records the user sees; what others
  /// typed stays theirs.
  private func guardLog() throws {
    let own = "actor = \(login) COLLATE NOCASE"
    let byMe = "EXISTS (SELECT 1 FROM main.operation o WHERE o.id = t.operation AND o.\(own))"
    let kinds = Catalogue.order.map(Catalogue.entity).filter(VisibleRecords.guards).map {
      "WHEN \($0.kind.number) THEN "
        + "EXISTS (SELECT 1 FROM \($0.table) r WHERE r.id = t.record)"
    }
    let nouns = Catalogue.order.map(Catalogue.entity).filter(VisibleRecords.guards).map {
      "WHEN '\($0.kind.rawValue)' THEN "
        + "EXISTS (SELECT 1 FROM \($0.table) r WHERE r.id = t.record)"
    }
    try view("share", "CASE record_kind \(nouns.joined(separator: " ")) ELSE 1 END")
    let share =
      "WHEN \(Kind.share.number) THEN "
      + "EXISTS (SELECT 1 FROM share r WHERE r.id = t.record)"
    let record = "CASE kind \((kinds + [share]).joined(separator: " ")) ELSE 1 END"
    try view("change", "\(byMe) OR \(record)")
    try view("import_sheet", byMe)
    try view(
      "transfer",
      "\(byMe) OR (principal_kind IS NOT NULL AND \(visible.principals.condition))"
        + (visible.rights.user.map { " OR former = \($0)" } ?? ""))
    try cache.db.execute(
      sql: "CREATE TEMP VIEW operation AS SELECT id, time, actor, "
        + "CASE WHEN \(own) THEN command ELSE '' END AS command, undoes, first_change, "
        + "last_change FROM main.operation")
  }
}
