import CRMArguments
import CRMCommands
import CRMCore
import CRMEngine
import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// The man page and the reference as they were last read through by a person, a file a noun and
/// one for all else: a change of the command table shows here.
@Suite struct ReferenceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  private static let renewal = "RENEW_SNAPSHOTS=1 swift test --skip-build --filter ReferenceTests"
  /// The name of the file that is about no noun.
  private static let rest = "crm"
  private static let names = [rest] + Catalogue.nouns.map(\.rawValue)

  @Test(arguments: names, ["1", "vi.md"])
  func isAsItWasRead(name: String, ending: String) throws {
    let file = "\(name).\(ending)"
    let made = ReferenceTests.text(name, ending)
    let path = ReferenceTests.folder.appendingPathComponent(file)
    if ProcessInfo.processInfo.environment["RENEW_SNAPSHOTS"] != nil {
      return try Data(made.utf8).write(to: path)
    }
    let kept = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    let first = zip(lines(made), lines(kept)).first { $0 != $1 }
    #expect(
      made == kept,
      """
      \(file) differs from Tests/CRMCommandsTests/Snapshots: “\(first?.0 ?? "")”, there \
      “\(first?.1 ?? "")”. Renew all files, then read what git says has changed: \
      \(ReferenceTests.renewal)
      """)
  }

  @Test func everyFileIsOfSomeNoun() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ReferenceTests.folder.path)
    let known =
      ReferenceTests.names.flatMap { ["\($0).1", "\($0).vi.md"] } + [
        "messages.txt", "vietnamese-words.txt",
      ]
    #expect(Set(files).subtracting(known).isEmpty, "remove what no noun has any more")
  }

  /// The printed reference holds every noun; the man page of a noun its commands, that of the program
  /// every noun.
  @Test func thePrintedPagesHoldEveryPart() throws {
    let fixture = try Fixture()
    let program = fixture.run("help", "--man").output
    let reference = fixture.runVietnamese("help", "--markdown").output
    for group in commandTable.groups where !group.hidden {
      let part = commandTable.markdownReference(of: group.word, in: .vi)
      #expect(reference.contains(part), "\(group.word)")
      guard group.word.first?.isLetter == true else { continue }
      #expect(program.contains(group.word.replacing("-", with: "\\-")), "\(group.word)")
      let page = fixture.run("help", "--man", group.word).output
      let commands = commandTable.manPage(of: group.word, in: .en, version: version)
      for line in lines(commands) where line.hasPrefix(".SS") {
        #expect(page.contains(line), "\(line)")
      }
    }
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func text(_ name: String, _ ending: String) -> String {
    let table = commandTable
    let words: [String?] =
      name == rest
      ? [nil] + table.groups.filter { !$0.hidden && !names.contains($0.word) }.map(\.word)
      : [name]
    return words.map { word in
      ending == "1"
        ? table.manPage(of: word, in: .en, version: version)
        : table.markdownReference(of: word, in: .vi)
    }.joined(separator: "\n")
  }
}
