/// Returns the lines of a text that is broken between words.
///
/// - Parameter width: the columns of a terminal; only a longer word exceeds it.
public func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var length = 0
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    let size = displayWidth(String(word))
    if length > 0, length + 1 + size > width {
      lines.append(line)
      (line, length) = ("", 0)
    }
    if length > 0 {
      line += " "
      length += 1
    }
    line += word
    length += size
  }
  if length > 0 { lines.append(line) }
  return lines
}
