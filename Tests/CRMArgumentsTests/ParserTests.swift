import CRMValues
import Testing

@testable import CRMArguments

/// Writes a result in one line: `customer filter [KH1] and=A,B from=-3m`.
func outline(_ arguments: [String]) throws -> String {
  switch try sample.parse(arguments) {
  case .run(let command, let invocation):
    let operands = "[" + invocation.operands.joined(separator: "|") + "]"
    let options = invocation.occurrences.map { use in
      use.values.isEmpty ? use.option : "\(use.option)=\(use.values.joined(separator: ","))"
    }
    return ([command.name, operands] + options).joined(separator: " ")
  case .help(let topic, _): return "help \(topic)"
  case .version: return "version"
  }
}

@Suite struct ParserTests {
  @Test(arguments: [
    (["undo"], "undo []"),
    (["undo", "3"], "undo [3]"),
    (["undo", "-5"], "undo [-5]"),
    (["undo", ""], "undo []"),
    (["customers", "filter"], "customer filter []"),
    (["-y", "customer", "-v", "filter", "--lang", "vi"], "customer filter [] yes verbose lang=vi"),
    (["customer", "filter", "-yv"], "customer filter [] yes verbose"),
    (["customer", "filter", "-yvf", "-3m", "KH1"], "customer filter [KH1] yes verbose from=-3m"),
    (["customer", "filter", "-f2026-01-01"], "customer filter [] from=2026-01-01"),
    (["customer", "filter", "-f=today"], "customer filter [] from=today"),
    (["customer", "filter", "-yf=a=b"], "customer filter [] yes from=a=b"),
    (["customer", "filter", "--from", "-3m"], "customer filter [] from=-3m"),
    (["customer", "filter", "--from=-3m"], "customer filter [] from=-3m"),
    (["customer", "filter", "--from="], "customer filter [] from="),
    (["customer", "filter", "--from", ""], "customer filter [] from="),
    (["customer", "filter", "--from", "-"], "customer filter [] from=-"),
    (["customer", "filter", "--sort", "-created"], "customer filter [] sort=-created"),
    (["customer", "filter", "--sort=--x"], "customer filter [] sort=--x"),
    (["customer", "filter", "A", "--limit", "3", "B"], "customer filter [A|B] limit=3"),
    (["customer", "filter", "-", "--", "--limit", "--"], "customer filter [-|--limit|--]"),
    (["customer", "filter", "--and", "A", "B"], "customer filter [] and=A,B"),
    (["customer", "filter", "--and=A", "B"], "customer filter [B] and=A"),
    (["customer", "filter", "--and", "A", "--", "B"], "customer filter [B] and=A"),
    (
      ["customer", "filter", "--and", "A", "--not", "B", "-3", "--and", "C", "-y"],
      "customer filter [] and=A not=B,-3 and=C yes"
    ),
    (["import", "a.csv"], "import [a.csv]"),
    (["import", "--into", "customer", "a.csv"], "import [a.csv] into=customer"),
    (["import", "template", "customer"], "import template [customer]"),
    (["import", "--", "template"], "import [template]"),
    (["import", "--lang", "vi", "template", "x"], "import template [x] lang=vi"),
    (["import", "--dry-run", "template"], "import [template] dry-run"),
    (["customer", "group", "move", "A", "move"], "customer group move [A|move]"),
    (["customer", "add", "--json", "-"], "customer add [] json=-"),
    (["customer", "add", "-n", "- a", "-n", "-b c"], "customer add [] note=- a note=-b c"),
    (["customer", "add", "--color", "--note", "x"], "customer add [] color note=x"),
    (["customer", "add", "--color=never"], "customer add [] color=never"),
    (["customer", "add", "--common", "--note", "x"], "customer add [] common note=x"),
    (["customer", "add", "--common", "có", "--note", "x"], "customer add [] common=có note=x"),
    (["customer", "add", "--note", "x", "--common", "no"], "customer add [] note=x common=no"),
    (["customer", "add", "--common="], "customer add [] common="),
    (["customer", "add", "--common", ""], "customer add [] common="),
    ([], "help []"),
    (["-y"], "help []"),
    (["--help"], "help []"),
    (["-yh"], "help []"),
    (["--version"], "version"),
    (["-V"], "version"),
    (["customer", "--help"], #"help ["customer"]"#),
    (["-h", "customers"], #"help ["customer"]"#),
    (["customer", "filter", "--bogus", "--from", "--help"], #"help ["customer", "filter"]"#),
    (["customer", "group", "-h", "move"], #"help ["customer", "group", "move"]"#),
    (["customer", "transfer", "A", "-h"], #"help ["customer", "transfer"]"#),
    (["customer", "filter", "--", "--help"], "customer filter [--help]"),
  ]) func reads(_ arguments: [String], _ expected: String) throws {
    #expect(try outline(arguments) == expected)
  }

  @Test(arguments: [
    ([""], "unknown command ''", ["see 'crm help'"]),
    (["custmoer"], "unknown command 'custmoer'", ["did you mean 'customer'?", "see 'crm help'"]),
    (["__comple"], "unknown command '__comple'", ["see 'crm help'"]),
    (["--", "undo"], "no command given", ["see 'crm help'"]),
    (
      ["customer"], "no verb after 'customer'",
      ["one of: add, filter, transfer, group", "see 'crm help customer'"]
    ),
    (
      ["customer", "fliter"], "unknown verb 'fliter' after 'customer'",
      ["did you mean 'filter'?", "see 'crm help customer'"]
    ),
    (
      ["customer", "group"], "no verb after 'customer group'",
      ["one of: move, add", "see 'crm help customer group'"]
    ),
    (
      ["customer", "filter", "--form", "x"], "unknown option '--form'",
      ["did you mean '--from'?", "see 'crm help customer filter'"]
    ),
    (
      ["customer", "filter", "--lim", "3"], "unknown option '--lim'",
      ["did you mean '--limit'?", "see 'crm help customer filter'"]
    ),
    (
      ["customer", "transfer", "--pin", "x"], "unknown option '--pin'",
      ["'crm customer add' has it", "see 'crm help customer transfer'"]
    ),
    (["undo", "-q"], "unknown option '-q'", ["see 'crm help undo'"]),
    (["--lagn", "vi"], "unknown option '--lagn'", ["did you mean '--lang'?", "see 'crm help'"]),
    (
      ["customer", "--from", "x", "filter"], "option '--from' must follow the verb",
      ["one of: add, filter, transfer, group", "see 'crm help customer'"]
    ),
    (["-y", "undo", "--yes"], "option '--yes' is given twice", []),
    (["undo", "--yes=no"], "option '--yes' takes no value", []),
    (
      ["customer", "filter", "-limit=3"], "unknown option '-limit'",
      ["did you mean '--limit'?", "see 'crm help customer filter'"]
    ),
    (
      ["undo", "1", "–yes"], "unexpected '–yes'",
      ["usage: crm undo [N]", "options begin with two plain hyphens: --"]
    ),
    (["undo", "-y=no"], "option '--yes' takes no value", []),
    (
      ["customer", "filter", "--limit"], "option '--limit' needs a value",
      ["usage: --limit N"]
    ),
    (
      ["customer", "filter", "--limit", "--yes"], "option '--limit' needs a value",
      ["usage: --limit N", "if '--yes' is the N, write --limit=--yes"]
    ),
    (
      ["customer", "filter", "--limit", "-y"], "option '--limit' needs a value",
      ["usage: --limit N", "if '-y' is the N, write --limit=-y"]
    ),
    (
      ["customer", "filter", "--and", "--or", "A"], "option '--and' needs a value",
      ["usage: --and GROUP…", "if '--or' is the GROUP, write --and=--or"]
    ),
    (["undo", "1", "2"], "unexpected '2'", ["usage: crm undo [N]"]),
    (
      ["import"], "missing FILE (file to read)",
      ["usage: crm import [OPTION…] FILE", "see 'crm help import'"]
    ),
    (
      ["customer", "transfer", "KH1"], "missing --to",
      ["usage: crm customer transfer --to USER [OPTION…] CODE…"]
    ),
    (
      ["customer", "transfer", "--to", "U", "--notify", "A", "KH1"],
      "missing CODE (codes of customers)",
      [
        "usage: crm customer transfer --to USER [OPTION…] CODE…",
        "--notify takes all words that follow it: end them with -- or with another option",
        "see 'crm help customer transfer'",
      ]
    ),
    (
      ["--json", "customer", "add"], "option '--json' must follow the verb here",
      ["usage: crm customer add --json FILE"]
    ),
    (["bogus", "--help"], "unknown command 'bogus'", ["see 'crm help'"]),
    (["undo", "--version"], "unknown option '--version'", ["see 'crm help undo'"]),
  ]) func refuses(_ arguments: [String], _ message: String, _ hints: [String]) throws {
    let error = try #require(throws: CRMError.self) { try outline(arguments) }
    #expect(error.kind == .usage)
    #expect(error.message.en == message)
    #expect(error.hints.map(\.en) == hints)
    #expect(!error.message.vi.isEmpty && error.message.vi != error.message.en)
  }
}

@Suite struct FurtherNameTests {
  private let table = CommandTable<Void>(
    Label("x", vi: "x"), globalOptions: [],
    groups: [
      CommandGroup("customer", Label("x", vi: "x"), section: Label("x", vi: "x")) {
        [
          Command(
            ["customer", "add"], Label("x", vi: "x"),
            options: [
              Option(
                "phones", also: ["phone"], value: .one("PHONE"), Label("Phones", vi: "Số"),
                repeats: true),
              Option("name", also: ["title"], value: .one("TEXT"), Label("Name", vi: "Tên")),
            ], effect: .writes
          ) { _, _ in }
        ]
      }
    ])

  private func invocation(_ words: String...) throws -> Invocation {
    guard case .run(_, let invocation) = try table.parse(["customer", "add"] + words) else {
      throw CRMError(.bug, "help", vi: "help")
    }
    return invocation
  }

  @Test func bothNamesAreOneOption() throws {
    let found = try invocation("--phone", "1", "--phones=2", "--phone=3")
    #expect(found.values("phones") == ["1", "2", "3"])
    let error = try #require(throws: CRMError.self) {
      try invocation("--name", "A", "--title", "B")
    }
    #expect(error.message.en == "option '--name' is given twice")
  }

  @Test func areSuggestedExplainedAndCompleted() throws {
    let error = try #require(throws: CRMError.self) { try invocation("--titel", "A") }
    #expect(error.hints.first?.en == "did you mean '--title'?")
    let help = try table.help(of: ["customer", "add"], in: .en)
    #expect(help.contains("--phones PHONE  Phones (also --phone) (repeatable)"))
    let answer = table.complete(["customer", "add", "--ph"], in: .en) { _ in [] }
    #expect(answer.candidates.map(\.value) == ["--phones", "--phone"])
  }

  @Test func clashesAreTold() {
    let clashing = CommandTable<Void>(
      Label("x", vi: "x"),
      globalOptions: [Option("title", Label("x", vi: "x"))], groups: table.groups)
    #expect(clashing.problems() == ["--title of 'customer add' clashes with a global option"])
  }
}

@Suite struct LazinessTests {
  /// Counts what was built; a class, as closures share it.
  private final class Built: @unchecked Sendable {
    var words: [String] = []

    func label(_ word: String) -> Label {
      words.append(word)
      return Label(same: word)
    }
  }

  @Test func onlyTheCommandThatWasTypedIsBuilt() throws {
    let built = Built()
    let table = CommandTable<Void>(
      Label("x", vi: "x"), globalOptions: [],
      groups: ["a", "b"].map { noun in
        CommandGroup(noun, built.label("summary of \(noun)"), section: built.label("section")) {
          ["add", "list"].map { verb in
            Command(
              [noun, verb], built.label("summary"),
              options: [Option("o", built.label("options of \(noun) \(verb)"))],
              effect: .reads, examples: [Example("crm", built.label("example"))]
            ) { _, _ in }
          }
        }
      })
    #expect(built.words == [])
    guard case .run = try table.parse(["a", "list"]) else { throw CancellationError() }
    #expect(built.words == ["options of a list"])
  }
}
