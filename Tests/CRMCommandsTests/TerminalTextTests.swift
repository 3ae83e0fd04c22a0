import CRMCore
import CRMEngine
import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMCommands

/// Whatever text is in the database, in a file or in an argument, none of it commands a terminal.
@Suite struct TerminalTextTests {
  /// Something of every sort that a terminal obeys, between letters that a search finds.
  static let hostile =
    "ac\u{1B}[31mđỏ\u{1B}]0;tên\u{07}\u{9B}5m\u{90}q\u{9C}\u{8}\u{7F}\u{0B}\u{202E}ngược\u{202C}"
    + "\u{2066}riêng\u{2069}\u{200E}\u{200F}\u{61C}\u{2028}\u{2029}\u{85}\u{1B}[1mđậm\u{1B}[0m\u{1B}c cuối"

  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    for kind in [Kind.group, .source, .relationship, .product, .unit, .tag, .customer] {
      try fixture.add(kind, TerminalTextTests.fields(of: kind))
    }
    try fixture.add(
      .contact,
      TerminalTextTests.fields(of: .contact).merging(["customer": "KH000004"]) { $1 })
    try fixture.add(
      .transaction,
      TerminalTextTests.fields(of: .transaction).merging(["customer": "KH000004"]) { $1 })
    _ = fixture.run(
      "field", "add", TerminalTextTests.hostile, "--kind", "customer", "--key", "k", "--type",
      "text")
    _ = fixture.run("customer", "edit", "KH000004", "--set", "k=\(TerminalTextTests.hostile)")
    _ = fixture.run("comment", "add", "KH000004", TerminalTextTests.hostile)
    _ = fixture.run(
      "customer", "edit", "KH000004", "--description", "x\(TerminalTextTests.hostile)")
    // Typed texts lose some of it on their way; what another program wrote does not.
    for kind in [Kind.group, .source, .relationship, .product, .unit, .tag, .customer, .contact] {
      for name in TerminalTextTests.fields(of: kind).keys.sorted() where name != "kind" {
        try fixture.sql(
          "UPDATE \(kind.table) SET \"\(name)\" = '\(TerminalTextTests.hostile)' || id "
            + "WHERE \"\(name)\" LIKE '%cuối%'")
      }
    }
  }

  /// Every text field of a kind that can be typed.
  private static func fields(of kind: Kind) -> [String: String] {
    var fields: [String: String] = [:]
    for field in Catalogue.entity(kind).fields where field.access == .editable {
      switch field.kind {
      case .text, .longText: fields[field.name] = hostile + " " + field.name
      default: break
      }
    }
    return fields
  }

  /// The scalars of an output that a terminal would take for commands, but the line breaks and the
  /// styles that are the program's own.
  private static func commands(_ text: String) -> [Unicode.Scalar] {
    var text = text
    for own in ["\u{1B}[1m", "\u{1B}[0m"] { text = text.replacing(own, with: "") }
    return text.unicodeScalars.filter { $0.commandsTerminal && $0 != "\n" && $0 != "\t" }
  }

  /// Bold that began in text of others would not end before the end of its line.
  private static func isBalanced(_ text: String) -> Bool {
    text.split(separator: "\n").allSatisfy {
      $0.ranges(of: "\u{1B}[1m").count == $0.ranges(of: "\u{1B}[0m").count
        && (!$0.contains("\u{1B}[1m") || $0.hasPrefix("\u{1B}[1m") && $0.hasSuffix("\u{1B}[0m"))
    }
  }

  static let lines: [[String]] = [
    ["customer", "list"], ["customer", "list", "--columns", "name,description,source,groups"],
    ["customer", "list", "--format", "tsv"], ["customer", "list", "--format", "csv"],
    ["customer", "list", "--format", "json"], ["customer", "list", "--format", "jsonl"],
    ["customer", "list", "--format", "markdown"],
    ["customer", "show", "KH000004"], ["customer", "show", "KH000004", "--json"],
    ["customer", "history", "KH000004"], ["log"], ["log", "show", "9"], ["log", "--json"],
    ["customer", "duplicates"], ["customer", "lookup", hostile], ["customer", "lookup", "cuối"],
    ["customer", "edit", "KH000004", "--name", hostile],
    ["customer", "delete", "KH000004", "--dry-run"],
    ["customer", "delete", "KH000004"],
    ["contact", "list"], ["transaction", "list"], ["comment", "list", "KH000004"],
    ["product", "list"], ["group", "list"], ["tag", "list"], ["source", "list"], ["field", "list"],
    ["search", "cuối"], ["search", hostile], ["customer", "show", hostile],
    ["customer", "list", "--where", "\(hostile) = 1"],
    ["customer", "list", "--where", "name = \"\(hostile)\""],
    ["customer", "list", "--where", "owner = \"\(hostile)\""],
    ["customer", "list", "--columns", hostile], ["customer", "list", "--sort", hostile],
    ["customer", "list", "--view", hostile], ["customer", hostile], [hostile],
    ["customer", "list", hostile],
    ["customer", "list", "--\(hostile)"], ["customer", "list", "--limit", hostile],
    ["customer", "list", "--format", hostile], ["--lang", hostile, "log"],
    ["--db", hostile, "log"],
    ["--today", hostile, "log"], ["--as", hostile, "customer", "add", hostile],
    ["customer", "add", hostile], ["customer", "add", "A", "--owner", hostile],
    ["customer", "add", "A", "--birthday", hostile], ["customer", "add", "A", "--level", hostile],
    ["customer", "import", hostile], ["customer", "export", "--csv", "-"],
    ["customer", "export", "--xlsx", "-"],
    ["customer", "export", "--vcf", "-"], ["customer", "export", "--markdown", "-"],
    ["customer", "export", "--csv", "/no/\(hostile)"], ["export", "--json", "-"],
    ["config", "set", hostile, hostile], ["config", "get", hostile], ["help", hostile],
    ["help", "filters"], ["help", "customer", "add"], ["help"], ["undo", hostile], ["undo"],
    ["customer", "merge", "KH000004", hostile],
    ["customer", "transfer", "KH000004", "--to", hostile],
    ["customer", "group", "add", hostile, "KH000004"], ["completion", hostile],
    ["customer", "pipeline"], ["customer", "summary"], ["remind", "birthdays"],
    ["customer", "referrals", "KH000004"], ["trash", "list"], ["trash", "empty"],
    ["customer", "fields"], ["import", "log"],
  ]

  /// One after the other in one database, which is what costs.
  @Test(arguments: Language.allCases) func noTextCommandsTheTerminal(_ language: Language) {
    for words in Self.lines {
      let outcome = fixture.run(
        words, language: language, input: "\(Self.hostile)\nn\n", terminal: 100)
      for text in [outcome.output, outcome.errors] {
        #expect(Self.commands(text).isEmpty, "\(words)")
        #expect(Self.isBalanced(text), "\(words)")
      }
      #expect(outcome.code != 70, "\(words): \(outcome.errors)")
    }
  }

  @Test func anImportTellsOfHostileFiles() throws {
    let text = Self.hostile.replacing("\u{0B}", with: "")
    let file = try fixture.file(
      "a\u{1B}[2Jb.csv", "\(text),Tên khách hàng,Ngày sinh\n1,\(text),\(text)\n2,\(text),1/1/2000\n"
    )
    for words in [[], ["--preview"], ["--preview", "--json"], ["--dry-run"], ["--rejects", "-"]] {
      let outcome = fixture.run(["customer", "import", file] + words, terminal: 80)
      #expect(Self.commands(outcome.output).isEmpty)
      #expect(Self.commands(outcome.errors).isEmpty)
    }
  }

  /// A shell shows what it is offered: what would command its terminal is left out.
  @Test(arguments: [
    ["customer", "show", "ac"], ["customer", "list", "--source", "ac"],
    ["customer", "list", "--group", "ac"], ["product", "show", ""], ["customer", "show", ""],
    ["customer", "edit", "KH000004", "--set", ""], ["undo", ""], ["group", "show", ""],
  ]) func completionsCommandNoTerminal(_ words: [String]) {
    let outcome = fixture.run(["__complete", "--"] + words)
    #expect(Self.commands(outcome.output).isEmpty)
    #expect(outcome.code == 0)
  }

  /// Where there is no terminal the data is what it is.
  @Test func filesAndPipesGetTheDataAsItIs() throws {
    try fixture.edit(.customer, "KH000003", ["name": "abc"])
    try fixture.sql("UPDATE customer SET name = 'a\u{1B}[31mb\u{202E}c' WHERE code = 'KH000003'")
    let words = ["customer", "list", "--code", "KH000003", "--columns", "name"]
    #expect(fixture.run(words).output == "Name\na\u{1B}[31mb\u{202E}c\n")
    #expect(
      fixture.run(words + ["--format", "tsv"], terminal: 80).output == "Name\na [31mb c\n")
    #expect(
      fixture.run(words + ["--format", "csv"], terminal: 80).output == "Name\na [31mb c\n")
  }

  /// What a message quotes begins no line of its own.
  @Test func noTextPassesForAMessage() {
    let outcome = fixture.run("customer", "show", "a\ncrm: forged\r\ncrm: too")
    #expect(outcome.code == 1)
    #expect(outcome.errors.components(separatedBy: "\ncrm:").count == 1, "\(outcome.errors)")
  }

  @Test func pagersAreTerminals() throws {
    try fixture.edit(.customer, "KH000003", ["name": "abc"])
    try fixture.sql("UPDATE customer SET name = 'a\u{1B}[31mb' WHERE code = 'KH000003'")
    let file = fixture.file("paged")
    _ = fixture.run(
      ["customer", "list", "--columns", "name", "--sort", "code"], terminal: 80,
      variables: ["PAGER": "cat > \(file)", "LINES": "3"])
    let text = try fixture.contents("paged")
    #expect(text.contains("a [31mb\n"))
    #expect(text.hasPrefix("\u{1B}[1mName\u{1B}[0m\n"))
  }
}
