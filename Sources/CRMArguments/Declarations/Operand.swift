import CRMValues

/// Declares an operand: a word of the command line that is neither command word nor option.
public struct Operand: Sendable {
  /// How many words the operand stands for.
  public enum Arity: Sendable {
    case one, optional, many, oneOrMore
  }

  /// The word that stands for the operand in help: `CODE`.
  public let placeholder: String
  public let summary: Label
  public let arity: Arity
  public let completion: Completion

  public init(
    _ placeholder: String, _ summary: Label, arity: Arity = .one, completion: Completion = .none
  ) {
    self.placeholder = placeholder
    self.summary = summary
    self.arity = arity
    self.completion = completion
  }

  /// The operand as a usage line shows it: `CODE`, `[CODE]`, `[CODE…]`, `CODE…`.
  public var usage: String {
    switch arity {
    case .one: return placeholder
    case .optional: return "[\(placeholder)]"
    case .many: return "[\(placeholder)…]"
    case .oneOrMore: return "\(placeholder)…"
    }
  }

  var isNeeded: Bool { arity == .one || arity == .oneOrMore }
  var isMany: Bool { arity == .many || arity == .oneOrMore }
}
