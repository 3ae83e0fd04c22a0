import CRMTables
import CRMValues

/// A column of a file as an option names it: by its heading, or by its place where headings do not
/// tell columns apart: `#3` or `#C`, a letter also without the sign where no heading is called so.
struct ColumnName {
  let text: String

  init(_ text: String) { self.text = text }

  /// Returns the places of the columns that are meant: several where a heading stands twice.
  func places(in headings: [String]) -> [Int] {
    let key = Headings.key(text)
    let named = headings.indices.filter { place in
      key.isEmpty ? headings[place] == text && !text.isEmpty : Headings.key(headings[place]) == key
    }
    guard named.isEmpty else { return named }
    return place.map { headings.indices.contains($0) ? [$0] : [] } ?? []
  }

  /// Whether a column is meant by its place.
  func isPlace(in headings: [String]) -> Bool {
    let key = Headings.key(text)
    return place != nil && !headings.contains { !key.isEmpty && Headings.key($0) == key }
  }

  private var place: Int? {
    let word = text.trimming("#")
    if text.hasPrefix("#"), let number = Int(word) { return number - 1 }
    guard (1...3).contains(word.utf8.count), word.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else {
      return nil
    }
    return word.utf8.reduce(0) { $0 * 26 + Int($1 - 0x40) } - 1
  }

  /// Returns what a column without a heading of its own is called: `#C` for place 2.
  static func sign(_ place: Int) -> String { "#" + SheetColumn.letters(place) }
}

extension String {
  fileprivate func trimming(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
