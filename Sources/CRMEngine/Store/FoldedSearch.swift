import CRMValues
import Foundation
import GRDB
import GRDBSQLite

/// The SQL function `holds_folded(text, part)`: 1 where a text holds a part without regard to case
/// and marks, 0 where not, null for null. The part is given folded.
///
/// It is asked of every record of a list, so that it reads SQLite's bytes where they are.
enum FoldedSearch {
  /// Makes the function known to a connection.
  static func add(to db: Database) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY
    _ = sqlite3_create_function_v2(
      db.sqliteConnection, "holds_folded", 2, flags, nil,
      { context, _, values in
        guard let context, let text = values?[0], let part = values?[1],
          let bytes = FoldedSearch.bytes(text), let sought = FoldedSearch.bytes(part)
        else { return }
        sqlite3_result_int(context, FoldedSearch.holds(bytes, sought) ? 1 : 0)
      }, nil, nil, nil)
  }

  /// Returns the UTF-8 of a value; nil for null.
  private static func bytes(_ value: OpaquePointer) -> UnsafeBufferPointer<UInt8>? {
    guard let text = sqlite3_value_text(value) else { return nil }
    return UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
  }

  private static func holds(
    _ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let found = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { output in
      foldLatinText(text, into: output).map { count in
        holds(UnsafeBufferPointer(rebasing: output[..<count]), exactly: part)
      }
    }
    if let found { return found }
    var whole = folded(String(decoding: text, as: UTF8.self))
    return whole.withUTF8 { holds($0, exactly: part) }
  }

  private static func holds(
    _ text: UnsafeBufferPointer<UInt8>, exactly part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = part.first, let sought = part.baseAddress, let bytes = text.baseAddress else {
      return part.isEmpty
    }
    var start = 0
    while start + part.count <= text.count,
      let next = memchr(bytes + start, Int32(first), text.count - part.count - start + 1)
    {
      if memcmp(next, sought, part.count) == 0 { return true }
      start = UnsafeRawPointer(next) - UnsafeRawPointer(bytes) + 1
    }
    return false
  }
}
