import CRMValues

/// Reads one command line from left to right.
///
/// The words of the command are matched as long as they lead to a command of the table; the first
/// operand, option of the command or `--` settles which command it is.
struct Parser<Context> {
  let table: CommandTable<Context>
  let arguments: [String]
  /// Set for help and completion: mistakes in options then do not matter.
  let forgiving: Bool
  var index = 0
  var group: CommandGroup<Context>?
  var commands: [Command<Context>] = []
  var matched: [String] = []
  /// Index behind the last word of the command.
  var commandEnd = 0
  var command: Command<Context>?
  var operands: [String] = []
  /// The index of each operand in the arguments.
  var operandPositions: [Int] = []
  var files: [FileWord] = []
  var occurrences: [Invocation.Occurrence] = []
  var logged: [String]

  /// The option whose values the words have just been, or are still to come.
  var open: Option?
  /// Whether `--` has ended the options.
  var ended = false

  init(table: CommandTable<Context>, arguments: [String], forgiving: Bool = false) {
    self.table = table
    self.arguments = arguments
    logged = arguments
    let asksForHelp = arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    self.forgiving = forgiving || asksForHelp
  }

  mutating func parse() throws(CRMError) -> ParseResult<Context> {
    try walk()
    if occurrences.contains(where: { $0.option == "help" }) || matched.isEmpty {
      if occurrences.contains(where: { $0.option == "version" }) { return .version(invocation) }
      return .help(matched, invocation)
    }
    try settle(before: nil)
    guard let command else { throw .missingVerb(of: matched, among: verbs, program: table.program) }
    try check(command)
    return .run(command, invocation)
  }

  /// Reads all words, without judging what they amount to.
  mutating func walk() throws(CRMError) {
    while index < arguments.count {
      let word = arguments[index]
      if word == "--" {
        ended = true
        try settle(before: nil)
        operands += arguments[(index + 1)...]
        operandPositions += (index + 1)..<arguments.count
        break
      }
      if Self.isOption(word) { try takeOptionWord(word) } else { try takeWord(word) }
    }
  }

  /// Returns whether a word is read as an option: `--…`, or a dash and a letter. Thus `-`, `-3m`
  /// and `-5` are operands and values.
  static func isOption(_ word: String) -> Bool {
    if word.hasPrefix("--") { return true }
    guard word.hasPrefix("-"), let letter = word.dropFirst().first else { return false }
    return letter.isASCII && letter.isLetter
  }

  private mutating func takeOptionWord(_ word: String) throws(CRMError) {
    let start = index
    do {
      if word.hasPrefix("--") { try takeLong(word) } else { try takeShorts(word) }
    } catch {
      guard forgiving else { throw error }
      index = start + 1
    }
  }

  private mutating func takeWord(_ word: String) throws(CRMError) {
    if group == nil {
      guard let found = table.group(named: word) else {
        throw .unknownNoun(
          word, among: table.groups.filter { !$0.hidden }.map(\.word), program: table.program)
      }
      group = found
      commands = found.commands()
      matched = [found.word]
      commandEnd = index
    } else if command == nil, commands.contains(where: { $0.words.starts(with: matched + [word]) })
    {
      matched.append(word)
      commandEnd = index
    } else {
      try settle(before: word)
      operands.append(word)
      operandPositions.append(index)
    }
    index += 1
  }

  /// Decides that the words matched so far are the command.
  mutating func settle(before word: String?) throws(CRMError) {
    guard command == nil else { return }
    guard let exact = commands.first(where: { $0.words == matched }) else {
      if matched.isEmpty { throw .missingNoun(program: table.program) }
      guard let word else {
        throw .missingVerb(of: matched, among: verbs, program: table.program)
      }
      throw .unknownVerb(word, of: matched, among: verbs, program: table.program)
    }
    command = exact
  }

  /// The words that could follow those matched.
  var verbs: [String] {
    var seen: [String] = []
    for command in commands
    where !command.hidden && command.words.count > matched.count
      && command.words.starts(with: matched)
    {
      let next = command.words[matched.count]
      if !seen.contains(next) { seen.append(next) }
    }
    return seen
  }

  var invocation: Invocation {
    let own = command?.options ?? []
    let globals = table.globalOptions.filter { global in
      !own.contains { $0.long == global.long }
    }
    return Invocation(
      words: matched, operands: operands, occurrences: occurrences, arguments: arguments,
      loggedArguments: logged, options: own + globals, files: files + operandFiles,
      usage: command.map(usage) ?? Label(same: table.program))
  }

  /// The operands that are files by their declaration.
  private var operandFiles: [FileWord] {
    guard let declared = command?.operands, !declared.isEmpty else { return [] }
    return zip(operands, operandPositions).enumerated().compactMap { place, operand in
      guard place < declared.count || declared.last?.isMany == true,
        case .files(let use, _) = declared[min(place, declared.count - 1)].completion
      else { return nil }
      return FileWord(use: use, path: operand.0, position: operand.1, prefix: "")
    }
  }

  func usage(of command: Command<Context>) -> Label {
    Label(table.usage(of: command), vi: table.usage(of: command, in: .vi))
  }
}
