import CRMValues
import GRDB

extension Schema {
  /// Returns the SQL of the sum of a column of whole numbers that fails for nobody.
  ///
  /// SQLite's own `sum()` fails as soon as one group of a statement leaves 64 bits, and everybody
  /// who looks at that table gets nothing. Here thousand millions and what is left of them are
  /// summed apart, which 9 × 10⁹ records could make too large at the earliest, and put together by
  /// operators, which turn to a floating number beyond 64 bits: filters and orders then still find
  /// what they should, and whoever shows the sum says whose it is, by
  /// ``PreparedStatement/isBeyondIntegers(_:)``.
  package static func sum(_ column: String) -> String {
    "(sum(\(column) / 1000000000) * 1000000000 + sum(\(column) % 1000000000))"
  }
}

extension PreparedStatement {
  /// Returns the sum that a column of the current row holds.
  ///
  /// - Parameter name: what it is the sum of, and whose.
  /// - Throws: ``CRMError`` for a sum beyond 64 bits.
  package func sum(_ column: Int32, _ name: @autoclosure () throws -> Label) throws -> Int64 {
    guard isBeyondIntegers(column) else { return integer(column) }
    throw CRMError.sumTooLarge(try name())
  }
}

extension PreparedStatement {
  /// Whether a statement failed because a sum that it was to keep left 64 bits.
  package static func isSumTooLarge(_ error: any Error) -> Bool {
    (error as? DatabaseError)?.isSumTooLarge == true
  }
}

extension CRMError {
  /// A sum that 64 bits do not hold.
  ///
  /// - Parameter name: what it is the sum of, and whose.
  package static func sumTooLarge(_ name: Label) -> CRMError {
    CRMError(
      .request, "\(name.en): the sum is too large to be told", vi: "\(name.vi): tổng quá lớn",
      hints: [
        Label(
          "Look for an amount that was mistyped among what is summed.",
          vi: "Hãy tìm số bị gõ nhầm trong các bản ghi được cộng.")
      ])
  }
}

extension DatabaseError {
  /// Whether a sum left 64 bits: SQLite's own failed, or a floating number was to be kept in a
  /// column of whole ones.
  var isSumTooLarge: Bool {
    extendedResultCode == .SQLITE_CONSTRAINT_DATATYPE
      || (resultCode == .SQLITE_ERROR && message == "integer overflow")
  }
}
