import CRMValues
import GRDB
import GRDBSQLite

/// A statement prepared once and run many times through SQLite's own binding.
///
/// The library's argument and row types cost more than the SQL of a bulk import does; hot loops
/// bind here. Everything is used on the connection's own queue.
package final class PreparedStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  /// Prepares the statement for as long as this object lives.
  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else {
      throw CRMError(.bug, "the database connection is closed", vi: "kết nối dữ liệu đã đóng")
    }
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw PreparedStatement.failure(code, connection, sql: sql)
    }
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  private static func failure(
    _ code: Int32, _ connection: OpaquePointer, sql: String? = nil
  ) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }

  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Binds one parameter, counted from 1.
  @inline(__always)
  package func bind(_ index: Int32, _ value: Value) {
    switch value {
    case .null, .list: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .text(let text): bind(index, text)
    }
  }

  @inline(__always)
  package func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(handle, index, number) }

  @inline(__always)
  package func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = sqlite3_bind_text64(
        handle, index,
        UnsafeRawPointer(bytes.baseAddress ?? PreparedStatement.empty)
          .assumingMemoryBound(to: CChar.self), sqlite3_uint64(bytes.count),
        PreparedStatement.transient, UInt8(SQLITE_UTF8))
    }
  }

  /// Binds bytes of UTF-8 that stay where they are until the statement has run.
  @inline(__always)
  func bind(_ index: Int32, lasting bytes: UnsafeBufferPointer<UInt8>) {
    _ = sqlite3_bind_text64(
      handle, index,
      UnsafeRawPointer(bytes.baseAddress ?? PreparedStatement.empty)
        .assumingMemoryBound(to: CChar.self), sqlite3_uint64(bytes.count), nil,
      UInt8(SQLITE_UTF8))
  }

  private nonisolated(unsafe) static let empty: UnsafePointer<UInt8> = {
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    byte.pointee = 0
    return UnsafePointer(byte)
  }()

  /// Runs a statement that returns no rows, and makes it ready for the next run.
  @inline(__always)
  package func run() throws {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      let error = PreparedStatement.failure(code, connection)
      sqlite3_reset(handle)
      throw error
    }
    sqlite3_reset(handle)
  }

  /// Moves to the next row; false at the end, where the statement is made ready again.
  package func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      let error = PreparedStatement.failure(code, connection)
      sqlite3_reset(handle)
      throw error
    }
    sqlite3_reset(handle)
    return false
  }

  package func reset() { sqlite3_reset(handle) }

  /// Returns the first column of the first row, or nil where there is none.
  package func firstInteger() throws -> Int64? {
    guard try step() else { return nil }
    let value = value(0).integer
    reset()
    return value
  }

  package func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  package func text(_ column: Int32) -> String? { value(column).text }

  /// Hands over the bytes of a column of the current row, which last as long as the body.
  func withBytes<T>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows
    -> T
  {
    let bytes = sqlite3_column_text(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  /// Whether a column of the current row holds a number that 64 bits do not: a sum that left them
  /// (``Schema/sum(_:)``).
  package func isBeyondIntegers(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_FLOAT
      && Int64(exactly: sqlite3_column_double(handle, column).rounded()) == nil
  }

  /// Returns a column of the current row; floating values, which no table of ours holds, are
  /// rounded, and those beyond 64 bits are the nearest that these hold.
  package func value(_ column: Int32) -> Value {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT:
      let number = sqlite3_column_double(handle, column).rounded()
      return .integer(Int64(exactly: number) ?? (number < 0 ? .min : .max))
    default:
      guard let bytes = sqlite3_column_text(handle, column) else { return .null }
      let count = Int(sqlite3_column_bytes(handle, column))
      return .text(
        String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
  }
}
