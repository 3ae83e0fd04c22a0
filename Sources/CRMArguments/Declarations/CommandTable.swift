import CRMValues

/// Everything the program understands: the options valid everywhere and the groups of commands.
public struct CommandTable<Context>: Sendable {
  /// The name of the program in usage lines and generated files.
  public let program: String
  /// One line on what the program is.
  public let summary: Label
  /// The options valid before the noun and after the verb, `--help` and `--version` included.
  public let globalOptions: [Option]
  private let makeGroups: @Sendable () -> [CommandGroup<Context>]
  private let find: (@Sendable (String) -> CommandGroup<Context>?)?
  /// What is explained beside the commands, made only when it is asked for.
  public let chapters: @Sendable () -> [Chapter]

  /// Every group, in the order in which help lists them. Made anew whenever it is asked for.
  public var groups: [CommandGroup<Context>] { makeGroups() }

  /// Makes a table. `--help` and `--version` are added to the global options.
  ///
  /// - Parameter find: finds the group of a word without building the others; nil looks through
  ///   all.
  public init(
    program: String = "crm", _ summary: Label, globalOptions: [Option],
    groups: @autoclosure @escaping @Sendable () -> [CommandGroup<Context>],
    find: (@Sendable (String) -> CommandGroup<Context>?)? = nil,
    chapters: @escaping @Sendable () -> [Chapter] = { [] }
  ) {
    self.program = program
    self.summary = summary
    self.globalOptions = globalOptions + [.help, .version]
    makeGroups = groups
    self.find = find
    self.chapters = chapters
  }

  /// Returns the group with that word or alias.
  public func group(named word: String) -> CommandGroup<Context>? {
    if let find { return find(word) }
    return groups.first { $0.word == word || $0.aliases.contains(word) }
  }

  /// Returns the command with exactly these words.
  public func command(named words: [String]) -> Command<Context>? {
    guard let first = words.first, let group = group(named: first) else { return nil }
    let canonical = [group.word] + words.dropFirst()
    return group.commands().first { $0.words == canonical }
  }

  /// Returns the one-line synopsis of a command: `crm customer show [OPTION…] CODE…`.
  public func usage(of command: Command<Context>, in language: Language = .en) -> String {
    var parts = [program] + command.words
    parts += command.options.filter { $0.necessity == .required && !$0.hidden }.map {
      $0.usage(in: language)
    }
    if command.options.contains(where: { $0.necessity != .required && !$0.hidden }) {
      parts.append(Words.anyOptions.text(in: language))
    }
    return (parts + command.operands.map { $0.usage(in: language) }).joined(separator: " ")
  }
}

extension Option {
  static let help = Option(
    "help", short: "h", Label("Show the help of the command", vi: "Hiện trợ giúp của lệnh"))
  static let version = Option(
    "version", short: "V", Label("Show the version", vi: "Hiện phiên bản"))
}
