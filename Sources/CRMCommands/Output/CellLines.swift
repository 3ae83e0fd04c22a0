import CRMValues

/// The lines of a cell that is as wide as its column at most.
enum CellLines {
  static func of(_ text: String, width: Int, _ fit: ScreenColumn.Fit) -> [String] {
    if displayWidth(text) <= width { return [text] }
    switch fit {
    case .whole, .cut: return [fitted(text, to: width)]
    case .wraps: return lines(text.split(separator: " ").map(String.init), width, " ")
    case .items:
      let parts = text.split(separator: ";").map { cleaned(String($0)) }
      return lines(
        parts.enumerated().map { $1 + ($0 < parts.count - 1 ? ";" : "") }, width, " ")
    }
  }

  /// Puts parts together as long as they fit a line; one that is too long by itself is broken.
  private static func lines(_ parts: [String], _ width: Int, _ joint: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for part in parts {
      let joined = line.isEmpty ? part : line + joint + part
      if displayWidth(joined) <= width {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var rest = broken(part, width)
      line = rest.popLast() ?? ""
      lines += rest
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Breaks a part between its words, and a word wherever the line ends.
  private static func broken(_ part: String, _ width: Int) -> [String] {
    guard displayWidth(part) > width else { return [part] }
    let words = part.split(separator: " ").map(String.init)
    if words.count > 1 { return lines(words, width, " ") }
    var pieces: [String] = []
    var piece = ""
    for character in part {
      if !piece.isEmpty, displayWidth(piece + String(character)) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  /// The least width at which texts that differ still do when they are cut.
  static func telling(_ texts: Set<String>, from least: Int, to most: Int) -> Int {
    var (low, high) = (least, max(least, most))
    while low < high {
      let middle = (low + high) / 2
      if Set(texts.map { fitted($0, to: middle) }).count == texts.count {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// The width of the widest part that is better not broken.
  static func widestPart(_ text: String, _ fit: ScreenColumn.Fit) -> Int {
    let parts = text.split(separator: fit == .items ? ";" : " ")
    return parts.map { displayWidth(cleaned(String($0))) + (fit == .items ? 1 : 0) }.max() ?? 0
  }
}
