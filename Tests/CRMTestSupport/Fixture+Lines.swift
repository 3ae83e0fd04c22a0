extension Fixture {
  /// Runs a line whose first word is who runs it: `lan order submit DH000001`. What stands in single
  /// quotes is one word.
  @discardableResult
  public func act(_ line: String) -> Outcome {
    let words = Fixture.words(line)
    return run(as: words[0], Array(words.dropFirst()))
  }
}
