import CRMValues

/// Lays out help: wrapped paragraphs and two-column lists.
struct TextBlock {
  let width: Int
  private(set) var lines: [String] = []

  init(width: Int) {
    self.width = max(width, 40)
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func add(line: String) {
    lines.append(line)
  }

  mutating func addParagraph(_ text: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    lines += wrapped(text, width: width - indent).map { margin + $0 }
  }

  /// Adds terms with their explanations beside them, or below where a term is long.
  mutating func addList(_ entries: [(term: String, text: String)]) {
    let longest = entries.map { displayWidth($0.term) }.filter { $0 <= 28 }.max() ?? 0
    let column = min(longest, width / 2 - 4) + 4
    let margin = String(repeating: " ", count: column)
    for entry in entries {
      var texts = wrapped(entry.text, width: width - column)
      let start = "  " + entry.term
      let used = displayWidth(start)
      if used + 2 <= column {
        let gap = String(repeating: " ", count: column - used)
        lines.append(texts.isEmpty ? start : start + gap + texts.removeFirst())
      } else {
        lines.append(start)
      }
      lines += texts.map { margin + $0 }
    }
  }
}
