import CRMValues

/// Where in the typed text a part of an expression stands, so that an error can point at it.
/// All places are equal: where a part stands is no property of the expression.
public struct SourcePlace: Hashable, Sendable {
  /// The whole text, nil for an expression that was not typed.
  public let source: String?
  /// The number of the character the part begins with, from 1.
  public let column: Int

  public init(_ source: String?, column: Int) {
    self.source = source
    self.column = column
  }

  public static let none = SourcePlace(nil, column: 0)

  public static func == (left: SourcePlace, right: SourcePlace) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}

  /// Returns an error whose message names the column and whose first hint shows the text with
  /// a caret under the place. A place that is nowhere adds nothing.
  func error(_ message: Label, hints: [Label] = [], kind: CRMError.Kind = .request) -> CRMError {
    guard let source else { return CRMError(kind, message, hints: hints) }
    return CRMError(
      kind,
      Label(
        "column \(column): \(message.en)", vi: "vị trí \(column): \(message.vi)"),
      hints: [Label(same: pointed(source))] + hints)
  }

  func error(_ en: String, vi: String, hints: [Label] = []) -> CRMError {
    error(Label(en, vi: vi), hints: hints)
  }

  /// Returns two lines: the text around the place, and a caret under it.
  private func pointed(_ source: String) -> String {
    let characters = source.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let index = min(column - 1, characters.count)
    var start = 0
    var end = characters.count
    if characters.count > Self.width {
      start = max(0, min(index - Self.width / 2, characters.count - Self.width))
      end = min(characters.count, start + Self.width)
    }
    let before = (start > 0 ? "…" : "") + String(characters[start..<index])
    let after = String(characters[index..<end]) + (end < characters.count ? "…" : "")
    return before + after + "\n" + String(repeating: " ", count: displayWidth(before)) + "^"
  }

  private static let width = 72
}
