import CRMValues

/// A noun with its verbs, or a top-level verb: then `commands` holds one whose words are `[word]`.
public struct CommandGroup<Context>: Sendable {
  /// The first word of every command in the group.
  public let word: String
  /// Other spellings of `word` that the parser accepts.
  public let aliases: [String]
  /// True for groups that only programs use; help and completion leave them out.
  public let hidden: Bool
  /// Builds the declarations. Called only for the group that was typed, so that starting one
  /// command does no work for the others.
  public let commands: @Sendable () -> [Command<Context>]
  private let makeSummary: @Sendable () -> Label
  private let makeSection: @Sendable () -> Label

  public var summary: Label { makeSummary() }
  /// The heading under which `crm help` lists the group.
  public var section: Label { makeSection() }

  public init(
    _ word: String, aliases: [String] = [],
    _ summary: @autoclosure @escaping @Sendable () -> Label,
    section: @autoclosure @escaping @Sendable () -> Label,
    hidden: Bool = false, commands: @escaping @Sendable () -> [Command<Context>]
  ) {
    self.word = word
    self.aliases = aliases
    makeSummary = summary
    makeSection = section
    self.hidden = hidden
    self.commands = commands
  }

  /// Makes the group of a top-level verb from its one command.
  public init(
    verb word: String, _ summary: @autoclosure @escaping @Sendable () -> Label,
    section: @autoclosure @escaping @Sendable () -> Label, hidden: Bool = false,
    command: @escaping @Sendable () -> Command<Context>
  ) {
    self.init(word, summary(), section: section(), hidden: hidden) { [command()] }
  }
}
