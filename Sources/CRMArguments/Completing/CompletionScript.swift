/// A shell for which the table makes a completion script.
public enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The name under which the shell finds the script of a program.
  public func fileName(for program: String) -> String {
    switch self {
    case .bash: return "\(program).bash"
    case .zsh: return "_\(program)"
    case .fish: return "\(program).fish"
    }
  }
}

extension CommandTable {
  /// Returns the completion script for a shell. It knows nothing of the commands and asks the
  /// program at every key, so it never has to be made anew.
  public func completionScript(for shell: Shell) -> String {
    let template: String
    switch shell {
    case .bash: template = bashTemplate
    case .zsh: template = zshTemplate
    case .fish: template = fishTemplate
    }
    return template.split(separator: "@PROGRAM@", omittingEmptySubsequences: false)
      .joined(separator: program)
  }
}
