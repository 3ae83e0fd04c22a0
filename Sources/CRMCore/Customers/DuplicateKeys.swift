import CRMEngine
import CRMValues

/// What the values of two customers have in common when the duplicate check calls them the same.
///
/// Marks count, case and spacing do not. Faxes compare like phones, tax codes by their digits,
/// birthdays only where both have the year or both have none.
enum DuplicateKeys {
  /// The fields that key tables and the index of codes do not answer for. Their keys are kept
  /// only while the setting names them, in ``table``, so that an import pays for no other.
  static let kept: Set<String> = [
    "name", "fax", "tax_code", "office_address", "description", "birthday",
  ]

  /// Holds a number a value: looked up by it, the value itself is compared.
  static let table = "customer_duplicate_key"

  static let tableStatement = """
    CREATE TABLE \(table) (
      key INTEGER NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (key, record)
    ) STRICT, WITHOUT ROWID
    """

  /// Returns the comparable texts of a value, each once: several for several fax numbers.
  static func texts(_ field: Field, _ value: String) -> [String] {
    switch field.name {
    case "fax":
      var texts: [String] = []
      for part in Phone.split(value) {
        let text = Phone.key(part) ?? identityText(part)
        if !texts.contains(text) { texts.append(text) }
      }
      return texts
    case "tax_code":
      if let key = TaxCode.key(value) { return [key] }
      let digits = String(decoding: value.utf8.filter { $0 &- 0x30 < 10 }, as: UTF8.self)
      return [digits.isEmpty ? identityText(value) : digits]
    case "birthday":
      return [value]
    default:
      let text = identityText(value)
      return text.isEmpty ? [] : [text]
    }
  }

  /// Returns the number under which a comparable text of a field is looked up (FNV-1a).
  static func key(_ field: Field, _ text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in field.name.utf8 { mix(byte) }
    mix(0)
    for byte in text.utf8 { mix(byte) }
    return Int64(bitPattern: hash)
  }

  /// Returns the numbers of a value of a field.
  static func keys(_ field: Field, _ value: Value) -> [Int64] {
    guard case .text(let text) = value else { return [] }
    return texts(field, text).map { key(field, $0) }
  }
}

extension DuplicateCheck {
  /// Adds the keys of a customer that became live.
  func add(_ id: Int64, _ values: [Value]) throws {
    for position in try criteria().kept { try add(id, keys(position, values)) }
  }

  /// Takes away the keys of a customer that is live no more.
  func remove(_ id: Int64, _ values: [Value]) throws {
    for position in try criteria().kept { try remove(id, keys(position, values)) }
  }

  /// Brings the keys of a customer up to date with changed fields.
  func replace(_ id: Int64, _ old: [Value], _ new: [Value], changed: [Int]) throws {
    for position in try criteria().kept where changed.contains(position) {
      let before = keys(position, old)
      let now = keys(position, new)
      try remove(id, before.filter { !now.contains($0) })
      try add(id, now.filter { !before.contains($0) })
    }
  }

  private func keys(_ position: Int, _ values: [Value]) -> [Int64] {
    DuplicateKeys.keys(entity.fields[position], values[position])
  }

  private func add(_ id: Int64, _ keys: [Int64]) throws {
    let insert = try cache.statement(
      "INSERT OR IGNORE INTO \(DuplicateKeys.table) (key, record) VALUES (?, ?)")
    for key in keys { try run(insert, key, id) }
  }

  private func remove(_ id: Int64, _ keys: [Int64]) throws {
    let delete = try cache.statement(
      "DELETE FROM \(DuplicateKeys.table) WHERE key = ? AND record = ?")
    for key in keys { try run(delete, key, id) }
  }

  private func run(_ statement: PreparedStatement, _ key: Int64, _ id: Int64) throws {
    statement.bind(1, key)
    statement.bind(2, id)
    try statement.run()
  }

  /// Makes the keys of all live customers anew where the setting changed.
  func settle() throws {
    guard mayDiffer else { return }
    mayDiffer = false
    try cache.statement("DELETE FROM \(DuplicateKeys.table)").run()
    let positions = try criteria().kept
    guard !positions.isEmpty else { return }
    let columns = positions.map { Schema.quoted(entity.fields[$0].name) }.joined(separator: ", ")
    let rows = try cache.statement("SELECT id, \(columns) FROM customer WHERE deleted IS NULL")
    var pending: [(key: Int64, record: Int64)] = []
    while try rows.step() {
      for (index, position) in positions.enumerated() {
        for key in DuplicateKeys.keys(entity.fields[position], rows.value(Int32(index + 1))) {
          pending.append((key, rows.integer(0)))
        }
      }
      if pending.count > 2_000_000 { try write(&pending) }
    }
    try write(&pending)
  }

  /// Writes keys in their order, in which the table takes them fastest.
  private func write(_ pending: inout [(key: Int64, record: Int64)]) throws {
    pending.sort { ($0.key, $0.record) < ($1.key, $1.record) }
    for entry in pending { try add(entry.record, [entry.key]) }
    pending.removeAll(keepingCapacity: true)
  }
}
