import CRMValues
import GRDB

/// Compares what live records of one kind are found by with their texts, all of it on one way
/// through the records.
struct FoundRecords {
  /// What a record is found by.
  enum Part {
    case words
    /// The keys of a field, by its position.
    case keys(Int)
    /// The name without marks, and what is there.
    case name(Value)
  }

  private let entity: Entity
  private let reader: Reader
  private let keyed: [Int]
  private var searched: [Int]
  /// The fields that are read, by position.
  private let columns: [Int]
  private let namePosition: Int?
  private let tokens: SearchTokens
  private let keys = RecordKeys()
  private let select: String

  init(_ entity: Entity, _ reader: Reader) throws {
    self.entity = entity
    self.reader = reader
    keyed = entity.fields.indices.filter { entity.fields[$0].isKeyed }
    searched = entity.search.isEmpty ? [] : entity.searchPositions
    namePosition = entity.hasFoldedName ? try entity.handle("name") : nil
    columns = Set(keyed + searched + (namePosition.map { [$0] } ?? [])).sorted()
    tokens = try SearchTokens(reader.cache.db)
    let names = columns.map { Schema.quoted(entity.fields[$0].name) }
    select =
      "SELECT id, \(entity.hasTrash ? "deleted" : "NULL"), "
      + "\(namePosition == nil ? "NULL" : "name_fold"), \(names.joined(separator: ", ")) "
      + "FROM \(entity.table)"
  }

  /// The full-text index cannot be read to its end.
  struct DamagedWords: Error {
    /// In SQLite's words.
    let reason: String
  }

  /// Leaves the words out of what is compared.
  mutating func leaveWords() { searched = [] }

  /// Hands over every record that is found by other than its texts, with what it should be.
  ///
  /// - Throws: ``DamagedWords``, `DatabaseError`.
  func find(_ body: (Part, Int64, _ wanted: String) throws -> Void) throws {
    let last = try reader.cache.prepared("SELECT max(id) FROM \(entity.table)").firstInteger() ?? 0
    let count = keyed.count + (searched.isEmpty ? 0 : 1)
    var isFirst = true
    try RecordSums.differing(count, upTo: last) { sums in
      if isFirst { try readRecords(sums, body) } else { try readRecords(sums) { _, _, _ in } }
      isFirst = false
      try readKeys(sums)
      if let words = sums.last, !searched.isEmpty { try readWords(words) }
    } _: { thing, id in
      let values = try reader.record(entity.kind, id)
      let isLive = values?.isDeleted == false
      if thing == keyed.count {
        return try body(.words, id, isLive ? words(values?.values ?? []) : "")
      }
      let position = keyed[thing]
      let text = values?.values[position].text ?? ""
      let wanted = isLive ? keys.storedKeys(of: entity.fields[position], text) : []
      try body(.keys(position), id, wanted.joined(separator: " "))
    }
  }

  /// Takes away what the records say, and hands over those whose name without marks is another's.
  private func readRecords(
    _ sums: [RecordSums], _ body: (Part, Int64, String) throws -> Void
  ) throws {
    let rows = try reader.cache.prepared(select)
    var values = entity.values()
    while try rows.step() {
      let id = rows.integer(0)
      for (place, position) in columns.enumerated() {
        values[position] = rows.value(Int32(place + 3))
      }
      if let namePosition {
        let wanted = keys.folded(values[namePosition].text ?? "")
        let found = rows.value(2)
        if found.text ?? "" != wanted { try body(.name(found), id, wanted) }
      }
      guard rows.value(1).isNull else { continue }
      for (thing, position) in keyed.enumerated() {
        guard case .text(let text) = values[position] else { continue }
        for key in keys.storedKeys(of: entity.fields[position], text) {
          sums[thing].take(id, RecordSums.item(key))
        }
      }
      guard !searched.isEmpty else { continue }
      try keys.withWords(entity, searched, values) { bytes in
        try tokens.each(bytes) { sums[keyed.count].take(id, $0) }
      }
    }
  }

  private func readKeys(_ sums: [RecordSums]) throws {
    for (thing, position) in keyed.enumerated() {
      let rows = try reader.cache.prepared(
        "SELECT key, record FROM \(entity.table)_\(entity.fields[position].name)_key")
      while try rows.step() {
        rows.withBytes(0) { sums[thing].add(rows.integer(1), RecordSums.item($0)) }
      }
    }
  }

  /// Makes the tables through which the words of full-text indexes are read, while that can be done:
  /// not any more once a damaged page was met. What then is not there is told of when it is read.
  static func openIndexes(_ reader: Reader) {
    for entity in reader.catalogue.kinds.map(reader.catalogue.entity) where !entity.search.isEmpty {
      let table = "\(entity.table)_search"
      try? reader.cache.db.execute(
        sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(table)_words "
          + "USING fts5vocab(main, \(table), instance)")
    }
  }

  private func readWords(_ sums: RecordSums) throws {
    do {
      let rows = try reader.cache.prepared(
        "SELECT term, doc FROM temp.\(entity.table)_search_words")
      while try rows.step() {
        rows.withBytes(0) { sums.add(rows.integer(1), RecordSums.item($0)) }
      }
    } catch let error as DatabaseError where Examination.isOfTheData(error) {
      throw DamagedWords(reason: error.message ?? "\(error.resultCode)")
    }
  }

  private func words(_ values: [Value]) -> String {
    guard !values.isEmpty else { return "" }
    return keys.withWords(entity, searched, values) { bytes in
      let words = String(decoding: bytes, as: UTF8.self)
      return words.count > 60 ? words.prefix(60) + "…" : words
    }
  }
}
