extension Writer {
  /// Refuses to add, change or take away parts of an approved document. What is put back or
  /// follows by itself is no change of it.
  func checkLock(ofPart statements: KindStatements, _ values: [Value]) throws {
    guard drawsConsequences, !isApplyingRules, let part = statements.part,
      let id = values[part.position].integer, let document = try record(part.document, id)
    else { return }
    try checkUnlocked(document)
  }
}
