import CRMValues

extension CommandTable {
  /// A command that a search of the help found.
  public struct Found {
    public let words: [String]
    public let summary: Label
  }

  /// Returns the commands that words of either language are about, the nearest first: those whose
  /// words and summaries have all of them, then those whose explanations or options do. Case and
  /// marks do not count.
  public func commands(about text: String) -> [Found] {
    let wanted = HelpSearch.words(text)
    let phrase = wanted.joined(separator: " ")
    guard !wanted.isEmpty else { return [] }
    var found: [(rank: Int, length: Int, order: Int, command: Found)] = []
    for group in visibleGroups {
      for command in group.visibleCommands {
        guard let rank = HelpSearch.rank(command, in: group, wanted, phrase) else { continue }
        found.append(
          (
            rank, HelpSearch.words(command.summary.vi).count, found.count,
            Found(words: command.words, summary: command.summary)
          ))
      }
    }
    // What only an option speaks of is told where nothing else is found.
    let near = found.filter { $0.rank < 2 }
    let sorted = (near.isEmpty ? found : near)
      .sorted { ($0.rank, $0.length, $0.order) < ($1.rank, $1.length, $1.order) }.map(\.command)
    // What every noun can do is told once.
    var nouns: [ArraySlice<String>: Int] = [:]
    for command in sorted { nouns[command.words.dropFirst(), default: 0] += 1 }
    var told: Set<ArraySlice<String>> = []
    return sorted.filter { command in
      let verb = command.words.dropFirst()
      return verb.isEmpty || nouns[verb, default: 0] <= HelpSearch.alike
        || told.insert(verb).inserted
    }
    .prefix(HelpSearch.most).map(\.self)
  }

  /// Returns the words of the command line that a topic in words of people stands for: a noun by
  /// its label in either language, perhaps with what its verbs do; nil where it is none.
  public func topic(saidAs words: [String]) -> [String]? {
    for count in stride(from: words.count, to: 0, by: -1) {
      let said = HelpSearch.words(words.prefix(count).joined(separator: " ")).joined(separator: " ")
      guard let group = visibleGroups.first(where: { HelpSearch.isCalled($0, said) }) else {
        continue
      }
      let rest = words.dropFirst(count).joined(separator: " ")
      let verb = HelpSearch.words(rest)
      if verb.isEmpty { return [group.word] }
      let command = group.visibleCommands.first { command in
        command.words.dropFirst().elementsEqual(verb)
          || HelpSearch.begins(command.summary.vi, with: verb)
          || HelpSearch.begins(command.summary.en, with: verb)
      }
      if let command { return command.words }
    }
    return nil
  }

  /// Returns a list of found commands, as wide as a terminal.
  public func list(_ found: [Found], in language: Language, width: Int) -> String {
    var block = TextBlock(width: min(width, 100))
    block.addList(
      found.map { (([program] + $0.words).joined(separator: " "), $0.summary.text(in: language)) })
    return block.text
  }
}

/// How words of people are found in the command table.
private enum HelpSearch {
  /// More are not told.
  static let most = 20
  /// More nouns with one verb are not told.
  static let alike = 3

  static func words(_ text: String) -> [String] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  static func isCalled<Context>(_ group: CommandGroup<Context>, _ said: String) -> Bool {
    let names = [group.word, group.summary.en, group.summary.vi].map {
      words($0).joined(separator: " ")
    }
    return names.contains(said) || names[1] == said + "s"
  }

  static func begins(_ summary: String, with verb: [String]) -> Bool {
    words(summary).starts(with: verb)
  }

  /// How near a command is to the words; nil where it is about something else.
  static func rank<Context>(
    _ command: Command<Context>, in group: CommandGroup<Context>, _ wanted: [String],
    _ phrase: String
  ) -> Int? {
    let head = command.words.joined(separator: " ")
    let near = [head, command.summary.en, command.summary.vi, group.summary.en, group.summary.vi]
      .map { words($0) }
    if near.contains(where: { has($0, phrase) }) { return 0 }
    let all = near.flatMap(\.self)
    if wanted.allSatisfy({ word in all.contains { $0.hasPrefix(word) } }) { return 1 }
    let further =
      command.details.flatMap { [$0.en, $0.vi] }
      + command.options.flatMap { [$0.long, $0.summary.en, $0.summary.vi] }
    let explained = further.map { words($0) }
    if explained.contains(where: { has($0, phrase) }) { return 2 }
    guard wanted.count > 1 else { return nil }
    let whole = all + explained.flatMap(\.self)
    return wanted.allSatisfy { word in whole.contains { $0 == word } } ? 3 : nil
  }

  private static func has(_ words: [String], _ phrase: String) -> Bool {
    (" " + words.joined(separator: " ")).contains(" " + phrase)
  }
}
