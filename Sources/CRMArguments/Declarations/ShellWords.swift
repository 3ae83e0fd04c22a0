extension Example {
  /// The arguments of each call of `program` in the line: `crm a | crm b` has two. Quotes and
  /// backslashes are read as a shell does; redirections and other programs are left out.
  public func calls(of program: String = "crm") -> [[String]] {
    ShellWords(command).pipelines.compactMap { words in
      words.first == program ? Array(words.dropFirst()) : nil
    }
  }
}

/// Splits a shell line without expansions into commands and their words.
private struct ShellWords {
  private(set) var pipelines: [[String]] = []
  private var words: [String] = []
  private var word: String?
  private var isTarget = false

  init(_ line: String) {
    var quote: Character?
    var escaped = false
    for character in line {
      if escaped {
        add(character)
        escaped = false
      } else if character == "\\", quote != "'" {
        escaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { add(character) }
      } else {
        switch character {
        case "'", "\"":
          quote = character
          word = word ?? ""
        case " ": endWord()
        case "|", ";", "&": endCommand()
        case "<", ">":
          endWord()
          isTarget = true
        default: add(character)
        }
      }
    }
    endCommand()
  }

  private mutating func add(_ character: Character) {
    word = (word ?? "") + String(character)
  }

  private mutating func endWord() {
    guard let done = word else { return }
    if isTarget { isTarget = false } else { words.append(done) }
    word = nil
  }

  private mutating func endCommand() {
    endWord()
    if !words.isEmpty { pipelines.append(words) }
    words = []
  }
}
