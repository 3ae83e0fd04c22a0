import CRMArguments
import CRMEngine
import CRMValues

/// What an operation did, by the command that the log keeps.
final class OperationDeeds {
  private var known: [ArraySlice<Substring>: (deed: Label?, summary: Label)] = [:]

  /// Returns what a command calls its deed, nil for a plain change, for what reverses another
  /// operation, and for a command of another crm.
  func deed(of operation: Operation) -> Label? {
    operation.undoes == nil ? found(operation)?.deed : nil
  }

  /// Returns the deed as it stands by itself, or what the command is for.
  func title(of operation: Operation) -> Label? {
    guard let found = found(operation) else { return nil }
    return found.deed.map { Label(capitalised($0.en), vi: capitalised($0.vi)) } ?? found.summary
  }

  private func found(_ operation: Operation) -> (deed: Label?, summary: Label)? {
    let words = operation.command.split(separator: " ").prefix(8)
    guard let start = words.dropFirst().firstIndex(where: isNoun) else { return nil }
    let path = words[start...].prefix(3)
    if let found = known[path] { return found }
    for count in stride(from: path.count, to: 0, by: -1) {
      let names = path.prefix(count).map(String.init)
      guard let command = commandTable.command(named: names) else { continue }
      known[path] = (command.deed, command.summary)
      return known[path]
    }
    return nil
  }

  private func isNoun(_ word: Substring) -> Bool {
    word.first?.isLetter == true && commandTable.group(named: String(word)) != nil
  }
}

private func capitalised(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
