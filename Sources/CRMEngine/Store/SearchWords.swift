import CRMValues

/// What a person typed into a search, as a question to the full-text index.
public enum SearchWords {
  /// Splits a text into the words the index knows: runs of letters and digits, folded.
  public static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in folded(text).unicodeScalars {
      if isWordPart(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Returns the index's question for records that hold every word of the text, or nil where
  /// the text has none.
  ///
  /// - Parameter prefix: whether the last word may be the beginning of one.
  public static func match(_ text: String, prefix: Bool) -> String? {
    // A phone number of any spelling stands in the index as its national number.
    if let key = Phone.key(text) {
      return "\"\(key.hasPrefix("+84") ? "0" + key.dropFirst(3) : String(key.dropFirst()))\""
    }
    let words = split(text)
    guard !words.isEmpty else { return nil }
    var match = words.map { "\"\($0)\"" }.joined(separator: " ")
    if prefix { match += "*" }
    return match
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .privateUse:
      return true
    default:
      return false
    }
  }
}
