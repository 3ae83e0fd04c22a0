import Foundation
import Testing

/// The folders of the engine name one another's types one way only: the order that
/// Sources/README.md draws.
@Suite struct FolderTests {
  /// Each folder names types of those before it; the engine's own folder names all.
  private static let order = [
    "Schema", "Store", "Backups", "Fields", "Access", "Filters", "Doors", "Operations", "Records",
    "Settings", "Documents", "Import", "CustomFields", "Doctor", "CRMEngine",
  ]

  private struct File {
    let folder: String
    let name: String
    let text: String
  }

  private static func files() throws -> [File] {
    let engine = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/CRMEngine").standardized
    let found = FileManager.default.enumerator(at: engine, includingPropertiesForKeys: nil)
    var files: [File] = []
    while let file = found?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      files.append(
        File(
          folder: file.deletingLastPathComponent().lastPathComponent,
          name: file.lastPathComponent,
          text: try String(contentsOf: file, encoding: .utf8)))
    }
    return files
  }

  @Test func dependOneWay() throws {
    let files = try FolderTests.files()
    #expect(files.count > 150)
    var homes: [String: String] = [:]
    let declaration =
      /(?m)^(?:public |package )?(?:final |indirect )*(?:class|struct|enum|protocol) (\w+)/
    for file in files {
      for match in file.text.matches(of: declaration) { homes[String(match.1)] = file.folder }
    }
    #expect(homes.count > 150 && homes["Writer"] == "Doors" && homes["Value"] == "Schema")
    var compared = 0
    for file in files {
      // Comments and texts name what they like.
      let code = file.text.replacing(/\/\/.*/, with: "").replacing(/"(?:[^"\\]|\\.)*"/, with: "")
      let place = try #require(
        FolderTests.order.firstIndex(of: file.folder), "a new folder: \(file.folder)")
      for match in code.matches(of: /\b[A-Z]\w+\b/) {
        guard let home = homes[String(match.0)], home != file.folder else { continue }
        let other = try #require(FolderTests.order.firstIndex(of: home))
        compared += 1
        #expect(other < place, "\(file.folder)/\(file.name) names \(match.0) of \(home)")
      }
    }
    #expect(compared > 1000)
  }
}
