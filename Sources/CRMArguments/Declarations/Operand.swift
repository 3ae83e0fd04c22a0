import CRMValues

/// Declares an operand: a word of the command line that is neither command word nor option.
public struct Operand: Sendable {
  /// How many words the operand stands for.
  public enum Arity: Sendable {
    case one, optional, many, oneOrMore
  }

  /// The word that stands for the operand in help: `CODE`.
  public let placeholder: Placeholder
  public let summary: Label
  public let arity: Arity
  public let completion: Completion

  public init(
    _ placeholder: Placeholder, _ summary: Label, arity: Arity = .one,
    completion: Completion = .none
  ) {
    self.placeholder = placeholder
    self.summary = summary
    self.arity = arity
    self.completion = completion
  }

  /// The operand as a usage line shows it: `CODE`, `[CODE]`, `[CODE…]`, `CODE…`.
  public func usage(in language: Language) -> String {
    let word = placeholder.text(in: language)
    switch arity {
    case .one: return word
    case .optional: return "[\(word)]"
    case .many: return "[\(word)…]"
    case .oneOrMore: return "\(word)…"
    }
  }

  var isNeeded: Bool { arity == .one || arity == .oneOrMore }
  var isMany: Bool { arity == .many || arity == .oneOrMore }
}
