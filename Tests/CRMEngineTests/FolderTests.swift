import Foundation
import Testing

/// Which folders of the engine name types of which others: the picture that Sources/README.md
/// draws. An arrow that is not here is to be thought about, not added.
@Suite struct FolderTests {
  private static let allowed: [String: Set<String>] = [
    "Schema": ["Access", "CustomFields", "Documents", "Import", "Records", "Settings", "Store"],
    "Store": [
      "Access", "CustomFields", "Documents", "Filters", "Import", "Operations", "Records", "Schema",
      "Settings",
    ],
    "Records": ["Access", "Filters", "Import", "Operations", "Schema", "Store"],
    "Filters": ["Records", "Schema"],
    "Operations": ["Records", "Schema", "Store"],
    "Access": ["Operations", "Records", "Schema", "Store"],
    "Settings": ["Records", "Schema", "Store"],
    "CustomFields": ["Import", "Records", "Schema", "Store"],
    "Documents": ["Records", "Schema", "Store"],
    "Import": ["Operations", "Records", "Schema", "Settings", "Store"],
  ]

  private struct File {
    let folder: String
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
          text: try String(contentsOf: file, encoding: .utf8)))
    }
    return files
  }

  @Test func dependAsDrawn() throws {
    let files = try FolderTests.files()
    #expect(files.count > 150)
    var homes: [String: String] = [:]
    let declaration =
      /(?m)^(?:public |package )?(?:final |indirect )*(?:class|struct|enum|protocol) (\w+)/
    for file in files {
      for match in file.text.matches(of: declaration) { homes[String(match.1)] = file.folder }
    }
    for file in files {
      // Comments and texts name what they like.
      let code = file.text.replacing(/\/\/.*/, with: "").replacing(/"(?:[^"\\]|\\.)*"/, with: "")
      let known = try #require(FolderTests.allowed[file.folder], "a new folder: \(file.folder)")
      for match in code.matches(of: /\b[A-Z]\w+\b/) {
        guard let home = homes[String(match.0)], home != file.folder else { continue }
        #expect(known.contains(home), "\(file.folder) names \(match.0) of \(home)")
      }
    }
  }
}
