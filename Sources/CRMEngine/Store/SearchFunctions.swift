import CRMValues
import GRDB

/// The SQL functions of search without marks.
enum SearchFunctions {
  /// `fold(text)`: lower case, without Vietnamese marks.
  static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
    guard let text = String.fromDatabaseValue(values[0]) else { return nil }
    return folded(text)
  }

  /// `has_marks(text, words)`: 1 where the lower-cased text contains each of the words, which
  /// blanks part, with its marks.
  static let hasMarks = DatabaseFunction("has_marks", argumentCount: 2, pure: true) { values in
    guard let text = String.fromDatabaseValue(values[0]),
      let words = String.fromDatabaseValue(values[1])
    else { return 0 }
    let lower = nfc(text).lowercased()
    return words.split(separator: " ").allSatisfy { lower.contains($0) } ? 1 : 0
  }
}
