/// Numbers of records, a bit each: they are given one after another.
struct IDSet {
  private var words: [UInt64] = []
  private(set) var count = 0

  /// The smallest; nil where there is none.
  var first: Int64? {
    words.indices.first { words[$0] != 0 }.map {
      Int64($0) << 6 | Int64(words[$0].trailingZeroBitCount)
    }
  }

  func contains(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] & bit(id) != 0
  }

  /// - Returns: whether it was not there yet.
  @discardableResult
  mutating func insert(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    guard words[word] & bit(id) == 0 else { return false }
    words[word] |= bit(id)
    count += 1
    return true
  }

  mutating func remove(_ id: Int64) {
    guard contains(id) else { return }
    words[Int(id >> 6)] &= ~bit(id)
    count -= 1
  }

  mutating func formUnion(_ other: IDSet) {
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for (place, word) in other.words.enumerated() { words[place] |= word }
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  private func bit(_ id: Int64) -> UInt64 { 1 << UInt64(id & 63) }
}
