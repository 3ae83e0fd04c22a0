import CRMValues

/// Puts, for one connection, views in front of the tables that hold what not everybody may see.
///
/// A temporary view comes before a table of the same name, so that every statement of a restricted
/// reader asks the view, whoever wrote it: nobody can forget to ask who is looking. `main.` before
/// a table's name goes past it, for the few things everybody may know. Only the tables
/// that a statement names are guarded, just before it is prepared.
final class GuardedTables {
  /// With at most so many records of a kind to see, they are looked up once; with more, each row
  /// is asked (RULES 11.2; measured: no one shape of query serves both).
  static let few = 20_000

  let few: Int
  let visible: VisibleRecords
  let cache: StatementCache
  let catalogue: Catalogue
  /// Whose own operations the log shows in full, as SQL writes it.
  private let actor: Actor
  /// What the tables are of, by their names.
  private let tables: [Substring: Kind]
  private let logs: [Substring: GuardedTable]
  /// The words of statements that were met; those that name a table with its view.
  private var met: Set<Substring> = []
  private var views: [(name: String, sql: String)] = []
  private(set) var isUp = true
  /// The kinds of which the user sees few records, which were looked up.
  var listed: [Kind: Bool] = [:]
  /// Whether only a few records are looked at, whatever the user sees of their kinds.
  var looksAtFew = false
  /// Those of which the user sees many, for statements that look at every record.
  let seen = SeenRecords()

  /// - Parameters:
  ///   - actor: whose own operations the log shows in full.
  ///   - few: how many records of a kind are few.
  init(
    _ rights: Rights, _ actor: Actor, _ cache: StatementCache, _ catalogue: Catalogue,
    few: Int = GuardedTables.few
  ) throws {
    self.few = few
    visible = try VisibleRecords(rights, cache, catalogue)
    self.cache = cache
    self.catalogue = catalogue
    self.actor = actor
    tables = Dictionary(
      uniqueKeysWithValues: catalogue.kinds.map { (Substring($0.table), $0) })
    logs = Dictionary(
      uniqueKeysWithValues: (GuardedTable.logs + catalogue.guardedTables).map {
        (Substring($0.name), $0)
      })
    cache.beforePreparing = { [unowned self] sql in try guardTables(in: sql) }
  }

  /// Takes the views away; statements that were prepared ask the tables from then on.
  func lower() throws {
    isUp = false
    for view in views { try cache.db.execute(sql: "DROP VIEW temp.\(view.name)") }
  }

  /// Puts the views up again, and those of tables that statements have named meanwhile.
  func raise() throws {
    isUp = true
    for view in views { try cache.db.execute(sql: view.sql) }
    let known = met
    met = []
    for view in views { met.insert(Substring(view.name)) }
    for word in known { try guardTable(word) }
  }

  private func guardTables(in sql: String) throws {
    for word in SQLWords(sql) where !met.contains(word) { try guardTable(word) }
  }

  private func guardTable(_ word: Substring) throws {
    guard met.insert(word).inserted, isUp else { return }
    if let log = logs[word] {
      let principals = visible.principals.condition
      try view(log.name, log.view(actor, principals, record))
    } else if let kind = tables[word] {
      try guardRecords(of: catalogue.entity(kind))
    } else if let owner = owner(of: word) {
      guard visible.hides(catalogue.entity(owner)) else { return }
      try view(
        String(word), columns: "*",
        "EXISTS (SELECT 1 FROM \(owner.table) r WHERE r.id = t.record)")
    }
  }

  /// Returns the kind whose links or keys a table holds: `customer_groups`, `contact_phones_key`.
  private func owner(of word: Substring) -> Kind? {
    var end = word.endIndex
    while let dash = word[..<end].lastIndex(of: "_") {
      end = dash
      guard let kind = tables[word[..<dash]] else { continue }
      let rest = word[word.index(after: dash)...]
      let entity = catalogue.entity(kind)
      if entity.field(String(rest))?.isLinked == true { return kind }
      if rest.hasSuffix("_key"), entity.field(String(rest.dropLast(4)))?.isKeyed == true {
        return kind
      }
    }
    return nil
  }

  private func guardRecords(of entity: Entity) throws {
    guard visible.hides(entity) else { return }
    if let list = try listIfAlone(entity) {
      return try view(entity.table, columns: "*", "t.id IN (\(list))")
    }
    let condition = visible.condition(entity, "t") { [self] kind, column in
      let holder = catalogue.entity(kind)
      guard visible.hides(holder) else { return nil }
      if let list = try? listIfAlone(holder) { return "\(column) IN (\(list))" }
      return "EXISTS (SELECT 1 FROM \(holder.table) v WHERE v.id = \(column))"
    }
    if let condition { try view(entity.table, columns: "*", condition) }
  }

  private func view(_ table: String, columns: String, _ condition: String) throws {
    try view(table, "SELECT \(columns) FROM main.\(table) t WHERE \(condition)")
  }

  private func view(_ table: String, _ select: String) throws {
    // What the view names is guarded first: it is looked up when a statement asks the view.
    try guardTables(in: select)
    let sql = "CREATE TEMP VIEW \(table) AS \(select)"
    try cache.db.execute(sql: sql)
    views.append((table, sql))
  }

  /// Whether a row that names a record of any kind names one that the user sees.
  ///
  /// - Parameter column: the one that says the kind: by number, or by name.
  private func record(_ kind: GuardedTable.KindColumn) -> String {
    var cases: [String] = []
    for other in catalogue.kinds {
      let entity = catalogue.entity(other)
      let table = entity.table
      guard other == .share || visible.hides(entity) else { continue }
      let value: String
      switch kind {
      case .number: value = "\(other.number)"
      case .name:
        if other == .share { continue }
        value = "'\(other.rawValue)'"
      }
      cases.append("WHEN \(value) THEN EXISTS (SELECT 1 FROM \(table) r WHERE r.id = t.record)")
    }
    guard !cases.isEmpty else { return "1" }
    switch kind {
    case .number(let name), .name(let name):
      return "CASE t.\(name) \(cases.joined(separator: " ")) ELSE 1 END"
    }
  }
}
