import GRDB

/// Indexes that a large addition takes down, and makes at its end out of everything at once, in
/// a quarter of the time.
///
/// All of it is in the transaction of the addition, so that nobody ever sees the table without.
final class PostponedIndexes {
  private let writer: Writer
  private let entity: Entity
  /// What makes them again.
  private var statements: [String] = []

  init(_ writer: Writer, _ entity: Entity) {
    self.writer = writer
    self.entity = entity
  }

  /// Takes the indexes down.
  ///
  /// - Parameter filled: the fields that the additions fill.
  func takeDown(_ filled: [Field]) throws {
    for (name, sql) in try indexes(filled) {
      do {
        try writer.cache.db.execute(sql: "DROP INDEX \(Schema.quoted(name))")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_LOCKED {
        // Something is still being read: what is up stays up.
        return
      }
      statements.append(sql)
    }
  }

  /// The indexes of days of the year: birthdays come in no order, so that each row changes
  /// another page of theirs. The others grow at a few places.
  private func indexes(_ filled: [Field]) throws -> [(name: String, sql: String)] {
    let find = try writer.cache.statement("SELECT sql FROM sqlite_schema WHERE name = ?")
    return try filled.filter { $0.kind == .yearlyDay }.compactMap { field in
      let name = Schema.dayIndex(entity, field)
      find.bind(1, name)
      defer { find.reset() }
      return try find.step() ? find.text(0).map { (name, $0) } : nil
    }
  }

  /// Makes the indexes again.
  func make() throws {
    guard !statements.isEmpty else { return }
    let db = writer.cache.db
    // Sorting takes as much memory again as the cache.
    try db.execute(sql: "PRAGMA cache_size = -\(Store.cacheSize(.writing) / 3)")
    for sql in statements { try db.execute(sql: sql) }
    try db.execute(sql: "PRAGMA cache_size = -\(Store.cacheSize(.writing))")
    statements = []
  }
}
