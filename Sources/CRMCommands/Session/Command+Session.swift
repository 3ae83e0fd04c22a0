import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The kinds of command. What one does is said by the name of its body, and the body gets no
/// more than that: nothing, a ``Reader``, or a ``Writer`` within ``Work``. The options that come
/// with writing are added here.
extension Command where Context == Session {
  typealias Text = @Sendable () -> Label

  /// A command that needs no database.
  init(
    _ words: [String], _ summary: @autoclosure @escaping Text,
    details: @autoclosure @escaping @Sendable () -> [Label] = [],
    operands: @autoclosure @escaping @Sendable () -> [Operand] = [],
    options: @autoclosure @escaping @Sendable () -> [Option] = [],
    examples: @autoclosure @escaping @Sendable () -> [Example] = [], hidden: Bool = false,
    runs: @escaping Run
  ) {
    self.init(
      words, summary(), details: details(), operands: operands(), options: options(),
      effect: .none, examples: examples(), hidden: hidden, run: runs)
  }

  /// A command that reads.
  ///
  /// - Parameters:
  ///   - reads: prepares what is done with the open read door.
  ///   - saves: prepares what is written instead, where an option asks for that (`--save`).
  init(
    _ words: [String], _ summary: @autoclosure @escaping Text,
    details: @autoclosure @escaping @Sendable () -> [Label] = [],
    operands: @autoclosure @escaping @Sendable () -> [Operand] = [],
    options: @autoclosure @escaping @Sendable () -> [Option] = [],
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    saves: @escaping @Sendable (Session) throws -> Work? = { _ in nil },
    reads: @escaping @Sendable (Invocation, Session) throws -> Look
  ) {
    self.init(
      words, summary(), details: details(), operands: operands(), options: options(),
      effect: .reads, examples: examples()
    ) { invocation, session in
      if let work = try saves(session) { return try Runner(session).run(work) }
      try Runner(session).run(try reads(invocation, session))
    }
  }

  /// A command that writes: one operation, which `--dry-run` carries out and takes back.
  ///
  /// - Parameters:
  ///   - kind: the kind of which the command takes several records, by codes, filter or view.
  ///   - several: whether it acts on several records that it finds in another way, so that
  ///     `--yes` answers the question before that.
  ///   - writes: prepares the work; nil where there is none.
  init(
    _ words: [String], _ summary: @autoclosure @escaping Text,
    details: @autoclosure @escaping @Sendable () -> [Label] = [],
    operands: @autoclosure @escaping @Sendable () -> [Operand] = [],
    options: @autoclosure @escaping @Sendable () -> [Option] = [], selects kind: Kind? = nil,
    several: Bool = false, examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    writes: @escaping @Sendable (Invocation, Session) throws -> Work?
  ) {
    self.init(
      words, summary(), details: details(), operands: operands(),
      options: options() + (kind.map { GlobalOptions.selecting($0.rawValue) } ?? [])
        + WritingOptions.of(several: several || kind != nil),
      effect: .writes, examples: examples()
    ) { try Runner($1).run(try writes($0, $1)) }
  }

  /// A command that destroys what `undo` cannot bring back, after a word was typed back.
  init(
    _ words: [String], _ summary: @autoclosure @escaping Text,
    details: @autoclosure @escaping @Sendable () -> [Label] = [],
    operands: @autoclosure @escaping @Sendable () -> [Operand] = [],
    options: @autoclosure @escaping @Sendable () -> [Option] = [],
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    destroys: @escaping @Sendable (Invocation, Session) throws -> Work?
  ) {
    self.init(
      words, summary(), details: details(), operands: operands(),
      options: options() + [WritingOptions.confirmKind] + WritingOptions.of(several: false),
      effect: .destroys, examples: examples()
    ) { try Runner($1).run(try destroys($0, $1)) }
  }

  /// A command that puts another database in the place of this one, after the name of its file was
  /// typed back.
  init(
    _ words: [String], _ summary: @autoclosure @escaping Text,
    details: @autoclosure @escaping @Sendable () -> [Label] = [],
    operands: @autoclosure @escaping @Sendable () -> [Operand] = [],
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    replaces: @escaping @Sendable (Invocation, Session) throws -> Replacement
  ) {
    self.init(
      words, summary(), details: details(), operands: operands(),
      options: [WritingOptions.confirmFile] + WritingOptions.of(several: false),
      effect: .destroys, examples: examples()
    ) { try Runner($1).run(try replaces($0, $1)) }
  }
}

/// What writing commands take, each as it is declared.
private enum WritingOptions {
  static func of(several: Bool) -> [Option] { [dryRun] + (several ? [yes] : []) }

  private static let dryRun = Option(
    "dry-run", short: "n",
    Label("Say what would change and change nothing", vi: "Chỉ cho biết sẽ thay đổi gì"))

  private static let yes = Option(
    "yes", short: "y", Label("Do not ask before changing many", vi: "Không hỏi xác nhận"))

  static let confirmKind = confirm(
    Label(
      "The kind's name, or all, where nobody can be asked",
      vi: "Tên loại bản ghi, hoặc all, khi không thể hỏi"))

  static let confirmFile = confirm(
    Label(
      "The name of the database's file, where nobody can be asked",
      vi: "Tên tệp dữ liệu, khi không thể hỏi"))

  private static func confirm(_ what: Label) -> Option {
    Option("confirm", value: .one("NAME"), what)
  }
}
