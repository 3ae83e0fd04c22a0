import CRMValues
import GRDB
import GRDBSQLite

/// The SQL functions of sameness where marks count (RULES 1.5), for fields of which no spellings
/// are kept: `same_text(text, key)`, 1 where a text has the key, and `identity_text(text)`, its key.
///
/// The first is asked of every record of a list, so that it looks at SQLite's bytes before it makes
/// a text of them.
enum SameText {
  /// Makes the functions known to a connection.
  static func add(to db: Database) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY
    _ = sqlite3_create_function_v2(
      db.sqliteConnection, "same_text", 2, flags, nil,
      { context, _, values in
        guard let context, let text = values?[0], let key = values?[1],
          let bytes = SameText.bytes(text), let sought = SameText.bytes(key)
        else { return }
        sqlite3_result_int(context, SameText.isSame(bytes, sought) ? 1 : 0)
      }, nil, nil, nil)
    db.add(function: identity)
  }

  private static let identity = DatabaseFunction("identity_text", argumentCount: 1, pure: true) {
    values in
    String.fromDatabaseValue(values[0]).map(identityText)
  }

  /// Returns the UTF-8 of a value; nil for null.
  private static func bytes(_ value: OpaquePointer) -> UnsafeBufferPointer<UInt8>? {
    guard let text = sqlite3_value_text(value) else { return nil }
    return UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
  }

  private static func isSame(
    _ text: UnsafeBufferPointer<UInt8>, _ key: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // An ASCII letter at the beginning stays the same letter, or takes a mark.
    if let first = text.first, let other = key.first, first > 0x20, first < 0x7F, other < 0x7F {
      let small = first &- 0x41 < 26 ? first | 0x20 : first
      guard small == other else { return false }
    }
    return identityText(String(decoding: text, as: UTF8.self))
      == String(decoding: key, as: UTF8.self)
  }
}
