import CRMEngine
import Foundation

/// How alike words of one vocabulary are, and how much it says that two customers share one.
///
/// One a thread: answers are kept, as the same words meet again and again.
final class WordLikeness {
  private let bytes: [UInt8]
  private let starts: [UInt32]
  /// The bits of evidence in sharing each word: log₂ of one in how many customers has it.
  let bits: [Float]
  private let areNumbers: [Bool]
  private var known: [UInt64]
  private static let size = 1 << 16

  init(_ vocabulary: Vocabulary, customers: Int) {
    bytes = vocabulary.bytes
    starts = vocabulary.starts
    bits = vocabulary.frequencies.map { count in
      Float(log2(Double(customers) / Double(max(count, 1))))
    }
    areNumbers = (0..<UInt32(vocabulary.count)).map(vocabulary.isNumber)
    known = [UInt64](repeating: .max, count: WordLikeness.size)
  }

  /// Makes the same for another thread.
  init(_ other: WordLikeness) {
    bytes = other.bytes
    starts = other.starts
    bits = other.bits
    areNumbers = other.areNumbers
    known = [UInt64](repeating: .max, count: WordLikeness.size)
  }

  func isNumber(_ word: UInt32) -> Bool { areNumbers[Int(word)] }

  private func word(_ number: UInt32) -> Range<Int> {
    Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
  }

  /// Returns how alike two different words are, from 0 to 1; numbers only where one digit
  /// differs or two are swapped.
  func likeness(_ one: UInt32, _ other: UInt32) -> Float {
    let key = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    let slot = Int(truncatingIfNeeded: Hash.stirred(key)) & (WordLikeness.size - 1)
    // The vocabulary stays far below 2²⁴ words, so that a byte is left for the answer.
    let tag = UInt64(min(one, other)) << 40 | UInt64(max(one, other)) << 8
    if known[slot] & ~0xFF == tag & ~0xFF { return Float(known[slot] & 0xFF) / 255 }
    let answer = UInt64((measured(one, other) * 255).rounded())
    known[slot] = tag & ~0xFF | answer
    return Float(answer) / 255
  }

  private func measured(_ one: UInt32, _ other: UInt32) -> Float {
    bytes.withUnsafeBufferPointer { all in
      let left = UnsafeBufferPointer(rebasing: all[word(one)])
      let right = UnsafeBufferPointer(rebasing: all[word(other)])
      if areNumbers[Int(one)] || areNumbers[Int(other)] {
        guard areNumbers[Int(one)], areNumbers[Int(other)], min(left.count, right.count) > 2,
          Likeness.edits(left, right, limit: 1) == 1
        else { return 0 }
        return 0.9
      }
      if min(left.count, right.count) < 3 { return 0 }
      return Float(Likeness.jaroWinkler(left, right))
    }
  }

  /// Whether one word is how the other begins, in one or two letters: `Ng.` of `Nguyễn`.
  func isAbbreviation(_ one: UInt32, _ other: UInt32) -> Bool {
    let (a, b) = (word(one), word(other))
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard short.count <= 2, long.count > short.count, !areNumbers[Int(one)], !areNumbers[Int(other)]
    else { return false }
    for offset in 0..<short.count
    where bytes[short.lowerBound + offset] != bytes[long.lowerBound + offset] { return false }
    return true
  }

  /// Whether a word is two others written as one, with at most one letter wrong.
  func isJoined(_ whole: UInt32, _ first: UInt32, _ second: UInt32) -> Bool {
    let (all, a, b) = (word(whole), word(first), word(second))
    guard all.count > 3, abs(all.count - a.count - b.count) <= 1, !areNumbers[Int(whole)] else {
      return false
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: a.count + b.count) { joined in
      for offset in 0..<a.count { joined[offset] = bytes[a.lowerBound + offset] }
      for offset in 0..<b.count { joined[a.count + offset] = bytes[b.lowerBound + offset] }
      return bytes.withUnsafeBufferPointer { bytes in
        Likeness.edits(
          UnsafeBufferPointer(rebasing: bytes[all]), UnsafeBufferPointer(joined), limit: 1) <= 1
      }
    }
  }
}
