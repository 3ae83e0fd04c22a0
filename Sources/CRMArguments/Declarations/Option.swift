import CRMValues

/// Declares one option of a command, or of all of them.
public struct Option: Sendable {
  /// What follows the option's name.
  public struct Value: Sendable {
    /// How many words an option takes.
    public enum Arity: Sendable {
      /// Exactly one: `--to USER`, `--to=USER`.
      case one
      /// None, or one behind an equals sign: `--color`, `--color=never`.
      case optional
      /// None, or a word that says yes or no: `--common`, `--common no`, `--common=no`.
      case flag
      /// All that follow until the next option: `--and A B`. Behind an equals sign exactly one.
      case many
    }

    /// The word that stands for the value in help: `FILE`.
    public let placeholder: Placeholder
    public let arity: Arity
    public let completion: Completion

    public static func one(_ placeholder: Placeholder, _ completion: Completion = .none) -> Value {
      Value(placeholder: placeholder, arity: .one, completion: completion)
    }

    public static func optional(
      _ placeholder: Placeholder, _ completion: Completion = .none
    ) -> Value {
      Value(placeholder: placeholder, arity: .optional, completion: completion)
    }

    public static func flag(_ placeholder: Placeholder, _ completion: Completion = .none) -> Value {
      Value(placeholder: placeholder, arity: .flag, completion: completion)
    }

    public static func many(_ placeholder: Placeholder, _ completion: Completion = .none) -> Value {
      Value(placeholder: placeholder, arity: .many, completion: completion)
    }
  }

  /// Whether a command can do without the option.
  public enum Necessity: Sendable {
    case optional
    /// The parser refuses a command line without it.
    case required
    /// Shown among the required ones, but left to the command, which may ask for it.
    case prompted
  }

  /// The long name without its dashes: `tax-code`.
  public let long: String
  /// Further long names that mean the same: `phone` beside `phones`. What is read from a command
  /// line always has the first.
  public let also: [String]
  /// The letter of the short form, if there is one.
  public let short: Character?
  /// What follows the name; nil for a switch.
  public let value: Value?
  /// One line, without a full stop.
  public let summary: Label
  public let necessity: Necessity
  /// Whether the option may be given more than once.
  public let repeats: Bool
  /// The heading under which help lists the option.
  public let heading: Label?
  /// True for options that help and completion leave out.
  public let hidden: Bool
  /// True for passwords and keys: `Invocation.loggedArguments` masks the value.
  public let secret: Bool
  /// True for an option of a command that means something else than the global one of that name.
  public let replacesGlobal: Bool

  public init(
    _ long: String, also: [String] = [], short: Character? = nil, value: Value? = nil,
    _ summary: Label, necessity: Necessity = .optional, repeats: Bool = false,
    heading: Label? = nil, hidden: Bool = false, secret: Bool = false, replacesGlobal: Bool = false
  ) {
    self.long = long
    self.also = also
    self.short = short
    self.value = value
    self.summary = summary
    self.necessity = necessity
    self.repeats = repeats
    self.heading = heading
    self.hidden = hidden
    self.secret = secret
    self.replacesGlobal = replacesGlobal
  }

  /// Every long name.
  var names: [String] { [long] + also }

  /// The long form with its value: `--to USER`, `--color[=WHEN]`, `--common [yes|no]`,
  /// `--and GROUP…`.
  public func usage(in language: Language) -> String {
    guard let value else { return "--\(long)" }
    let word = value.placeholder.text(in: language)
    switch value.arity {
    case .one: return "--\(long) \(word)"
    case .optional: return "--\(long)[=\(word)]"
    case .flag: return "--\(long) [\(word)]"
    case .many: return "--\(long) \(word)…"
    }
  }
}
