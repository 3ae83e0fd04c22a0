extension Field {
  /// Whether a value of the field is a choice that has a meaning.
  public func means(_ meaning: Choice.Meanings, _ value: Value?) -> Bool {
    guard case .choice(let choices) = kind, case .text(let key)? = value else { return false }
    return choices.contains { $0.key == key && $0.meanings.contains(meaning) }
  }

  /// The choices of the field that have one of some meanings, in order.
  public func choices(of meanings: Choice.Meanings) -> [Choice] {
    guard case .choice(let choices) = kind else { return [] }
    return choices.filter { !$0.meanings.isDisjoint(with: meanings) }
  }

  /// The choices of the field that have one of some meanings, as SQL lists them.
  package func list(of meanings: Choice.Meanings) -> String {
    choices(of: meanings).map { "'\($0.key)'" }.joined(separator: ", ")
  }

  /// Whether a sum of such values means something; of steps of an approval it does not.
  public var isSummable: Bool { kind.isSummable && !StandardFields.isOfApproval(self) }

  /// Whether the field holds any number of values, so that several columns of a file may fill it.
  public var holdsSeveral: Bool { isLinked || isKeyed }
}
