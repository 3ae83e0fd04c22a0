/// The tables the catalogue wants, as SQL. A new database is made of them; a test holds what the
/// frozen steps make of an older one against them.
public enum Schema {
  /// Returns the statements that make the tables and indexes of every kind, in order.
  public static func statements(_ catalogue: Catalogue) -> [String] {
    catalogue.kinds.flatMap { statements(for: catalogue.entity($0)) }
  }

  /// Returns the statements of one kind: its table, link tables, key tables and indexes.
  public static func statements(for entity: Entity) -> [String] {
    var result = [table(entity)]
    if entity.isNoun {
      result.append(index(entity.table, ["code"], unique: true))
      // Only what is in the trash: a full index on a mark that nearly all share misleads the
      // planner, and costs every insert.
      result.append(index(entity.table, ["deleted"]) + " WHERE deleted IS NOT NULL")
    }
    for name in entity.unique {
      result.append(
        index(entity.table, [name], unique: true) + " WHERE deleted IS NULL")
    }
    for columns in entity.indexes {
      // Of a mark that few have, only those who have it.
      let flag = columns.count == 1 ? entity.field(columns[0]).map { $0.kind == .flag } : nil
      let condition = flag == true ? " WHERE \(quoted(columns[0])) = 1" : ""
      result.append(index(entity.table, columns) + condition)
    }
    if entity.traits.contains(.approvable) {
      // Few wait for an approval at a time.
      result.append(
        index(entity.table, ["approval_step"]) + " WHERE \(quoted("approval_step")) IS NOT NULL")
    }
    if let parent = Belongings.parent(of: entity) {
      // What was taken from a record is looked for by its history.
      result.append(
        "CREATE INDEX change_of_\(entity.table) ON change(json_extract(fields, '$.\(parent)')) "
          + "WHERE kind = \(entity.kind.number) AND action = 3")
    }
    for field in entity.fields { result += statements(for: field, of: entity) }
    if !entity.search.isEmpty {
      result.append(search(entity))
    }
    return result
  }

  /// The full-text index over the words of a kind's records.
  static func search(_ entity: Entity) -> String {
    "CREATE VIRTUAL TABLE \(entity.table)_search USING fts5(words, content='', columnsize=0, "
      + "detail=none, tokenize='\(tokenizer.joined(separator: " "))')"
  }

  /// What splits the texts of the full-text index into words.
  static let tokenizer = ["unicode61", "remove_diacritics", "2"]

  private static func table(_ entity: Entity) -> String {
    var columns = ["id INTEGER PRIMARY KEY"]
    for field in entity.fields where !field.isLinked { columns.append(column(field)) }
    if entity.hasFoldedName { columns.append("name_fold TEXT") }
    if entity.hasTrash { columns.append("deleted INTEGER") }
    return "CREATE TABLE \(entity.table) (\n  " + columns.joined(separator: ",\n  ")
      + "\n) STRICT"
  }

  private static func column(_ field: Field) -> String {
    let notNull = field.required ? " NOT NULL" : ""
    let name = quoted(field.name)
    switch field.kind {
    case .code:
      return "\(name) TEXT NOT NULL COLLATE NOCASE"
    case .flag:
      return "\(name) INTEGER\(notNull) CHECK (\(name) IN (0,1))"
    case .reference(let target):
      return "\(name) INTEGER\(notNull) REFERENCES \(target.table)(id)"
    default:
      return "\(name) \(type(of: field.kind))\(notNull)"
    }
  }

  /// The type of the column that holds values of a kind.
  static func type(of kind: FieldKind) -> String {
    kind.storage == .text ? "TEXT" : "INTEGER"
  }

  private static func statements(for field: Field, of entity: Entity) -> [String] {
    switch field.kind {
    case .reference, .record:
      // `created_by` is asked for so rarely that a scan is better than an index every row pays.
      // The others leave empty references out: most are empty, and neither a foreign key nor a
      // filter on a value looks for them there. Records without an owner are asked for.
      let indexed = entity.indexes.contains { $0.first == field.name }
      if indexed || field.name == "created_by" { return [] }
      let whole = field.required || field.name == "owner"
      return [
        index(entity.table, [field.name])
          + (whole ? "" : " WHERE \(quoted(field.name)) IS NOT NULL")
      ]
    case .references(let target):
      let link = "\(entity.table)_\(field.name)"
      return [
        """
        CREATE TABLE \(link) (
          record INTEGER NOT NULL REFERENCES \(entity.table)(id),
          target INTEGER NOT NULL REFERENCES \(target.table)(id),
          PRIMARY KEY (record, target)
        ) STRICT, WITHOUT ROWID
        """,
        index(link, ["target", "record"]),
      ]
    case .phones, .emails:
      return [
        """
        CREATE TABLE \(entity.table)_\(field.name)_key (
          key TEXT NOT NULL,
          record INTEGER NOT NULL,
          PRIMARY KEY (key, record)
        ) STRICT, WITHOUT ROWID
        """
      ]
    case .recurrence:
      // Few records come again.
      return [
        index(entity.table, [field.name]) + " WHERE \(quoted(field.name)) IS NOT NULL"
      ]
    case .yearlyDay:
      return [
        "CREATE INDEX \(dayIndex(entity, field)) ON \(entity.table)"
          + "(substr(\(quoted(field.name)), -5))"
      ]
    default:
      return []
    }
  }

  /// Returns the name of the index of a day of the year.
  static func dayIndex(_ entity: Entity, _ field: Field) -> String {
    "\(entity.table)_\(field.name)_day"
  }

  private static func index(_ table: String, _ columns: [String], unique: Bool = false) -> String {
    "CREATE \(unique ? "UNIQUE " : "")INDEX \(table)_by_\(columns.joined(separator: "_")) "
      + "ON \(table)(\(columns.map(quoted).joined(separator: ", ")))"
  }

  /// Returns an identifier in double quotes: `order` and `group` are words of SQL.
  public static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
