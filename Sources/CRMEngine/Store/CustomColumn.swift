import GRDB

/// The column in which the values of a custom field stand.
struct CustomColumn {
  let table: String
  let name: String
  private let kind: FieldKind

  init(table: String, key: String, type: String) {
    self.table = table
    kind = CustomFields.fieldKind(type, nil)
    name = Field.customPrefix + key
  }

  private var quoted: String { Schema.quoted(name) }
  private var index: String { "\(table)_by_\(name)" }

  func exists(_ cache: StatementCache) throws -> Bool {
    let statement = try cache.statement("SELECT 1 FROM pragma_table_info(?) WHERE name = ?")
    statement.bind(1, table)
    statement.bind(2, name)
    return try statement.firstInteger() != nil
  }

  /// Whether any record has a value in it.
  func isUsed(_ cache: StatementCache) throws -> Bool {
    guard try exists(cache) else { return false }
    return try cache.statement("SELECT 1 FROM \(table) WHERE \(quoted) IS NOT NULL LIMIT 1")
      .firstInteger() != nil
  }

  func make(_ cache: StatementCache) throws {
    try cache.db.execute(
      sql: "ALTER TABLE \(table) ADD COLUMN \(quoted) \(Schema.type(of: kind))")
    guard kind != .longText else { return }
    try cache.db.execute(
      sql: "CREATE INDEX \(Schema.quoted(index)) ON \(table)(\(quoted)) WHERE \(quoted) IS NOT NULL"
    )
  }

  func drop(_ cache: StatementCache) throws {
    guard try exists(cache) else { return }
    try cache.db.execute(sql: "DROP INDEX IF EXISTS \(Schema.quoted(index))")
    try cache.db.execute(sql: "ALTER TABLE \(table) DROP COLUMN \(quoted)")
  }
}

/// The column of a field whose record was taken away in the running operation.
struct DoomedColumn {
  let kind: Kind
  let key: String
  let column: CustomColumn
  /// Whether it goes with everything in it.
  let evenIfUsed: Bool
}
