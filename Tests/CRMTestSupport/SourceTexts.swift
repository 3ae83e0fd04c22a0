import Foundation

/// The texts that the sources say in both languages, found by reading them: what stands before and
/// behind `vi:`, interpolations as they are written.
public enum SourceTexts {
  public struct Text: Hashable, Sendable {
    /// The file below Sources.
    public let file: String
    public let en: String
    public let vi: String
  }

  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  /// Every text, by file.
  public static func all() throws -> [Text] {
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    return try (files ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
      texts(in: [UInt8](try Data(contentsOf: sources.appendingPathComponent(file))), file)
    }
  }

  private struct Literal {
    var range: Range<Int>
    var text: String
  }

  private static func texts(in bytes: [UInt8], _ file: String) -> [Text] {
    let literals = joined(literals(in: bytes), bytes)
    return literals.indices.compactMap { index in
      let literal = literals[index]
      guard before(literal, bytes).hasSuffix("vi:") else { return nil }
      let former = index > 0 ? literals[index - 1] : nil
      let between = former.map { gap($0.range.upperBound, literal.range.lowerBound, bytes) }
      return Text(file: file, en: between == ",vi:" ? former?.text ?? "" : "", vi: literal.text)
    }
  }

  /// Literals that a plus sign joins are one.
  private static func joined(_ literals: [Literal], _ bytes: [UInt8]) -> [Literal] {
    literals.reduce(into: []) { found, literal in
      if let last = found.last,
        gap(last.range.upperBound, literal.range.lowerBound, bytes) == "+"
      {
        found[found.count - 1].text += literal.text
        found[found.count - 1].range = last.range.lowerBound..<literal.range.upperBound
      } else {
        found.append(literal)
      }
    }
  }

  private static func gap(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[start..<end].filter { $0 > 0x20 }, as: UTF8.self)
  }

  private static func before(_ literal: Literal, _ bytes: [UInt8]) -> String {
    gap(max(0, literal.range.lowerBound - 60), literal.range.lowerBound, bytes)
  }

  private static func literals(in bytes: [UInt8]) -> [Literal] {
    var found: [Literal] = []
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "/") where starts("//", at: place, bytes):
        place = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
      case UInt8(ascii: "#") where starts("#\"", at: place, bytes):
        let mark = starts("#\"\"\"", at: place, bytes) ? "\"\"\"#" : "\"#"
        place += mark.utf8.count
        while place < bytes.count, !starts(mark, at: place, bytes) { place += 1 }
        place += mark.utf8.count
      case UInt8(ascii: "\""):
        let end = end(ofLiteral: place, bytes)
        let text = String(decoding: bytes[(place + 1)..<(end - 1)], as: UTF8.self)
        found.append(Literal(range: place..<end, text: text))
        place = end
      default:
        place += 1
      }
    }
    return found
  }

  private static func starts(_ text: String, at place: Int, _ bytes: [UInt8]) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  /// Returns the place behind a literal that begins at a quotation mark.
  private static func end(ofLiteral start: Int, _ bytes: [UInt8]) -> Int {
    if starts("\"\"\"\n", at: start, bytes) {
      var place = start + 3
      while place < bytes.count, !starts("\"\"\"", at: place, bytes) { place += 1 }
      return min(place + 3, bytes.count)
    }
    var place = start + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if starts("\\(", at: place, bytes) {
        place = end(ofInterpolation: place + 2, bytes)
      } else {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    return min(place + 1, bytes.count)
  }

  private static func end(ofInterpolation start: Int, _ bytes: [UInt8]) -> Int {
    var (place, depth) = (start, 1)
    while place < bytes.count, depth > 0 {
      switch bytes[place] {
      case UInt8(ascii: "\""): place = end(ofLiteral: place, bytes) - 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
    }
    return place
  }
}
