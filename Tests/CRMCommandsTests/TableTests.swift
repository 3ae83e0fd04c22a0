import CRMArguments
import CRMCore
import CRMEngine
import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCommands

@Suite struct TableTests {
  @Test func declarationsAreSound() {
    #expect(commandTable.problems() == [])
  }

  @Test(arguments: Language.allCases, [60, 80])
  func helpOfEveryCommandFits(language: Language, width: Int) throws {
    let table = commandTable
    var topics: [[String]] = [[]]
    for group in table.groups where !group.hidden {
      topics.append([group.word])
      topics += group.commands().map(\.words)
    }
    for topic in topics {
      let text = try table.help(of: topic, in: language, width: width)
      #expect(text.count > 50, "\(topic)")
      for line in text.split(separator: "\n") where displayWidth(String(line)) > width {
        // An example is a line to copy; it is never broken.
        #expect(line.hasPrefix("  crm "), "\(topic): \(line)")
      }
    }
  }

  @Test func everyKindHasEveryVerbThatMakesSense() {
    let verbs = Dictionary(
      uniqueKeysWithValues: Catalogue.nouns.map { kind in
        (kind, NounCommands.commands(of: Catalogue.entity(kind)).map { $0.words[1] })
      })
    for (kind, verbs) in verbs {
      for verb in ["add", "list", "show", "edit", "duplicate", "delete", "restore", "history"] {
        // A comment was said once.
        let makesSense = !(kind == .comment && verb == "duplicate")
        #expect(verbs.contains(verb) == makesSense, "\(kind) \(verb)")
      }
      #expect(verbs.contains("export") && verbs.contains("import"), "\(kind)")
    }
    #expect(
      verbs[.customer]?.suffix(9) == [
        "tag", "hand-over", "share", "submit", "approve", "reject", "withdraw", "export", "import",
      ])
    #expect(verbs[.source]?.contains("tag") == false)
    #expect(verbs[.careCard]?.contains("generate") == true)
  }

  @Test func aNounHasItsOwnVerbsInPlaceOfTheGenericOnes() {
    let verbs = NounCommands.commands(of: .comment).map { $0.words[1] }
    #expect(Set(verbs).count == verbs.count)
    #expect(verbs.prefix(2) == ["add", "list"] && !verbs.contains("duplicate"))
    #expect(verbs.contains("ack"))
    #expect(Nouns.searched.first == Nouns.main && Nouns.withCards == [.customer, .contact])
    #expect(Nouns.own(.source).verbs().isEmpty)
  }

  @Test func whatWritesCanBeTriedAndWhatDestroysIsConfirmed() {
    for command in commandTable.groups.flatMap({ $0.commands() }) {
      let options = Set(command.options.map(\.long))
      let writes = command.effect == .writes || command.effect == .destroys
      #expect(options.contains("dry-run") == writes, "\(command.name)")
      #expect(options.contains("confirm") == (command.effect == .destroys), "\(command.name)")
      let selects = writes && options.contains("where")
      #expect(!selects || options.contains("yes"), "\(command.name)")
    }
  }

  @Test func optionsNameTheFields() throws {
    let add = AddCommand.command(Catalogue.entity(.customer))
    let options = add.options.map(\.long)
    #expect(options.contains("tax-code"))
    #expect(!options.contains("score"))
    #expect(add.options.first { $0.long == "name" }?.necessity == .prompted)
    #expect(
      add.options.first { $0.long == "owner" }?.value?.completion == .codes(kind: "user"))
  }
}
