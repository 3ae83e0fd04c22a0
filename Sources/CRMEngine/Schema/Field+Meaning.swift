extension Field {
  /// Whether a value of the field is a choice that has a meaning.
  public func means(_ meaning: Choice.Meanings, _ value: Value?) -> Bool {
    guard case .choice(let choices) = kind, case .text(let key)? = value else { return false }
    return choices.contains { $0.key == key && $0.meanings.contains(meaning) }
  }
}
