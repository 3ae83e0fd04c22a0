/// Reads a word that says yes or no in either language, as people and spreadsheets write it.
///
/// - Returns: nil for any other text.
public func yesOrNo(_ text: String) -> Bool? {
  switch text {
  case "1", "x", "X", "✓", "✔", "☑": return true
  case "0", "☐": return false
  default: break
  }
  switch folded(text) {
  case "yes", "y", "true", "t", "on", "co", "c", "dung": return true
  case "no", "n", "false", "f", "off", "khong", "k", "sai": return false
  default: return nil
  }
}
