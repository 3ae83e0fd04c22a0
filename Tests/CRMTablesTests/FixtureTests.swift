import CRMTables
import CRMValues
import Foundation
import Testing

/// Files of other projects: what is seen of them, or why they are refused, stands beside them.
struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let files: [String] = ["xlsx", "ods", "csv", "vcf", "json"].flatMap { format in
    let path = folder.appendingPathComponent(format).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      .filter { $0.hasSuffix(".\(format)") && !$0.hasSuffix(".json.json") }.map {
        "\(format)/\($0)"
      }
  }

  @Test(arguments: files) func fixture(_ file: String) throws {
    let path = Self.folder.appendingPathComponent(file).path
    let known = try String(contentsOfFile: path + ".json", encoding: .utf8)
    let sink = MemorySink()
    do {
      try TablePreview(path).writeJSON(to: sink)
      #expect(sink.text == known)
    } catch let error as CRMError {
      let folder = (path as NSString).deletingLastPathComponent + "/"
      #expect(error.message.en.replacingOccurrences(of: folder, with: "") + "\n" == known)
    }
  }

  @Test func thereAreSome() { #expect(Self.files.count > 30) }
}
