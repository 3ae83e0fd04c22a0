import CRMValues

/// One word that can stand at the cursor.
public struct Candidate: Hashable, Sendable {
  public let value: String
  /// What the word means, shown beside it; may be empty.
  public let text: String

  public init(_ value: String, _ text: String = "") {
    self.value = value
    self.text = text
  }
}

/// What a provider of record codes and field values is asked.
public struct CompletionRequest: Sendable {
  public let completion: Completion
  /// The beginning of the value, as typed so far.
  public let prefix: String
  /// The words before the cursor: a provider needs `--db` and other options of them.
  public let invocation: Invocation
}

/// What can stand at the cursor, in the form that the completion scripts understand.
///
/// The protocol: scripts run `crm __complete -- WORD…`, the words behind `crm` up to the cursor,
/// without their quotes, the last one possibly empty. The answer's first line is a colon and a
/// directive; each further line is a candidate: the whole word, and after a tab its meaning.
/// Directives are none, `nospace` (add no space after the word), `files EXT…` (offer file names
/// too, with one of these extensions or any) and `directories`. File names complete what follows
/// the equals sign of a word that begins with `--`.
public struct CompletionAnswer: Hashable, Sendable {
  public enum Directive: Hashable, Sendable {
    case none
    case nospace
    case files([String])
    case directories
  }

  public var directive: Directive
  public var candidates: [Candidate]

  public init(_ directive: Directive = .none, _ candidates: [Candidate] = []) {
    self.directive = directive
    self.candidates = candidates
  }

  /// The answer as text. Candidates that a line cannot hold, or that would command the terminal on
  /// which the shell shows them, are left out: a word that is changed would not be what was meant.
  public var text: String {
    var lines: [String]
    switch directive {
    case .none: lines = [":"]
    case .nospace: lines = [":nospace"]
    case .files(let extensions): lines = [([":files"] + extensions).joined(separator: " ")]
    case .directories: lines = [":directories"]
    }
    for candidate in candidates
    where !candidate.value.unicodeScalars.contains(where: \.commandsTerminal) {
      let text = terminalText(candidate.text)
      lines.append(text.isEmpty ? candidate.value : "\(candidate.value)\t\(text)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
