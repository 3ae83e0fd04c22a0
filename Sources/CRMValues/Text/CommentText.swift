/// What a comment says to colleagues beside its words: whom it mentions, and the keys by which it
/// is found again (RULES 8.2).
///
/// A mark counts at the beginning of a word only, so that an e-mail address mentions nobody; a
/// doubled one stands for itself.
public struct CommentText: Hashable, Sendable {
  /// The words behind `@`, as typed, each once.
  public private(set) var mentions: [String] = []
  /// The words behind `#`, as typed, each once whatever its case and marks.
  public private(set) var keys: [String] = []

  public init(_ text: String) {
    var word = ""
    for character in text + " " {
      if character.isWhitespace {
        take(word)
        word = ""
      } else {
        word.append(character)
      }
    }
  }

  /// Takes a word with what stands around it: `(@lan,` mentions lan.
  private mutating func take(_ word: String) {
    let bare = word.drop { "([{\"'“‘".contains($0) }
    guard let mark = bare.first, mark == "@" || mark == "#" else { return }
    var name = String(bare.dropFirst())
    name = String(name.prefix { CommentText.isPart($0, of: mark) })
    while let last = name.last, ".-".contains(last) { name.removeLast() }
    guard name.contains(where: \.isLetter) else { return }
    if mark == "@" {
      if !mentions.contains(name) { mentions.append(name) }
    } else if !keys.contains(where: { folded($0) == folded(name) }) {
      keys.append(name)
    }
  }

  /// The keys as they are kept: each with its mark and a semicolon, between which a search finds
  /// the whole of one; nil for none.
  public var keptKeys: String? {
    keys.isEmpty ? nil : keys.map(CommentText.kept(key:)).joined(separator: " ")
  }

  /// Returns a key, typed with its mark or without, as it is kept.
  public static func kept(key: String) -> String { "#\(key.drop { $0 == "#" });" }

  private static func isPart(_ character: Character, of mark: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-"
      || (mark == "@" && character == ".")
  }
}
