import CRMCommands
import CRMCore
import CRMTestSupport
import Testing

/// Who may act at all.
@Suite struct ActorTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.offices() }

  static let commands = [
    ["customer", "list"], ["customer", "add", "Mới"], ["log"], ["undo"], ["config", "list"],
    ["customer", "list", "--count"], ["user", "list"], ["remind", "birthdays"], ["search", "An"],
  ]

  /// A login that is chosen is that of a user who works here, whichever way it is chosen.
  @Test(arguments: commands) func isAUserWhereChosen(words: [String]) {
    for outcome in [
      fixture.run(words + ["--as", "lann"]), fixture.run(words, variables: ["CRM_USER": "lann"]),
    ] {
      #expect(outcome.code == 4 && outcome.output == "")
      #expect(
        outcome.errors.hasPrefix("crm: there is no user “lann” who could act\n  Did you mean"))
      #expect(outcome.errors.contains("Did you mean lan?") || outcome.errors.contains("“lan”?"))
    }
    #expect(fixture.run(as: "an", "log", "--limit", "1").code == 0)
  }

  @Test(arguments: [false, true]) func worksHere(isDeleted: Bool) {
    if isDeleted {
      #expect(fixture.run("user", "delete", "lan", "--to", "an").code == 0)
    } else {
      #expect(fixture.run("user", "edit", "lan", "--active", "no").code == 0)
    }
    for words in ActorTests.commands {
      for variables in [["CRM_USER": "lan"], ["SUDO_USER": "lan"]] {
        let outcome = fixture.run(words, language: .vi, variables: variables)
        #expect(outcome.code == 4 && outcome.output == "", "\(words)")
        #expect(
          outcome.errors.hasPrefix("crm: lan không còn làm việc nên không làm được gì\n"),
          "\(words)")
      }
    }
    #expect(
      fixture.run("--as", "lan", "__complete", "--", "customer", "show", "KH").output == ":\n")
  }

  /// Who is no user acts on their own file only.
  @Test func ownsTheFile() {
    let words = ["customer", "list", "--count"]
    #expect(fixture.run(words, variables: ["SUDO_USER": "root"]).output == "3\n")
    let outcome = fixture.run(words, variables: ["SUDO_USER": "root"], ownsFiles: false)
    #expect(outcome.code == 4)
    #expect(
      outcome.errors.hasPrefix(
        "crm: root is no user of this database, and the file is somebody else's\n"))
    #expect(fixture.run(words, variables: ["SUDO_USER": "an"], ownsFiles: false).output == "3\n")
  }

  /// What is completed is what the typed actor sees.
  @Test func completesForThem() {
    let words = ["__complete", "--", "--as", "lan", "customer", "show", "KH"]
    let mine = fixture.codes(as: "lan")
    let completed = fixture.run(words).output
    let all = fixture.codes(as: "an")
    #expect(!mine.isEmpty && mine.count < all.count)
    for code in all {
      #expect(completed.contains(code) == mine.contains(code), "\(code)")
    }
  }
}
