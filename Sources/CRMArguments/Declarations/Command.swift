import CRMValues

/// Declares one command: its words, what may follow them, how it is explained, what it runs.
///
/// The parser, the help, the man page, the reference and the completions all follow from this
/// one declaration. `Context` is whatever the caller hands to `run`; this module never looks
/// inside it.
public struct Command<Context>: Sendable {
  /// What a command does to the database, which decides transaction, confirmation and dry run.
  public enum Effect: Sendable, CaseIterable {
    /// Needs no database.
    case none
    case reads
    case writes
    /// Writes what `undo` cannot bring back.
    case destroys
  }

  public typealias Run = @Sendable (Invocation, Context) throws -> Void

  /// The words that name the command, the word of its group first: `["customer", "filter"]`.
  public let words: [String]
  /// One line in the imperative, without a full stop.
  public let summary: Label
  /// Paragraphs printed below the usage line.
  public let details: [Label]
  public let operands: [Operand]
  public let options: [Option]
  public let effect: Effect
  public let examples: [Example]
  /// True for commands that only programs call; help and completion leave them out.
  public let hidden: Bool
  public let run: Run

  public init(
    _ words: [String], _ summary: Label, details: [Label] = [], operands: [Operand] = [],
    options: [Option] = [], effect: Effect, examples: [Example] = [], hidden: Bool = false,
    run: @escaping Run
  ) {
    self.words = words
    self.summary = summary
    self.details = details
    self.operands = operands
    self.options = options
    self.effect = effect
    self.examples = examples
    self.hidden = hidden
    self.run = run
  }

  /// The name as a person types it after `crm`: `customer filter`.
  public var name: String { words.joined(separator: " ") }
}
