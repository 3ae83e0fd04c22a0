import CRMValues

/// Walks over the characters of a filter. What a word is depends on where it stands, so the
/// parser asks for a name, a symbol or a value as it expects one.
struct FilterScanner {
  let source: String
  let characters: [Character]
  private(set) var index = 0

  init(_ source: String) {
    self.source = source
    characters = Array(source)
  }

  var isAtEnd: Bool { index >= characters.count }
  var next: Character? { isAtEnd ? nil : characters[index] }
  var place: SourcePlace { SourcePlace(source, column: index + 1) }

  func place(at index: Int) -> SourcePlace { SourcePlace(source, column: index + 1) }

  mutating func skipBlanks() {
    while let character = next, character.isWhitespace { index += 1 }
  }

  mutating func take(_ text: String) -> Bool {
    guard characters[index...].starts(with: text) else { return false }
    index += text.count
    return true
  }

  /// Takes the first of the words that comes next as a whole word, case and marks ignored.
  mutating func takeWord(_ words: String...) -> Bool {
    let start = index
    guard let word = takeName(), words.contains(folded(word)) else {
      index = start
      return false
    }
    return true
  }

  /// Takes a field name: a letter, then letters, digits, `_` and `-`.
  mutating func takeName() -> String? {
    guard let first = next, first.isLetter else { return nil }
    let start = index
    while let character = next, Self.isOfName(character) { index += 1 }
    return String(characters[start..<index])
  }

  /// Takes everything up to the end.
  mutating func takeAll() -> String {
    defer { index = characters.count }
    return String(characters[index...])
  }

  /// The next word or character, to be named in an error.
  var found: String {
    guard let character = next else { return "" }
    guard Self.isOfName(character) else { return String(character) }
    return String(characters[index...].prefix { Self.isOfName($0) })
  }

  /// Takes a value without quotation marks: up to a blank, a bracket or, in a list, a comma.
  /// A sign of comparison may stand before it, as in `= <5`.
  mutating func takeBareValue(inList: Bool) -> String? {
    let start = index
    if !inList { takeSign() }
    let word = index
    while let character = next, Self.isOfBareValue(character), !(inList && character == ",") {
      index += 1
    }
    guard index > word else {
      index = start
      return nil
    }
    return String(characters[start..<index])
  }

  private mutating func takeSign() {
    guard next == "<" || next == ">" else { return }
    index += 1
    if next == "=" { index += 1 }
  }

  /// Takes a value in quotation marks, nil where none begins. Inside, the mark is written
  /// twice or behind a backslash.
  mutating func takeQuotedValue() throws -> String? {
    guard let mark = next, let closing = Self.closing[mark] else { return nil }
    let start = index
    index += 1
    var text = ""
    while let character = next {
      index += 1
      if character == "\\", let escaped = next, escaped == "\\" || escaped == closing {
        text.append(escaped)
        index += 1
      } else if character == closing {
        guard next == closing else { return text }
        text.append(closing)
        index += 1
      } else {
        text.append(character)
      }
    }
    throw place(at: start).error(
      "the quotation mark is not closed", vi: "dấu ngoặc kép không được đóng")
  }

  static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-"
  }

  private static func isOfBareValue(_ character: Character) -> Bool {
    if character.isWhitespace { return false }
    switch character {
    case "(", ")", "[", "]", "\"", "=", "<", ">", "!", "~", "“", "”": return false
    default: return true
    }
  }

  private static let closing: [Character: Character] = ["\"": "\"", "'": "'", "“": "”"]

  /// The words that end a condition: a value of that name is quoted.
  static let joiningWords: Set<String> = ["and", "or", "va", "hoac"]

  /// Tells whether a value has to be typed in quotation marks.
  static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.first, first != "'", !joiningWords.contains(folded(text)) else {
      return true
    }
    var scanner = FilterScanner(text)
    return scanner.takeBareValue(inList: true) == nil || !scanner.isAtEnd
  }
}
