/// Returns the candidates that a mistyped word may have meant, best first.
///
/// Case and marks do not count. A candidate is near when it is at most a third of the word's
/// letters away (insertions, deletions, replacements and swaps of neighbours; at least one), or
/// when one of the two begins with the other. Among equals the candidates keep their order.
public func nearest(
  to word: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let word = Array(folded(word).unicodeScalars)
  guard !word.isEmpty, limit > 0 else { return [] }
  let threshold = max(1, word.count / 3)
  var found: [(score: Int, order: Int, text: String)] = []
  for (order, candidate) in candidates.enumerated() {
    let other = Array(folded(candidate).unicodeScalars)
    let distance = editDistance(word, other, limit: threshold)
    if let distance {
      found.append((distance * 2, order, candidate))
    } else if word.count > 1 && other.starts(with: word)
      || other.count > 2 && word.starts(with: other)
    {
      found.append((threshold * 2 + 1, order, candidate))
    }
  }
  found.sort { ($0.score, $0.order) < ($1.score, $1.order) }
  return found.prefix(limit).map(\.text)
}

extension Label {
  /// Returns the hint that asks whether one of these was meant; none where nothing is near.
  public static func didYouMean(_ near: [String]) -> [Label] {
    guard !near.isEmpty else { return [] }
    let list = near.joined(separator: ", ")
    return [Label("Did you mean \(list)?", vi: "Có phải bạn muốn: \(list)?")]
  }
}

/// Returns the Damerau-Levenshtein distance (optimal string alignment), nil above the limit.
func editDistance<Element: Equatable>(
  _ left: [Element], _ right: [Element], limit: Int
) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    if (current.min() ?? 0) > limit && (last.min() ?? 0) > limit { return nil }
    (beforeLast, last) = (last, current)
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
