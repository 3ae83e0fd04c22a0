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
    SearchQuestion(text).map { prefix ? $0.unfinished ?? $0.whole : $0.whole }
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

/// The words of a search, of which the last may be the beginning of one.
struct SearchQuestion {
  let words: [String]
  /// Whether the last word may go on; a telephone number is whole.
  let mayGoOn: Bool

  /// Nil where the text has no words.
  init?(_ text: String) {
    // A phone number of any spelling stands in the index as its national number.
    if let key = Phone.key(text) {
      words = [key.hasPrefix("+84") ? "0" + key.dropFirst(3) : String(key.dropFirst())]
      mayGoOn = false
    } else {
      words = SearchWords.split(text)
      mayGoOn = true
      if words.isEmpty { return nil }
    }
  }

  /// The index's question for every word as it is.
  var whole: String { SearchQuestion.match(words[...]) }
  /// The index's question for the last word as a beginning; nil where it is none.
  var unfinished: String? { mayGoOn ? whole + "*" : nil }
  /// The last word.
  var last: String { words[words.count - 1] }
  /// The index's question for all words but the last; nil where there is one only.
  var finished: String? { words.count > 1 ? SearchQuestion.match(words.dropLast()) : nil }

  /// Returns the index's question with another last word.
  func match(last word: String) -> String { SearchQuestion.match(words.dropLast() + [word]) }

  /// Returns the index's question for some words.
  static func match(_ words: ArraySlice<String>) -> String {
    words.map { "\"\($0)\"" }.joined(separator: " ")
  }
}
