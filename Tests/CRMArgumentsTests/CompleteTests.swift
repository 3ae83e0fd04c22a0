import CRMValues
import Testing

@testable import CRMArguments

private let stock = [
  Candidate("KH000001", "Công ty A"), Candidate("Nguyễn Văn A"), Candidate("a:b"),
]

/// The answer in one line, meanings left out: `nospace a|b`.
private func answer(_ words: [String]) -> String {
  let answer = sample.complete(words, in: .vi) { request in
    switch request.completion {
    case .codes(kind: "user"), .codes(kind: "customer"), .values(kind: "group", field: "name"):
      return stock.filter { $0.value.hasPrefix(request.prefix) }
    case .fields: return ["name", "created"].map { Candidate($0) }
    default: return [Candidate("unexpected")]
    }
  }
  let first = answer.text.prefix { $0 != "\n" }.dropFirst()
  let values = answer.candidates.map(\.value).joined(separator: "|")
  return first.isEmpty ? values : values.isEmpty ? "\(first)" : "\(first) \(values)"
}

@Suite struct CompleteTests {
  @Test(arguments: [
    ([], "customer|import|undo|help"),
    ([""], "customer|import|undo|help"),
    (["cu"], "customer"),
    (["x"], ""),
    (["_"], ""),
    (["bogus", ""], ""),
    (["--lang", "vi", "im"], "import"),
    (["--lang", ""], "en"),
    (["--lang", "eng"], "en"),
    (["--lang", "tiếng"], "en"),
    (["--lang=e"], "--lang=en"),
    (["--"], "--lang|--json|--yes|--verbose|--help|--version"),
    (["--json", "--"], "--lang|--yes|--verbose|--help|--version"),
    (["customers", ""], "add|filter|transfer|group"),
    (["customer", "f"], "filter"),
    (["customer", "-v", "--lang", "vi", "f"], "filter"),
    (["customer", "group", ""], "move|add"),
    (["customer", "bogus", ""], ""),
    (["import", ""], "files csv xlsx template"),
    (["import", "te"], "files csv xlsx template"),
    (["import", "--into", "x", "te"], "files csv xlsx"),
    (["import", "a.csv", ""], "--into|--dry-run|--lang|--json|--yes|--verbose|--help"),
    (["undo", "--"], "--lang|--json|--yes|--verbose|--help"),
    (["undo", "--", "-"], ""),
    (["undo", "-y"], "-y"),
    (
      ["customer", "add", "--"],
      "--name|--note|--pin|--json|--color|--common|--level|--lang|--yes|--verbose|--help"
    ),
    (["customer", "add", "--n"], "--name|--note"),
    (["customer", "add", "--note", "a", "--name", "b", "--n"], "--note"),
    (["customer", "add", "--level", "đã"], "signed"),
    (["customer", "add", "-l", ""], "new|signed"),
    (["customer", "add", "-l", "--n"], "--name|--note"),
    (["customer", "add", "--level=S"], "--level=signed"),
    (["customer", "add", "--json="], "files json"),
    (["customer", "add", "--bogus="], ""),
    (["customer", "add", "--note", ""], ""),
    (["customer", "transfer", ""], "KH000001|Nguyễn Văn A|a:b"),
    (["customer", "transfer", "KH000001", ""], "Nguyễn Văn A|a:b"),
    (["customer", "transfer", "--to", "Ng"], "Nguyễn Văn A"),
    (["customer", "transfer", "--to=a:"], "--to=a:b"),
    (["customer", "transfer", "--bogus", "--to", "x", "K"], "KH000001"),
    (["customer", "transfer", "--notify", "a:b", ""], "KH000001|Nguyễn Văn A"),
    (["customer", "transfer", "--notify", "a:b", "-y", "a"], "a:b"),
    (
      ["customer", "filter", "--and", "a:b", "--"],
      "--and|--or|--not|--from|--limit|--sort|--lang|--json|--yes|--verbose|--help"
    ),
    (["customer", "filter", "--sort", ""], "nospace name|created"),
    (["customer", "filter", "--sort", "-"], "nospace -name|-created"),
    (["customer", "filter", "--sort=-name,"], "nospace --sort=-name,created"),
    (["help", ""], "customer|import|undo|help|exit-status"),
    (["help", "customer", ""], "add|filter|transfer|group"),
    (["help", "customer", "group", "m"], "move"),
    (["help", "bogus", ""], "--lang|--json|--yes|--verbose|--help"),
  ]) func offers(_ words: [String], _ expected: String) {
    #expect(answer(words) == expected)
  }

  @Test func writesOneCandidateALine() {
    let answer = CompletionAnswer(
      .files(["csv"]), [.init("a", "x\ty\nz"), .init("b\nc"), .init(":d")])
    #expect(answer.text == ":files csv\na\tx y z\n:d\n")
    #expect(CompletionAnswer(.directories).text == ":directories\n")
    #expect(CompletionAnswer().text == ":\n")
  }

  @Test func tellsTheProviderWhatWasTyped() {
    _ = sample.complete(["--lang", "en", "customer", "transfer", "A", "--to", "b"], in: .en) {
      #expect($0.prefix == "b")
      #expect($0.invocation.value("lang") == "en")
      #expect($0.invocation.operands == ["A"])
      return []
    }
  }

  @Test(arguments: Shell.allCases) func makesScriptsThatAskTheProgram(_ shell: Shell) {
    let script = sample.completionScript(for: shell)
    #expect(script.contains("__complete --"))
    #expect(!script.contains("@PROGRAM@"))
    #expect(!script.contains("customer"))
  }
}
