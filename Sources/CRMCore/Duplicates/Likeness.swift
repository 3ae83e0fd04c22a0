import CRMEngine

/// How alike two words are, from 0 to 1, however they differ: letters left out, added, swapped.
enum Likeness {
  /// Returns the Jaro-Winkler likeness of two words of bytes: the share of letters they have in
  /// common at about the same place, raised where they begin alike (Winkler 1990).
  ///
  /// Words of more than 64 bytes compare by their first 64.
  static func jaroWinkler(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Double {
    let n = min(left.count, 64)
    let m = min(right.count, 64)
    guard n > 0, m > 0 else { return n == m ? 1 : 0 }
    let reach = max(0, max(n, m) / 2 - 1)
    var matchedLeft: UInt64 = 0
    var matchedRight: UInt64 = 0
    var common = 0
    for i in 0..<n {
      let from = max(0, i - reach)
      let to = min(m - 1, i + reach)
      guard from <= to else { continue }
      for j in from...to where matchedRight >> UInt64(j) & 1 == 0 && left[i] == right[j] {
        matchedLeft |= 1 << UInt64(i)
        matchedRight |= 1 << UInt64(j)
        common += 1
        break
      }
    }
    guard common > 0 else { return 0 }
    var crossed = 0
    var j = 0
    for i in 0..<n where matchedLeft >> UInt64(i) & 1 == 1 {
      while matchedRight >> UInt64(j) & 1 == 0 { j += 1 }
      if left[i] != right[j] { crossed += 1 }
      j += 1
    }
    let c = Double(common)
    let jaro = (c / Double(n) + c / Double(m) + (c - Double(crossed / 2)) / c) / 3
    var prefix = 0
    while prefix < min(4, n, m), left[prefix] == right[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  /// Returns how many letters were changed, left out, added, or swapped with the next between two
  /// words; `limit` + 1 where it is more than the limit.
  static func edits(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int {
    let n = left.count
    let m = right.count
    guard abs(n - m) <= limit, n < 64, m < 64 else { return limit + 1 }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * 65) { rows in
      var before = 0
      var last = 65
      var now = 130
      for j in 0...m { rows[last + j] = j }
      for i in 1..<(n + 1) {
        rows[now] = i
        var best = i
        for j in 1..<(m + 1) {
          let cost = left[i - 1] == right[j - 1] ? 0 : 1
          var value = min(
            rows[last + j] + 1, rows[now + j - 1] + 1, rows[last + j - 1] + cost)
          if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
            value = min(value, rows[before + j - 2] + 1)
          }
          rows[now + j] = value
          best = min(best, value)
        }
        if best > limit { return limit + 1 }
        (before, last, now) = (last, now, before)
      }
      return min(rows[last + m], limit + 1)
    }
  }
}
