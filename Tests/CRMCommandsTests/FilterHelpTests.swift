import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCommands

/// What the help says of filters, and that it is so.
@Suite struct FilterHelpTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    for (noun, name) in [("unit", "Kinh doanh 1"), ("source", "Zalo"), ("source", "Facebook")] {
      _ = fixture.run(noun, "add", "--name", name)
    }
  }

  /// The examples of a term: those commas part that stand in no brackets or quotation marks.
  private static func examples(_ term: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in term {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(cleaned)
  }

  @Test(arguments: Chapters.filters.entries.dropLast().flatMap { examples($0.term) })
  func whatTheHelpShowsWorks(_ filter: String) {
    let noun = filter.hasPrefix("customer.") || filter.hasPrefix("date ") ? "order" : "customer"
    let outcome = fixture.run(noun, "list", "--count", "--where", filter)
    #expect(outcome.code == 0, "\(filter): \(outcome.errors)")
  }

  @Test(arguments: Language.allCases) func explainsFiltersAndValues(_ language: Language) {
    for chapter in Chapters.all {
      let outcome = fixture.run(["help", chapter.word], language: language)
      #expect(outcome.output.hasPrefix(chapter.title.text(in: language) + "\n"))
      #expect(chapter.entries.allSatisfy { outcome.output.contains("  " + $0.term) })
    }
  }

  @Test func namesTheFields() throws {
    _ = fixture.run("field", "add", "--kind", "customer", "--name", "Sở thích")
    let rows = fixture.run("customer", "fields").output.split(separator: "\n").map(String.init)
    #expect(rows.first == "Name\tHeading\tTyped\tRequired\tValues")
    #expect(rows.contains("name\tName\ttrue\ttrue\tText"))
    #expect(rows.contains("score\tScore\tfalse\tfalse\tA whole number"))
    #expect(rows.contains("groups\tGroups\ttrue\tfalse\tGroups: codes or names, with ; between"))
    #expect(rows.contains("c_so_thich\tSở thích\ttrue\tfalse\tText"))
    #expect(
      rows.contains(
        "contracts\tContracts\tfalse\tfalse\tcontracts.count, contracts.value, contracts.term, "
          + "contracts.paid, contracts.left, contracts.first, contracts.last"))
    let unknown = fixture.run("customer", "list", "--where", "qqq = 1")
    #expect(unknown.errors.hasSuffix("\n  See them with: crm customer fields\n"))
  }

  /// Every name the command lists is one that columns take.
  @Test func everyFieldIsAColumn() {
    for noun in ["customer", "order", "contract", "comment", "care-card"] {
      let names = fixture.run(noun, "fields").output.split(separator: "\n").dropFirst()
        .filter { !$0.contains(".count") }
        .compactMap { $0.split(separator: "\t").first.map(String.init) }
      #expect(names.count > 5)
      let outcome = fixture.run(noun, "list", "--columns", names.joined(separator: ","))
      #expect(outcome.code == 0, "\(noun): \(outcome.errors)")
    }
  }

  /// `me` is whoever asks, also where a view keeps it; a rule, which holds for everybody, has
  /// no such person.
  @Test func knowsWhoIsMe() {
    func codes(_ login: String, _ words: String...) -> String {
      fixture.run(["--as", login, "customer", "list", "--columns", "code"] + words).output
    }
    #expect(codes("lan", "--where", "owner = me") == "Code\nKH000001\n")
    #expect(codes("an", "--where", "owner in (me, lan)") == "Code\nKH000001\nKH000002\n")
    #expect(codes("an", "--where", "owner = tôi") == "Code\nKH000002\n")
    _ = fixture.run("--as", "lan", "customer", "list", "--mine", "--save", "Của tôi")
    #expect(codes("lan", "--view", "Của tôi") == "Code\nKH000001\n")
    #expect(codes("an", "--view", "Của tôi") == "Code\nKH000002\n")
    let rule = fixture.run("common-rule", "add", "--name", "X", "--condition", "owner = me")
    #expect(rule.code == 1)
    #expect(rule.errors.contains("there is no user “me”"))
  }

  @Test(arguments: [
    ("month 11", "KH000001\nKH000002\n"), ("tháng 11", "KH000001\nKH000002\n"),
    ("month 2", "KH000003\n"), ("month 3", ""), ("month 10..month 12", "KH000001\nKH000002\n"),
    ("month 12..month 1", ""), ("24/11..month 11", "KH000001\n"),
  ]) func findsBirthdaysByTheMonth(_ month: String, _ codes: String) {
    let outcome = fixture.run(
      "customer", "filter", "--birthday", month, "--columns", "code", "--sort", "code")
    #expect(outcome.output == "Code\n" + codes)
    #expect(outcome.code == 0)
  }

  @Test func aYearHasTwelveMonths() {
    #expect(fixture.run("customer", "filter", "--birthday", "month 13").code == 1)
  }
}
