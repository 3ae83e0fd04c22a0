import CRMValues

/// Declares one command: its words, what may follow them, how it is explained, what it runs.
///
/// The parser, the help, the man page, the reference and the completions all follow from this
/// one declaration. `Context` is whatever the caller hands to `run`; this module never looks
/// inside it. All but the words is built when it is first asked for, so that the one command
/// that was typed costs nothing for its neighbours.
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
  public let effect: Effect
  /// True for commands that only programs call; help and completion leave them out.
  public let hidden: Bool
  public let run: Run
  private var makeDeed: (@Sendable () -> Label)?
  private let makeSummary: @Sendable () -> Label
  private let makeDetails: @Sendable () -> [Label]
  private let makeExamples: @Sendable () -> [Example]
  private let knownOperands: Lazy<[Operand]>
  private let knownOptions: Lazy<[Option]>

  /// One line in the imperative, without a full stop.
  public var summary: Label { makeSummary() }
  /// What the log calls what it did, where that is not to be told as a plain change: `shared`.
  public var deed: Label? { makeDeed?() }
  /// Paragraphs printed below the usage line.
  public var details: [Label] { makeDetails() }
  public var operands: [Operand] { knownOperands.value }
  public var options: [Option] { knownOptions.value }
  public var examples: [Example] { makeExamples() }

  public init(
    _ words: [String], _ summary: @autoclosure @escaping @Sendable () -> Label,
    details: @autoclosure @escaping @Sendable () -> [Label] = [],
    operands: @autoclosure @escaping @Sendable () -> [Operand] = [],
    options: @autoclosure @escaping @Sendable () -> [Option] = [], effect: Effect,
    examples: @autoclosure @escaping @Sendable () -> [Example] = [], hidden: Bool = false,
    run: @escaping Run
  ) {
    self.words = words
    self.effect = effect
    self.hidden = hidden
    self.run = run
    makeSummary = summary
    makeDetails = details
    makeExamples = examples
    knownOperands = Lazy(operands)
    knownOptions = Lazy(options)
  }

  /// Returns the command with what the log calls what it did.
  public func logged(as deed: @autoclosure @escaping @Sendable () -> Label) -> Command {
    var command = self
    command.makeDeed = deed
    return command
  }

  /// The name as a person types it after `crm`: `customer filter`.
  public var name: String { words.joined(separator: " ") }
}
