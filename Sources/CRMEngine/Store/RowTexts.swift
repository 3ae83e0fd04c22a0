/// The texts of a row, laid end to end in one place where SQLite reads them without copies of
/// its own.
struct RowTexts {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Forgets all texts.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Takes the texts among the values at the given positions, and forgets those before.
  mutating func collect(_ values: [Value], _ positions: [Int]) {
    removeAll()
    for position in positions {
      if case .text(let text) = values[position] { append(text) }
    }
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Runs a body with a function that returns the text of a place; they last as long as the body.
  func withTexts<T>(
    _ body: ((Int) -> UnsafeBufferPointer<UInt8>) throws -> T
  ) rethrows -> T {
    try bytes.withUnsafeBufferPointer { bytes in
      try body { place in
        let start = place == 0 ? 0 : ends[place - 1]
        return UnsafeBufferPointer(rebasing: bytes[start..<ends[place]])
      }
    }
  }
}
