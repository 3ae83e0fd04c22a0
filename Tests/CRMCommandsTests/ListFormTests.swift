import CRMTestSupport
import Foundation
import Testing

/// Lists and files for other programs: without headings, codes alone, yes and no in words.
@Suite struct ListFormTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test(arguments: [
    (
      ["customer", "list", "--columns", "code,kind", "--format", "tsv"], "KH000002\tOrganisation\n"
    ),
    (["customer", "list", "--columns", "code,kind"], "KH000002\tOrganisation\n"),
    (
      ["customer", "list", "--columns", "code,kind", "--format", "csv"], "KH000002,Organisation\r\n"
    ),
    (["customer", "export", "--columns", "code,kind", "--csv", "-"], "KH000002,Organisation\r\n"),
    (["customer", "export", "--columns", "code,kind", "--tsv", "-"], "KH000002\tOrganisation\n"),
  ]) func withoutHeadingThereAreRowsOnly(words: [String], rows: String) {
    let outcome = fixture.run(words + ["--where", "code = KH000002", "--no-header"])
    #expect(outcome == .init(output: rows, errors: "", code: 0))
  }

  /// A table that is no list of records has its rows alone, too.
  @Test func aLogHasNoHeadingEither() {
    let all = fixture.run("log", "--format", "tsv").output
    let rows = fixture.run("log", "--format", "tsv", "--no-header").output
    #expect(all.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n" == rows)
  }

  @Test(arguments: [
    ["customer", "list", "--json", "--no-header"], ["log", "--format", "table", "--no-header"],
    ["customer", "export", "--xlsx", "a.xlsx", "--no-header"],
  ]) func whatHasNoHeadingRowSaysSo(words: [String]) {
    let outcome = fixture.run(words)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("crm: --no-header is about TSV and CSV; "))
    #expect(outcome.errors.contains("Use --format tsv --no-header."))
    let vietnamese = fixture.run(words, language: .vi)
    #expect(vietnamese.errors.contains("--no-header chỉ dùng cho TSV và CSV; "))
  }

  @Test func codesAloneGoIntoAnyCommand() throws {
    let list = fixture.run(
      "customer", "list", "--format", "codes", "--where", "code in (KH000001, KH000003)", "--sort",
      "code")
    #expect(list == .init(output: "KH000001\nKH000003\n", errors: "", code: 0))
    let edit = fixture.run("customer", "edit", "-", "--level", "paused", input: list.output)
    #expect(edit.code == 0, "\(edit)")
    #expect(
      fixture.run(
        "customer", "list", "--where", "level = paused", "--format", "codes", "--sort", "code"
      ).output == list.output)
    // Lists of a company have codes, too, though they are called by their names.
    #expect(
      fixture.run("group", "list", "--format", "codes", "--limit", "1").output == "NH000001\n")
  }

  @Test func codesAloneHaveNoColumns() {
    let words = ["customer", "list", "--format", "codes", "--columns", "name"]
    let outcome = fixture.run(words)
    #expect(outcome.code == 2)
    #expect(
      outcome.errors
        == "crm: --format codes is the codes alone and does not go with --columns\n")
    #expect(
      fixture.run(words, language: .vi).errors
        == "crm: '--format codes' chỉ in mã, không dùng cùng --columns\n")
    // What is no list of records has none.
    #expect(fixture.run("log", "--format", "codes").code == 2)
  }

  /// In what people open in a spreadsheet yes and no are words; scripts get one form (RULES 13.15).
  @Test(arguments: [
    ("csv", "en", "No"), ("csv", "vi", "Không"), ("tsv", "vi", "false"), ("jsonl", "vi", "false"),
  ]) func yesAndNoAreWordsForPeople(form: String, language: String, no: String) {
    let outcome = fixture.run(
      ["customer", "export", "--\(form)", "-", "--columns", "supplier", "--limit", "1"],
      language: language == "vi" ? .vi : .en)
    #expect(outcome.output.contains(no), "\(outcome)")
  }

  @Test(arguments: ["csv", "tsv", "xlsx", "json"]) func yesAndNoComeInAgain(form: String) throws {
    #expect(fixture.run("customer", "edit", "KH000001", "--supplier", "yes").code == 0)
    let file = fixture.file("kh.\(form)")
    #expect(
      fixture.runVietnamese("customer", "export", "--\(form)", file, "--columns", "code,supplier")
        .code == 0)
    #expect(fixture.run("customer", "edit", "KH000001", "--supplier", "no").code == 0)
    #expect(fixture.run("customer", "edit", "KH000002", "--supplier", "yes").code == 0)
    let again = fixture.run(
      "customer", "import", file, "--match", "code", "--mode", "update")
    #expect(again.code == 0, "\(again)")
    #expect(
      fixture.run("customer", "list", "--where", "supplier = yes", "--format", "codes").output
        == "KH000001\n")
  }

  @Test func aMarkAtTheBeginningIsRemembered() throws {
    func begins(_ words: String...) throws -> Bool {
      let file = fixture.file("kh.csv")
      try? FileManager.default.removeItem(atPath: file)
      #expect(fixture.run(["customer", "export", "--csv", file] + words).code == 0)
      return try Data(contentsOf: URL(fileURLWithPath: file)).starts(with: [0xEF, 0xBB, 0xBF])
    }
    #expect(try !begins())
    #expect(try begins("--bom"))
    #expect(fixture.run("config", "set", "export.bom", "yes").code == 0)
    #expect(try begins())
    // What a pipe reads has none that was not asked for; other formats have none at all.
    #expect(
      fixture.run("customer", "export", "--csv", "-", "--limit", "0").output.hasPrefix("Code"))
    #expect(
      fixture.run("customer", "export", "--json", "-", "--limit", "0").output.hasPrefix("["))
    #expect(fixture.run("config", "set", "export.bom", "no").code == 0)
    #expect(try !begins())
  }
}
