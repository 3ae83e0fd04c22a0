import CRMValues

/// How the texts are spelt that records are found by: names of lists, places, odd codes.
///
/// Beside each spelling stands its key, which all spellings of the same words have (RULES 1.5), so
/// that an index finds `VIP Bắc` by `vip  bắc`. A spelling stays until the trash is emptied of its
/// last record: it names none then. Of codes only those are kept that are not plain; plain ones the index of their
/// column finds, whose collation ignores case.
package enum Spellings {
  static let table = """
    CREATE TABLE spelling (
      kind INTEGER NOT NULL,
      field TEXT NOT NULL,
      key TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (kind, field, key, text)
    ) STRICT, WITHOUT ROWID
    """

  /// Returns a query of the spellings in a field, to which a condition on the key is to be added.
  static func texts(_ kind: Kind, _ field: String) -> String {
    "SELECT text FROM spelling WHERE kind = \(kind.number) AND field = '\(field)' AND key"
  }

  /// What the index of a code finds by itself, in SQL: see ``isPlainCode(_:)``.
  static func isOdd(_ column: String) -> String { "\(column) GLOB '*[^!-~]*'" }

  /// Returns the query of the records whose code is the same as the first parameter: the second is
  /// its key.
  static func find(_ kind: Kind, columns: String) -> String {
    "SELECT \(columns) FROM \(kind.table) WHERE code = ?2 OR code IN "
      + "(\(texts(kind, "code")) = ?2) ORDER BY code = ?1 DESC LIMIT 1"
  }

  /// Keeps the spellings of everything that stands in a column.
  ///
  /// - Parameter isCode: whether it holds codes, of which those are kept that are not plain.
  package static func fill(
    _ cache: StatementCache, kind: Int64, table: String, field: String, isCode: Bool = false
  ) throws {
    let column = Schema.quoted(field)
    let which = isCode ? isOdd(column) : "coalesce(\(column), '') <> ''"
    let insert = try cache.prepared(
      "INSERT OR IGNORE INTO spelling VALUES (\(kind), '\(field)', ?, ?)")
    let rows = try cache.prepared("SELECT DISTINCT \(column) FROM main.\(table) WHERE \(which)")
    while try rows.step() {
      let text = rows.text(0) ?? ""
      insert.bind(1, identityText(text))
      insert.bind(2, text)
      try insert.run()
    }
  }
}

extension Entity {
  /// Whether the spellings of a field are kept, by which its values are found.
  func keepsSpellings(of field: Field) -> Bool {
    switch field.kind {
    case .code: return true
    case .text: return field.isSpelt || unique.contains(field.name)
    default: return false
    }
  }
}

/// A field of which an operation keeps the spellings.
final class SpeltField {
  let position: Int
  let isCode: Bool
  private let insert: PreparedStatement
  /// What was kept last, and what is known to be kept.
  private var last = ""
  private var known: Set<String> = []

  init(_ entity: Entity, _ position: Int, _ cache: StatementCache) throws {
    self.position = position
    let field = entity.fields[position]
    isCode = field.kind == .code
    insert = try cache.statement(
      "INSERT OR IGNORE INTO spelling VALUES (\(entity.kind.number), '\(field.name)', ?, ?)")
  }

  /// Keeps the spelling of a value.
  ///
  /// - Returns: whether it was one to be kept.
  func note(_ value: Value) throws -> Bool {
    guard case .text(let text) = value, text != last, !text.isEmpty,
      !isCode || !isPlainCode(text)
    else { return false }
    last = text
    guard !known.contains(text) else { return true }
    if known.count >= 10_000 { known = [] }
    insert.bind(1, identityText(text))
    insert.bind(2, text)
    try insert.run()
    known.insert(text)
    return true
  }

  /// Forgets what is kept, some of which was taken back.
  func forget() {
    last = ""
    known = []
  }
}
