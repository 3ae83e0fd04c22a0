import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// The man page and the reference as they were last read through by a person: a change of the
/// command table shows here.
@Suite struct ReferenceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  @Test(arguments: [
    ("crm.1", "--man", Language.en), ("reference.vi.md", "--markdown", .vi),
  ])
  func isAsItWasRead(file: String, option: String, language: Language) throws {
    let path = ReferenceTests.folder.appendingPathComponent(file)
    let kept = try String(contentsOf: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let made = try Fixture(language).run(["help", option], language: language).output.split(
      separator: "\n", omittingEmptySubsequences: false)
    let first = zip(made, kept).first { $0 != $1 }
    #expect(
      made == kept,
      """
      the \(file) of the command table differs from Tests/CRMCommandsTests/Snapshots: \
      “\(first?.0 ?? "")”, there “\(first?.1 ?? "")”. Read it, then keep it with: \
      crm help \(option) --lang \(language.rawValue) >Tests/CRMCommandsTests/Snapshots/\(file)
      """)
  }
}
