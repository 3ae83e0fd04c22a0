import CRMValues

/// A list of terms with their meaning for the man page and the reference: exit status,
/// environment, files.
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

  public let title: Label
  public let entries: [Entry]

  public init(_ title: Label, _ entries: [Entry]) {
    self.title = title
    self.entries = entries
  }
}
