extension Field {
  /// Whether a value of the field is a choice that has a meaning.
  public func means(_ meaning: Choice.Meanings, _ value: Value?) -> Bool {
    guard case .choice(let choices) = kind, case .text(let key)? = value else { return false }
    return choices.contains { $0.key == key && $0.meanings.contains(meaning) }
  }

  /// The choices of the field that have a meaning, as SQL lists them.
  package func list(of meaning: Choice.Meanings) -> String {
    guard case .choice(let choices) = kind else { return "" }
    return choices.filter { $0.meanings.contains(meaning) }.map { "'\($0.key)'" }
      .joined(separator: ", ")
  }
}
