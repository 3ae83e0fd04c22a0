import CRMCore
import CRMEngine
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

  /// A field that the program speaks of is reached by its handle, which a test proves to exist: no
  /// renaming switches anything off in silence.
  @Test func noFieldIsLookedForByItsName() throws {
    let sources = SourceTests.folder.deletingLastPathComponent()
    var count = 0
    for room in ["CRMEngine", "CRMCore", "CRMCommands"] {
      let path = sources.appendingPathComponent(room).path
      for case let file as String in FileManager.default.enumerator(atPath: path) ?? .init()
      where file.hasSuffix(".swift") {
        count += 1
        let text = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
        for words in ["position(of: \"", ".field(\""] {
          #expect(!text.contains(words), "\(room)/\(file): \(words)")
        }
      }
    }
    #expect(count > 400)
  }

  /// Kinds that steer the engine itself; what serves every kind may know them.
  private static let known: Set<String> = [
    "user", "view", "share", "tag", "setting", "import-mapping", "field", "role", "role-right",
    "unit", "user-group",
  ]

  /// The rooms that serve every kind.
  private static let common = [
    "Generic", "Output", "Session", "Import", "Export", "Search", "Help", "History", "Approval",
    "Backup", "Doctor", "Host",
  ]

  /// Finds a kind named in Swift (`.careCard`) or by its word (`"care-card"`).
  private static func naming(_ noun: String) throws -> NSRegularExpression {
    let parts = noun.split(separator: "-")
    let swift = parts[0] + parts.dropFirst().map(\.capitalized).joined()
    let implicit = #"(?<![\w)\]\\?!])\."# + swift + #"\b"#
    return try NSRegularExpression(
      pattern: implicit + #"|\b(Kind|Entity)\."# + swift + #"\b|""# + noun + "\"")
  }

  @Test func whatServesEveryKindNamesNone() throws {
    let files =
      try SourceTests.files(in: SourceTests.common)
      + SourceTests.files().filter {
        ["Table.swift", "Nouns/NounCommands.swift"].contains($0.name)
      }
    for noun in Catalogue.nouns.map(\.rawValue) where !SourceTests.known.contains(noun) {
      let pattern = try SourceTests.naming(noun)
      for (name, text) in files {
        for line in text.split(separator: "\n") where !line.contains("///") {
          let whole = NSRange(location: 0, length: line.utf16.count)
          let found = pattern.firstMatch(in: String(line), range: whole)
          #expect(found == nil, "\(name) names \(noun): \(line)")
        }
      }
    }
  }
}
