import Foundation
import Testing

/// Completions loaded into the shells they are for, and asked as those shells ask.
@Suite struct CompletionTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  /// Half a line, and a word that must be offered for its end.
  static let lines: [(String, String)] = [
    ("crm cust", "customer"), ("crm customer fil", "filter"),
    ("crm customer list --whe", "--where"),
    ("crm customer show KH00000", "KH000002"), ("crm customer list --format mark", "markdown"),
    ("crm order add --customer KH", "KH000003"), ("crm completion z", "zsh"),
    ("crm customer add --level inter", "interested"),
  ]

  @Test(.enabled(if: Workplace.has("bash")), arguments: lines)
  func bash(line: String, word: String) throws {
    let outcome = try place.bash(
      """
      source <(crm completion bash) || exit 1
      complete -p crm >/dev/null || exit 2
      COMP_LINE=$1 COMP_POINT=${#1}
      """.replacingOccurrences(of: "$1", with: "'\(line)'")
        .replacingOccurrences(of: "${#1}", with: "\(line.utf8.count)") + """

          read -ra COMP_WORDS <<< "$COMP_LINE"
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          _crm crm "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
          printf '%s\\n' "${COMPREPLY[@]}"
          """)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let words = outcome.output.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(words.contains { $0 == word || $0.hasPrefix(word + " ") }, "\(outcome)")
  }

  @Test(.enabled(if: Workplace.has("fish")), arguments: lines)
  func fish(line: String, word: String) throws {
    let outcome = try place.start(
      "/usr/bin/fish", ["--no-config", "-c", "crm completion fish | source; complete -C '\(line)'"]
    ).finish()
    #expect(outcome.code == 0)
    let words = outcome.output.split(separator: "\n").map { $0.split(separator: "\t").first ?? "" }
    #expect(words.contains { $0 == word }, "\(outcome)")
  }

  /// zsh completes in an editor only, so it gets a terminal: the line and a tab go in, and what
  /// the line has become is read from the screen.
  @Test(
    .enabled(if: Workplace.has("zsh")),
    arguments: [
      ("crm custo", "customer"), ("crm customer filt", "filter"), ("crm completion z", "zsh"),
      ("crm role show man", "Manager"), ("crm customer list --wher", "--where"),
    ])
  func zsh(line: String, word: String) throws {
    try FileManager.default.createDirectory(
      atPath: place.folder + "/functions", withIntermediateDirectories: true)
    let script = """
      crm completion zsh > functions/_crm
      zmodload zsh/zpty
      zpty shell "PS1='> ' zsh -f -i"
      zpty -w shell "fpath=($PWD/functions \\$fpath); autoload -Uz compinit; compinit -u -D"
      zpty -w shell "report() { print -r -- \\"<<\\$BUFFER>>\\"; zle send-break }; zle -N report"
      zpty -w shell "bindkey '^X' report; bindkey '^I' complete-word; print rea''dy"
      zpty -r shell seen '*ready*' || exit 1
      zpty -w -n shell $'\(line)\\t\\x18'
      for i in {1..600}; do
        if zpty -r -t shell part; then all+=$part; fi
        [[ $all == *'>>'* ]] && break
        sleep 0.1
      done
      print -r -- "$all"
      zpty -d shell
      """
    let outcome = try place.start("/usr/bin/zsh", ["-f", "-c", script], ["TERM": "dumb"]).finish()
    #expect(
      outcome.output.contains("\(word) >>") || outcome.output.contains("\(word)>>"), "\(outcome)")
  }
}
