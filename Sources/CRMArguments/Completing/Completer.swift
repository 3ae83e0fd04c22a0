import CRMValues

/// Answers for one command line, from where the parser stands at the cursor.
struct Completer<Context> {
  let parser: Parser<Context>
  let language: Language
  let provider: CommandTable<Context>.CompletionProvider

  func answer(for word: String) -> CompletionAnswer {
    if parser.ended { return operandAnswer(word) }
    let isOption = Parser<Context>.isOption(word) || word == "-"
    if let open = parser.open, let value = open.value {
      let takes = value.arity == .one ? !word.hasPrefix("--") : !isOption
      if takes { return values(value.completion, word, skipping: given(open)) }
    }
    if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
      return attachedAnswer(word, equals: equals)
    }
    if isOption { return optionAnswer(word) }
    var answer = CompletionAnswer(.none, commandWords(word))
    if parser.command != nil || exactCommand != nil {
      let operands = operandAnswer(word)
      answer.directive = operands.directive
      answer.candidates += operands.candidates
    }
    if answer == CompletionAnswer(), word.isEmpty { return optionAnswer(word) }
    return answer
  }

  private var exactCommand: Command<Context>? {
    parser.command ?? parser.commands.first { $0.words == parser.matched }
  }

  /// The nouns, or the verbs that can follow the words so far.
  private func commandWords(_ word: String) -> [Candidate] {
    if parser.group == nil {
      return parser.table.visibleGroups.filter { $0.word.hasPrefix(word) }
        .map { Candidate($0.word, $0.summary.text(in: language)) }
    }
    if parser.command != nil { return [] }
    let depth = parser.matched.count
    return parser.verbs.filter { $0.hasPrefix(word) }.map { verb in
      let exact = parser.commands.first { $0.words == parser.matched + [verb] }
      let below = parser.commands.filter { $0.words.starts(with: parser.matched + [verb]) }
      let text =
        exact?.summary.text(in: language)
        ?? below.compactMap { $0.words.dropFirst(depth + 1).first }.joined(separator: ", ")
      return Candidate(verb, text)
    }
  }

  private func optionAnswer(_ word: String) -> CompletionAnswer {
    let all = (exactCommand?.optionSections.flatMap(\.options) ?? []) + parser.candidates
    var seen: Set<String> = []
    let options = all.filter { option in
      let used = !option.repeats && parser.occurrences.contains { $0.option == option.long }
      return !used && seen.insert(option.long).inserted
    }
    if word.count == 2, let option = options.first(where: { $0.short == word.last }) {
      return CompletionAnswer(.none, [Candidate(word, option.summary.text(in: language))])
    }
    return CompletionAnswer(
      .none,
      options.flatMap { option in
        option.names.map { Candidate("--\($0)", option.summary.text(in: language)) }
      }
      .filter { $0.value.hasPrefix(word) })
  }

  private func attachedAnswer(_ word: String, equals: String.Index) -> CompletionAnswer {
    let name = word[..<equals].dropFirst(2)
    guard let option = parser.candidates.first(where: { $0.names.contains(String(name)) }),
      let value = option.value
    else { return CompletionAnswer() }
    let typed = String(word[word.index(after: equals)...])
    return values(
      value.completion, typed, skipping: given(option), prefix: String(word[...equals]))
  }

  private func given(_ option: Option) -> [String] {
    parser.occurrences.filter { $0.option == option.long }.flatMap(\.values)
  }

  private func operandAnswer(_ word: String) -> CompletionAnswer {
    guard let command = exactCommand else { return CompletionAnswer() }
    let place = parser.operands.count
    let last = command.operands.last.flatMap { $0.isMany ? $0 : nil }
    guard let operand = command.operands.dropFirst(place).first ?? last else {
      return CompletionAnswer()
    }
    if operand.completion == .topics { return topics(word) }
    return values(operand.completion, word, skipping: parser.operands)
  }

  private func topics(_ word: String) -> CompletionAnswer {
    var inner = Parser(table: parser.table, arguments: parser.operands, forgiving: true)
    do { try inner.walk() } catch { return CompletionAnswer() }
    let completer = Completer(parser: inner, language: language, provider: provider)
    let chapters = parser.operands.isEmpty ? parser.table.chapters() : []
    return CompletionAnswer(
      .none,
      completer.commandWords(word)
        + chapters.filter { $0.word.hasPrefix(word) }.map {
          Candidate($0.word, $0.title.text(in: language))
        })
  }
}
