import CRMEngine

/// The words of a field over all customers: each once, with how many customers have it.
///
/// Words are compared by number; their bytes lie end to end in one place.
struct Vocabulary: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  /// How many customers have the word.
  private(set) var frequencies: [UInt32] = []
  private var slots: [UInt32]

  init() {
    slots = [UInt32](repeating: 0, count: 1 << 12)
    bytes.reserveCapacity(1 << 16)
  }

  var count: Int { frequencies.count }

  /// Returns the number of a word, a new one where it was never met.
  mutating func number(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var slot = Int(truncatingIfNeeded: Hash.bytes(word)) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = slots[slot] - 1
      if isWord(known, word) { return known }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(frequencies.count)
    bytes.append(contentsOf: word)
    starts.append(UInt32(bytes.count))
    frequencies.append(0)
    slots[slot] = number + 1
    if frequencies.count * 2 > slots.count { grow() }
    return number
  }

  mutating func number(_ word: String) -> UInt32 {
    var word = word
    return word.withUTF8 { number($0) }
  }

  /// Counts one customer that has the word.
  mutating func count(_ number: UInt32) { frequencies[Int(number)] += 1 }

  /// Whether the word is made of digits.
  func isNumber(_ number: UInt32) -> Bool { bytes[Int(starts[Int(number)])] &- 0x30 < 10 }

  func text(_ number: UInt32) -> String {
    String(
      decoding: bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])], as: UTF8.self)
  }

  private func isWord(_ number: UInt32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(number)])
    guard Int(starts[Int(number) + 1]) - start == word.count else { return false }
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    bytes.withUnsafeBufferPointer { all in
      for number in 0..<frequencies.count {
        let word = UnsafeBufferPointer(
          rebasing: all[Int(starts[number])..<Int(starts[number + 1])])
        var slot = Int(truncatingIfNeeded: Hash.bytes(word)) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number) + 1
      }
    }
  }
}
