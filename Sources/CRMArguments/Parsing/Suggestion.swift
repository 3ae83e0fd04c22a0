/// Returns the words nearest to a mistyped one: several when equally near, none when all are too far.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours; a word that
/// the typed one begins is always near.
func nearest(to typed: String, among words: [String], limit: Int = 3) -> [String] {
  let wanted = Array(typed.lowercased().unicodeScalars)
  let furthest = wanted.count <= 3 ? 1 : wanted.count <= 6 ? 2 : 3
  let ranked = words.compactMap { word -> (word: String, distance: Int)? in
    let scalars = Array(word.lowercased().unicodeScalars)
    let distance = distance(wanted, scalars)
    if distance <= furthest { return (word, distance) }
    let begins = wanted.count >= 2 && scalars.starts(with: wanted)
    return begins ? (word, furthest + 1) : nil
  }
  let sorted = ranked.enumerated().sorted {
    ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
  }
  let best = sorted.first?.element.distance
  return sorted.prefix(limit).filter { $0.element.distance == best }.map(\.element.word)
}

/// Returns the Damerau-Levenshtein distance (optimal string alignment).
private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in 1...left.count {
    var row = [i]
    for j in 1...right.count {
      let same = left[i - 1] == right[j - 1]
      var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        best = min(best, beforeLast[j - 2] + 1)
      }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
