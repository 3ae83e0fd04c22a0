import CRMValues
import Testing

@testable import CRMArguments

private let fine = Label("Fine", vi: "Tốt")

private func problems(
  words: [String] = ["do"], operands: [Operand] = [], options: [Option] = [],
  example: String? = nil,
  summary: Label = fine
) -> [String] {
  CommandTable<Void>(
    fine, globalOptions: [Option("yes", short: "y", fine)],
    groups: [
      CommandGroup(verb: "do", fine, section: fine) {
        Command(
          words, summary, operands: operands, options: options, effect: .none,
          examples: example.map { [Example($0, fine)] } ?? [], run: { _, _ in })
      }
    ]
  ).problems()
}

@Suite struct ProblemsTests {
  @Test func findsNoneInTheSample() {
    #expect(sample.problems() == [])
    #expect(problems() == [])
  }

  @Test(arguments: [
    (problems(words: ["other"]), "'other' is not in its group 'do'"),
    (problems(words: ["do", "It"]), "'do It' is not in lower-case words"),
    (problems(summary: Label("x", vi: "")), "no vi text for summary of 'do'"),
    (problems(options: [Option("yes", fine)]), "--yes of 'do' clashes with the global option"),
    (
      problems(options: [Option("no", fine, replacesGlobal: true)]),
      "--no of 'do' replaces no global option"
    ),
    (
      problems(options: [Option("no", short: "y", fine)]), "-y of 'do' clashes with a global option"
    ),
    (problems(options: [Option("no", short: "5", fine)]), "-5 of 'do' is not a letter"),
    (problems(options: [Option("a_b", fine)]), "bad name --a_b in 'do'"),
    (problems(options: [Option("no", value: .one(""), fine)]), "--no of 'do' has no placeholder"),
    (
      problems(operands: [Operand("A", fine, arity: .many), Operand("B", fine, arity: .optional)]),
      "B of 'do' follows [A…]"
    ),
    (
      problems(operands: [Operand("A", fine, arity: .optional), Operand("B", fine)]),
      "B of 'do' follows [A]"
    ),
    (problems(example: "crm do it"), "example 'crm do it': unexpected 'it'"),
  ]) func names(_ found: [String], _ expected: String) {
    #expect(found == [expected])
  }

  @Test func findsWhatIsThereTwice() {
    let twice = problems(options: [Option("no", short: "n", fine), Option("no", short: "n", fine)])
    #expect(twice == ["two options --no in 'do'", "two options -n in 'do'"])
  }

  @Test(arguments: [
    ("crm a 'b c' \"d'e\" f\\ g", [["a", "b c", "d'e", "f g"]]),
    ("crm a > out.csv | grep x | crm b < in --c", [["a"], ["b", "--c"]]),
    ("crm a '' && crm b; crm c", [["a", ""], ["b"], ["c"]]),
    ("ls", []),
  ]) func splitsExamples(_ line: String, _ calls: [[String]]) {
    #expect(Example(line, fine).calls() == calls)
  }
}
