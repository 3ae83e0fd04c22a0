import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCommands

@Suite struct HelpTests {
  @Test func explainsATopic() throws {
    let fixture = try Fixture()
    let outcome = fixture.run("help", "order", "add")
    #expect(outcome.output.hasPrefix("crm order add: Add an order\n\nUsage: crm order add"))
    #expect(outcome.output == fixture.run("order", "add", "--help").output)
    #expect(
      fixture.runVietnamese("help", "order").output.hasPrefix("crm order: Đơn hàng\n\nCách dùng:"))
    #expect(fixture.run("help").output == fixture.run("--help").output)
    let unknown = fixture.run("help", "custmer")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("did you mean 'customer'?"))
  }

  @Test func isAsWideAsTheTerminal() throws {
    let fixture = try Fixture()
    let outcome = fixture.run(
      ["help", "customer", "edit"], terminal: 60, variables: ["NO_COLOR": "1"])
    for line in outcome.output.split(separator: "\n") where !line.hasPrefix("  crm ") {
      #expect(displayWidth(String(line)) <= 60, "\(line)")
    }
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func printsManPageAndReference() throws {
    let fixture = try Fixture()
    let page = fixture.run("help", "--man").output
    #expect(page.hasPrefix(".TH"))
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
    #expect(page.contains("care\\-card") && !page.contains("SS \"crm"))
    let noun = fixture.run("help", "--man", "khách", "hàng").output
    #expect(noun.hasPrefix(".TH \"CRM\\-CUSTOMER\""))
    #expect(noun.contains("crm customer group move"))
    #expect(fixture.run("help", "--man", "custmer").code == 2)
    #expect(fixture.runVietnamese("help", "--markdown").output.contains("### crm customer add\n"))
  }

  /// `crm` alone fits a screen and begins with what to type first; all of it can be typed.
  @Test func beginsWithTheFirstSteps() throws {
    let fixture = try Fixture()
    for language in Language.allCases {
      let lines = fixture.run([], language: language, terminal: 80).output.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 24 && lines.contains { $0.contains("crm init") })
      #expect(lines.allSatisfy { displayWidth(String($0)) <= 80 + 8 })
    }
    for line in FirstSteps.commands {
      let words = line.replacing("'", with: "").split(separator: " ").dropFirst().map(String.init)
      #expect(throws: Never.self, "\(line)") { try commandTable.parse(words) }
    }
  }

  /// Nouns and verbs in Vietnamese, with and without marks.
  @Test(arguments: [
    (["khách", "hàng"], "crm customer: "), (["khach", "hang", "them"], "crm customer add: "),
    (["Đơn", "hàng"], "crm order: "), (["customers"], "crm customer: "),
    (["customer", "sửa"], "crm customer edit: "),
  ]) func understandsWordsOfPeople(_ words: [String], _ start: String) throws {
    let fixture = try Fixture()
    #expect(fixture.run(["help"] + words, language: .vi).output.hasPrefix(start))
  }

  @Test func findsCommandsByWords() throws {
    let fixture = try Fixture()
    let found = fixture.run("help", "--search", "chuyen nhom khach").output
    #expect(found.contains("crm customer group move"))
    #expect(
      fixture.run("help", "--search", "move customers").output.contains("crm customer group move"))
    let nothing = fixture.run("help", "--search", "zebra")
    #expect(nothing.code == 1)
    #expect(nothing.errors == "crm: no command is about “zebra”\n  All of them: crm help\n")
  }

  @Test func breaksMessagesBetweenWords() throws {
    let fixture = try Fixture()
    let outcome = fixture.run(["customer", "show", "khong co ai ten nay"], terminal: 30)
    #expect(outcome.code == 1)
    for line in outcome.errors.split(separator: "\n") { #expect(displayWidth(String(line)) <= 30) }
  }

  @Test func versionIsTheSameBothWays() throws {
    let fixture = try Fixture()
    #expect(fixture.run("version").output == "crm 0.1.0\n")
    #expect(fixture.run("--version").output == "crm 0.1.0\n")
  }

  /// A page that there is not is refused, and so is a search for nothing.
  @Test func refusesWhatHasNoPage() throws {
    let fixture = try Fixture()
    let topic = fixture.runVietnamese("help", "--man", "filters")
    #expect(topic.code == 1)
    #expect(topic.output == "")
    #expect(topic.errors.hasPrefix("crm: không có trang man về “filters”\n"))
    #expect(fixture.run("help", "--search", " ").errors.hasPrefix("crm: --search is empty\n"))
    #expect(
      fixture.run("help", "--search", "x", "--man").errors.hasPrefix(
        "crm: --search and --man do not go together\n"))
  }

  /// What every noun can do is told once.
  @Test func tellsAVerbOfEveryNounOnce() throws {
    let fixture = try Fixture()
    let lines = fixture.runVietnamese("help", "--search", "xuất khẩu").output
      .split(separator: "\n").filter { $0.contains(" export ") }
    #expect(lines.count < 5, "\(lines)")
    #expect(
      fixture.runVietnamese("help", "--search", "gộp khách trùng").output.contains(
        "crm customer merge"))
  }
}
