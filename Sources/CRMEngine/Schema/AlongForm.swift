/// How a record is written in one text with the one it belongs to: `Chị Mai, kế toán, 0912…`. The
/// first words are its name; phones and emails are known by what they look like, whatever is left
/// goes to one field.
public struct AlongForm: Hashable, Sendable {
  /// The option that takes such a text: `contact`.
  public let word: String
  /// What such a column is called in files of the record it belongs to.
  public let headers: [String]
  /// The field of the name, and that of what is left.
  public let name: String
  public let rest: String

  public init(_ word: String, headers: [String], name: String, rest: String) {
    self.word = word
    self.headers = headers
    self.name = name
    self.rest = rest
  }
}
