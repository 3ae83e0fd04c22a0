import CRMValues

extension Completer {
  /// The values that begin with `typed`, each behind `prefix`.
  func values(
    _ completion: Completion, _ typed: String, skipping given: [String], prefix: String = ""
  ) -> CompletionAnswer {
    switch completion {
    case .none, .topics: return CompletionAnswer()
    case .files(_, let extensions): return CompletionAnswer(.files(extensions))
    case .directories: return CompletionAnswer(.directories)
    case .list(let one): return list(of: one, typed, prefix: prefix)
    case .choices(let choices):
      let start = typed.lowercased()
      let fitting = choices.filter { choice in
        [choice.value, choice.label.en, choice.label.vi].contains {
          $0.lowercased().hasPrefix(start)
        }
      }
      return CompletionAnswer(
        .none,
        fitting.filter { !given.contains($0.value) }
          .map { Candidate(prefix + $0.value, $0.label.text(in: language)) })
    case .codes, .values, .fields, .views, .custom:
      let request = CompletionRequest(
        completion: completion, prefix: typed, invocation: parser.invocation)
      return CompletionAnswer(
        .none,
        provider(request).filter { !given.contains($0.value) }
          .map { Candidate(prefix + $0.value, $0.text) })
    }
  }

  /// Completes the value behind the last comma; a dash before it (`-created`) is kept.
  private func list(
    of one: Completion, _ typed: String, prefix: String
  ) -> CompletionAnswer {
    let start = typed.lastIndex(of: ",").map { typed.index(after: $0) } ?? typed.startIndex
    var (before, element) = (String(typed[..<start]), typed[start...])
    if element.first == "-" { before.append(contentsOf: String(element.removeFirst())) }
    let taken = typed[..<start].split(separator: ",").map {
      String($0.first == "-" ? $0.dropFirst() : $0)
    }
    var answer = values(one, String(element), skipping: taken, prefix: prefix + before)
    if answer.directive == .none { answer.directive = .nospace }
    return answer
  }
}
