/// Numbers of records, a bit each: they are given one after another.
struct IDSet {
  private var words: [UInt64] = []

  func contains(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] & bit(id) != 0
  }

  mutating func insert(_ id: Int64) {
    let word = Int(id >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= bit(id)
  }

  private func bit(_ id: Int64) -> UInt64 { 1 << UInt64(id & 63) }
}
