/// How one part of a document is written on the command line, its values separated by colons:
/// `PRODUCT[:QUANTITY[:PRICE[:DISCOUNT[:TAX]]]]`.
public struct PartForm: Hashable, Sendable {
  /// The option that gives a new document its parts, and the word of the verbs that change them:
  /// `line`.
  public let word: String
  /// The fields in their order; those after the needed ones may be left out.
  public let fields: [String]
  /// How many of them have to be given.
  public let needed: Int

  public init(_ word: String, _ fields: [String], needed: Int = 1) {
    self.word = word
    self.fields = fields
    self.needed = needed
  }
}
