import GRDB
import GRDBSQLite

/// The records that a user sees of kinds of which they see many, a bit each, so that a statement
/// that looks at every record asks for each in a few nanoseconds: `seen(number of the kind, id)`.
///
/// A table of the ids costs five times as much, a look at the record itself twenty times
/// (measured over two million orders of a million customers).
final class SeenRecords {
  private final class Bits {
    var words: [UInt64] = []

    func insert(_ id: Int64) {
      guard id >= 0 else { return }
      let place = Int(id >> 6)
      if place >= words.count {
        words += [UInt64](repeating: 0, count: max(place + 1, words.count * 2) - words.count)
      }
      words[place] |= 1 << UInt64(id & 63)
    }

    func contains(_ id: Int64) -> Bool {
      let place = Int(id >> 6)
      return id >= 0 && place < words.count && words[place] & (1 << UInt64(id & 63)) != 0
    }
  }

  private var sets: [Bits?] = []
  private var isDeclared = false

  /// Keeps the records that a query of ids finds, unless those of the kind are kept already.
  ///
  /// - Returns: the condition that a column holds one of them.
  func condition(
    _ column: String, _ kind: Kind, _ query: () -> String?, _ cache: StatementCache
  ) throws -> String? {
    let number = Int(kind.number)
    if !sets.indices.contains(number) || sets[number] == nil {
      guard let query = query() else { return nil }
      let bits = Bits()
      let ids = try cache.prepared(query)
      while try ids.step() { bits.insert(ids.integer(0)) }
      while sets.count <= number { sets.append(nil) }
      sets[number] = bits
    }
    declare(cache.db)
    return "seen(\(number), \(column))"
  }

  private func declare(_ db: Database) {
    guard !isDeclared else { return }
    isDeclared = true
    let flags = SQLITE_UTF8 | SQLITE_INNOCUOUS
    _ = sqlite3_create_function_v2(
      db.sqliteConnection, "seen", 2, flags, Unmanaged.passUnretained(self).toOpaque(),
      { context, _, values in
        guard let values, let mine = sqlite3_user_data(context) else { return }
        let number = Int(sqlite3_value_int64(values[0]))
        guard sqlite3_value_type(values[1]) == SQLITE_INTEGER else {
          return sqlite3_result_int(context, 0)
        }
        let sets = Unmanaged<SeenRecords>.fromOpaque(mine).takeUnretainedValue().sets
        let isSeen = sets[number]?.contains(sqlite3_value_int64(values[1])) ?? false
        sqlite3_result_int(context, isSeen ? 1 : 0)
      }, nil, nil, nil)
  }
}
