/// What a record that is seen tells of one it refers to, whoever may see that: the code by which
/// references are shown, and the name of what it belongs to; nothing else. Conditions ask about
/// what it belongs to alone.
extension FilterCompiler {
  /// Whether steps behind a field lead to nothing but what is told of a record of this kind.
  func isTold(_ steps: ArraySlice<FieldPath.Step>, by reference: Field) throws -> Bool {
    guard let step = steps.first, steps.count == 1, step.condition == nil,
      case .field(let field) = try member(step)
    else { return false }
    if field.kind == .code { return true }
    return reference.belongs && field.name == entity.nameField && field.kind == .text
  }

  /// The kind's table as a statement names it: past the guard for what is told, or seen anyway.
  func table(isTold: Bool) -> String { isTold ? "main." + entity.table : entity.table }
}
