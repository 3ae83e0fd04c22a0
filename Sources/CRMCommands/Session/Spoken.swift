import CRMValues

extension Environment {
  /// Returns lines that are said on standard error with those that are wider than the terminal
  /// broken between words; what follows is indented, so that it begins no message.
  func spoken(_ text: String) -> String {
    guard isErrorTerminal else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { broken(String($0)) }.joined(separator: "\n")
  }

  private func broken(_ line: String) -> String {
    guard displayWidth(line) > width else { return line }
    let indent = String(line.prefix { $0 == " " })
    let room = max(width - indent.count - 2, 16)
    let lines = CellLines.of(String(line.dropFirst(indent.count)), width: room, .wraps)
    return indent + lines.joined(separator: "\n" + indent + "  ")
  }
}
