import Foundation
import Testing

@testable import CRMValues

/// A day of a test, written as in ISO 8601.
func day(_ iso: String) throws -> Day {
  try #require(Day(iso: iso))
}

/// Runs something that must be refused as a request, and returns what the user reads.
func refusal(
  _ body: () throws -> some Any, sourceLocation: SourceLocation = #_sourceLocation
) throws -> CRMError {
  do {
    let value = try body()
    throw CRMError(.bug, "accepted as \(value)", vi: "được nhận là \(value)")
  } catch let error as CRMError where error.kind != .bug {
    #expect(error.kind == .request, sourceLocation: sourceLocation)
    for label in [error.message] + error.hints {
      #expect(!label.en.isEmpty && !label.vi.isEmpty, sourceLocation: sourceLocation)
      #expect(label.en != label.vi, sourceLocation: sourceLocation)
      #expect(!label.en.hasSuffix(".") && !label.vi.hasSuffix("."), sourceLocation: sourceLocation)
    }
    return error
  }
}

/// Public material beside the repository, which tests use where it is present.
enum Material {
  private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("../../../shared").standardized

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(path))
  }

  static func lines(_ path: String) throws -> [String] {
    String(decoding: try data(path), as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
  }

  static func object(_ path: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: data(path)) as? [String: Any])
  }
}
