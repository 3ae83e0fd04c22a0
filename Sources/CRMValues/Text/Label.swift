/// A language of the screen: labels, messages and enumerated values exist in each.
public enum Language: String, CaseIterable, Sendable {
  case en, vi
}

/// A text in both languages, so that a missing translation does not compile.
public struct Label: Hashable, Sendable {
  public let en: String
  public let vi: String

  public init(_ en: String, vi: String) {
    self.en = en
    self.vi = vi
  }

  /// Makes a text that reads the same in both languages: a code, a file name, a number.
  public init(same text: String) {
    self.init(text, vi: text)
  }

  /// Returns the text in the given language.
  public func text(in language: Language) -> String {
    switch language {
    case .en: return en
    case .vi: return vi
    }
  }
}
