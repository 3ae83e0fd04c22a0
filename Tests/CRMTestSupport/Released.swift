import Foundation

/// A database as a released version left it; see `Released/README.md`.
public struct Released: Sendable {
  public let version: String
  /// The format of the database.
  public let format: Int

  /// Every released format, oldest first.
  public static let all = [Released(version: "0.1.0", format: 1)]

  /// Writes the database to a path.
  public func write(to path: String) throws {
    try unpacked("sqlite").write(to: URL(fileURLWithPath: path))
  }

  /// Returns the records as the version exported them, a line each.
  public func records() throws -> [Substring] {
    String(decoding: try unpacked("jsonl"), as: UTF8.self).split(separator: "\n")
  }

  private func unpacked(_ kind: String) throws -> Data {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Released/crm-\(version).\(kind).xz")
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dc", file.path]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return data
  }
}
