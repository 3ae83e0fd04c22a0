extension CRMError {
  /// Returns one error that says what several do, a line each; the first decides the kind.
  ///
  /// - Parameter errors: one at least.
  public static func together(_ errors: [CRMError]) -> CRMError {
    guard let first = errors.first, errors.count > 1 else {
      return errors.first ?? CRMError(.bug, "no error", vi: "không có lỗi")
    }
    func all(_ text: (Label) -> String) -> String {
      errors.map { text($0.message) }.joined(separator: "\n")
    }
    var hints: [Label] = []
    for hint in errors.flatMap(\.hints) where !hints.contains(hint) { hints.append(hint) }
    return CRMError(
      first.kind, "\(errors.count) things are wrong:\n" + all(\.en),
      vi: "có \(errors.count.counted(.vi)) chỗ sai:\n" + all(\.vi), hints: hints)
  }
}
