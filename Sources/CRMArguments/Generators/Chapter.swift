import CRMValues

/// What stands in the help, the man page and the reference beside the commands: a topic with a
/// list of terms and their meaning.
public struct Chapter: Sendable {
  /// A term and what it means.
  public struct Entry: Sendable {
    public let term: String
    public let text: Label

    public init(_ term: String, _ text: Label) {
      self.term = term
      self.text = text
    }
  }

  /// The word that `help` takes for it.
  public let word: String
  public let title: Label
  /// Paragraphs before the list.
  public let details: [Label]
  public let entries: [Entry]

  public init(_ word: String, _ title: Label, details: [Label] = [], _ entries: [Entry]) {
    self.word = word
    self.title = title
    self.details = details
    self.entries = entries
  }
}
