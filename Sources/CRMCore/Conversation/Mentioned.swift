import CRMEngine
import CRMValues

/// Whom a word behind `@` means: a login, or a name where it is one person's (RULES 8.2).
struct Mentioned {
  private let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  /// Returns the user of a login, else the one whose name, the whole of it without blanks or the
  /// last word of it, is the typed one; with its marks before those with others.
  ///
  /// - Throws: ``CRMError`` where it is nobody's, or the name of several.
  func user(_ typed: String) throws -> Int64 {
    if let user = try writer.find(.user, code: typed), !user.isDeleted { return user.id }
    var exact: [(id: Int64, login: String)] = []
    var others = exact
    let users = try writer.cache.statement(
      "SELECT id, code, name FROM user WHERE deleted IS NULL AND active = 1 ORDER BY code")
    while try users.step() {
      let names = Mentioned.names(users.text(2) ?? "")
      let user = (users.integer(0), users.text(1) ?? "")
      if names.contains(nfc(typed).lowercased()) {
        exact.append(user)
      } else if names.map(folded).contains(folded(typed)) {
        others.append(user)
      }
    }
    let found = exact.isEmpty ? others : exact
    guard let only = found.first else {
      throw CommentErrors.unknownMention(typed, nearest: try writer.nearestNames(.user, typed))
    }
    guard found.count == 1 else {
      throw CommentErrors.mentionOfSeveral(typed, found.map(\.login))
    }
    return only.id
  }

  private static func names(_ name: String) -> [String] {
    let words = nfc(name).lowercased().split(separator: " ").map(String.init)
    return [words.joined()] + words.suffix(1)
  }
}
