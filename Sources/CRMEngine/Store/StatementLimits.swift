import CRMValues
import GRDB

/// What SQLite takes no more of in one statement: brackets in each other, columns, values.
///
/// The filter language states limits of its own before (``FilterParser``, ``Reader/columns(_:of:)``);
/// this is for what many of these come to together, so that nobody reads of parsers and trees.
enum StatementLimits {
  /// Columns that one question may ask for.
  static let columns = 1_000
  /// Keys of one order.
  static let sortKeys = 100

  /// Beginnings of what SQLite says.
  private static let sayings = [
    "parser stack overflow", "Expression tree is too large", "too many columns",
    "too many terms in", "too many SQL variables", "LIKE or GLOB pattern too complex",
    "too many FROM clause terms", "at most 64 tables", "too many arguments on function",
    "variable number must be", "fts5: parser stack overflow", "fts5 expression tree is too large",
  ]

  /// Returns the error to show for a statement that was too much; nil for any other fault.
  static func error(_ error: DatabaseError) -> CRMError? {
    let isTooMuch: Bool
    switch error.resultCode {
    case .SQLITE_TOOBIG: isTooMuch = true
    case .SQLITE_ERROR: isTooMuch = sayings.contains { error.message?.hasPrefix($0) == true }
    default: isTooMuch = false
    }
    return isTooMuch ? tooMuch : nil
  }

  static let tooMuch = CRMError(
    .usage, "what is asked for is nested too deeply, or is too much at once",
    vi: "yêu cầu lồng nhau quá sâu, hoặc quá nhiều thứ cùng lúc",
    hints: [
      Label(
        "Use fewer brackets, steps of a path, columns or values.",
        vi: "Hãy dùng ít dấu ngoặc, bước đường dẫn, cột hoặc giá trị hơn.")
    ])

  /// More columns or sort keys than one question may have.
  static func tooMany(_ count: Int, of things: Label, most: Int) -> CRMError {
    CRMError(
      .usage,
      "\(count.counted(.en)) \(things.en) are more than one list may have: \(most.counted(.en))",
      vi:
        "\(count.counted(.vi)) \(things.vi) nhiều hơn số một danh sách được có: "
        + "\(most.counted(.vi))"
    )
  }
}
