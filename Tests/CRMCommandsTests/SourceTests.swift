import Foundation
import Testing

/// Reads the sources of the commands for what only one place may do.
@Suite struct SourceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/CRMCommands")

  /// Every file but those of the runner, with its text.
  private static func files(in folders: [String] = [""]) throws -> [(name: String, text: String)] {
    try folders.flatMap { name -> [(name: String, text: String)] in
      let path = folder.appendingPathComponent(name).path
      let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      #expect(!all.isEmpty, "no folder \(name)")
      return try all.filter { $0.hasSuffix(".swift") }.map { file in
        let text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
        return (name.isEmpty ? file : "\(name)/\(file)", text)
      }
    }
  }

  private static let runner = [
    "Session/Runner.swift", "Session/Session.swift", "Session/Command+Session.swift",
  ]

  @Test(arguments: [
    "session.write", ".write(isKept", "store.write", "\"dry-run\"", "isDryRun",
    "\"confirm\"", "effect: .",
  ])
  func onlyTheRunnerWritesAndAsks(words: String) throws {
    let found = try SourceTests.files().filter { file, text in
      let lines = text.split(separator: "\n").filter { !$0.contains("//") }
      return !SourceTests.runner.contains(file) && lines.contains { $0.contains(words) }
    }
    #expect(found.map(\.name) == [], "\(words)")
  }
}
