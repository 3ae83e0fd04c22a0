import CRMValues

extension CommandTable {
  public typealias CompletionProvider = (CompletionRequest) -> [Candidate]

  /// Decides what can stand at the cursor. Never fails: where nothing fits, the answer is empty.
  ///
  /// - Parameters:
  ///   - words: The words behind the program's name, the last one the one at the cursor.
  ///   - provider: Knows codes, values, fields and views; asked only where one can stand. What it
  ///     returns is not filtered again, so it may match without marks.
  public func complete(
    _ words: [String], in language: Language, provider: CompletionProvider
  ) -> CompletionAnswer {
    var parser = Parser(table: self, arguments: words.dropLast(), forgiving: true)
    do { try parser.walk() } catch { return CompletionAnswer() }
    return withoutActuallyEscaping(provider) { provider in
      Completer(parser: parser, language: language, provider: provider)
        .answer(for: words.last ?? "")
    }
  }
}
