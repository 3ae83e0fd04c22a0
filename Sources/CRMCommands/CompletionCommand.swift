import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm completion`: the script of a shell; and what that script asks at every key.
enum CompletionCommand {
  static let summary = Label("Print a shell's completion script", vi: "In tập lệnh gợi ý")
  static let innerSummary = Label("Complete a command line", vi: "Gợi ý cho một dòng lệnh")

  static var command: Command<Session> {
    Command(
      ["completion"], summary,
      details: [
        Label(
          "bash: save it as ~/.local/share/bash-completion/completions/crm. zsh: save it as _crm "
            + "in a folder of $fpath. fish: save it as ~/.config/fish/completions/crm.fish.",
          vi: "bash: lưu thành ~/.local/share/bash-completion/completions/crm. zsh: lưu thành _crm "
            + "trong một thư mục của $fpath. fish: lưu thành ~/.config/fish/completions/crm.fish.")
      ],
      operands: [
        Operand(
          "SHELL", Label("bash, zsh or fish", vi: "bash, zsh hoặc fish"),
          completion: .choices(Shell.allCases.map { .init($0.rawValue, Label(same: $0.rawValue)) }))
      ],

      examples: [
        Example(
          "crm completion fish >crm.fish",
          Label("Saves the script for fish", vi: "Lưu tập lệnh cho fish"))
      ],
      runs: { invocation, session in
        let name = invocation.operands[0]
        guard let shell = Shell(rawValue: name.lowercased()) else {
          throw CRMError(
            .usage, "there is no completion for “\(name)”", vi: "không có gợi ý lệnh cho “\(name)”",
            hints: [
              Label("One of: bash, zsh, fish", vi: "Một trong: bash, zsh, fish")
            ])
        }
        let script = session.table.completionScript(for: shell)
        try session.put(script.hasSuffix("\n") ? String(script.dropLast()) : script)
      })
  }

  static var inner: Command<Session> {
    Command(
      ["__complete"], innerSummary,
      operands: [
        Operand(
          "WORD", Label("The words up to the cursor", vi: "Các từ đến con trỏ"), arity: .many)
      ],
      hidden: true,
      runs: { invocation, session in
        let answer = session.table.complete(invocation.operands, in: session.language) {
          CompletionProvider(session).candidates($0)
        }
        try session.put(String(answer.text.dropLast()))
      })
  }
}
