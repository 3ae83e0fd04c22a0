import CRMEngine

/// How the words of two names or addresses meet.
struct WordMeeting {
  /// What the shared words say, in bits.
  var shared: Float = 0
  /// What all words of each side would say.
  var left: Float = 0
  var right: Float = 0
  /// How many words of each side have no partner, and what those say.
  var leftOver: (left: Int, right: Int) = (0, 0)
  var lost: (left: Float, right: Float) = (0, 0)
  /// How many partners are alike only.
  var fuzzy = 0

  /// The likeness of the two from 0 to 1, words that many have counting less.
  var likeness: Float {
    let whole = left + right
    return whole > 0 ? min(1, 2 * shared / whole) : 0
  }
}

/// Pairs the words of two lists: equal ones first, then alike ones, abbreviations, and two that
/// stand for one.
struct WordComparison {
  private let words: WordLikeness
  private let lists: Lists<UInt32>
  /// What all the words of each list say, in bits: no meeting can say more.
  let says: [Float]
  /// How alike words have to be.
  private let least: Float = 0.84

  init(_ words: WordLikeness, _ lists: Lists<UInt32>) {
    self.words = words
    self.lists = lists
    says = lists.starts.indices.dropLast().map { list in
      lists.elements[lists.range(list)].reduce(0) { $0 + max(words.bits[Int($1)], 0.3) }
    }
  }

  /// Makes the same for another thread.
  init(_ other: WordComparison) {
    words = WordLikeness(other.words)
    lists = other.lists
    says = other.says
  }

  /// What sharing a word says: never nothing, so that words everybody has still pair.
  @inline(__always)
  private func bits(_ word: UInt32) -> Float { max(words.bits[Int(word)], 0.3) }

  /// Whether some of the words of one list are among some of another's, or like one of them;
  /// also where either has none.
  ///
  /// - Parameters:
  ///   - part: which words of the left list are looked at.
  ///   - otherPart: which of the right list.
  ///   - isExact: whether words that are alike only do not count.
  ///   - numbers: whether numbers count.
  func touch(
    _ left: Int, _ part: (Range<Int>) -> Range<Int>, _ right: Int,
    _ otherPart: (Range<Int>) -> Range<Int>, isExact: Bool = false, numbers: Bool = false
  ) -> Bool {
    let all = lists.elements
    let one = part(lists.range(left)).filter { numbers || !words.isNumber(all[$0]) }
    let other = otherPart(lists.range(right)).filter { numbers || !words.isNumber(all[$0]) }
    guard !one.isEmpty, !other.isEmpty else { return true }
    return one.contains { i in
      other.contains { j in
        all[i] == all[j]
          || !isExact
            && (words.likeness(all[i], all[j]) >= least || words.isAbbreviation(all[i], all[j]))
      }
    }
  }

  func meet(_ left: Int, _ right: Int) -> WordMeeting {
    lists.elements.withUnsafeBufferPointer { all in
      let a = UnsafeBufferPointer(rebasing: all[lists.range(left)])
      let b = UnsafeBufferPointer(rebasing: all[lists.range(right)])
      var meeting = WordMeeting()
      var freeA: UInt32 = (1 << UInt32(a.count)) - 1
      var freeB: UInt32 = (1 << UInt32(b.count)) - 1
      for (i, word) in a.enumerated() {
        meeting.left += bits(word)
        for (j, other) in b.enumerated() where freeB >> UInt32(j) & 1 == 1 && other == word {
          freeA &= ~(1 << UInt32(i))
          freeB &= ~(1 << UInt32(j))
          meeting.shared += bits(word)
          break
        }
      }
      for word in b { meeting.right += bits(word) }
      if freeA != 0, freeB != 0 {
        pairAlike(a, b, &freeA, &freeB, &meeting)
        if freeA != 0, freeB != 0, freeA.nonzeroBitCount + freeB.nonzeroBitCount > 2 {
          pairJoined(a, b, &freeA, &freeB, &meeting)
          pairJoined(b, a, &freeB, &freeA, &meeting)
        }
      }
      for i in a.indices where freeA >> UInt32(i) & 1 == 1 { meeting.lost.left += bits(a[i]) }
      for j in b.indices where freeB >> UInt32(j) & 1 == 1 { meeting.lost.right += bits(b[j]) }
      meeting.leftOver = (freeA.nonzeroBitCount, freeB.nonzeroBitCount)
      return meeting
    }
  }

  /// Pairs what is left by likeness, the most alike first.
  private func pairAlike(
    _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, _ freeA: inout UInt32,
    _ freeB: inout UInt32, _ meeting: inout WordMeeting
  ) {
    while freeA != 0, freeB != 0 {
      var best: (i: Int, j: Int, likeness: Float) = (0, 0, 0)
      for i in a.indices where freeA >> UInt32(i) & 1 == 1 {
        for j in b.indices where freeB >> UInt32(j) & 1 == 1 {
          var likeness = words.likeness(a[i], b[j])
          if likeness < least { likeness = words.isAbbreviation(a[i], b[j]) ? least : 0 }
          if likeness > best.likeness { best = (i, j, likeness) }
        }
      }
      guard best.likeness >= least else { return }
      freeA &= ~(1 << UInt32(best.i))
      freeB &= ~(1 << UInt32(best.j))
      meeting.fuzzy += 1
      // The misspelt word is the rarer one, by its spelling only.
      let said = min(bits(a[best.i]), bits(b[best.j]))
      let credit = 0.35 + 0.55 * (best.likeness - least) / (1 - least)
      meeting.shared += said * credit
      meeting.left += said - bits(a[best.i])
      meeting.right += said - bits(b[best.j])
    }
  }

  /// Pairs a word with two neighbours that say the same.
  private func pairJoined(
    _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, _ freeA: inout UInt32,
    _ freeB: inout UInt32, _ meeting: inout WordMeeting
  ) {
    guard b.count > 1 else { return }
    for i in a.indices where freeA >> UInt32(i) & 1 == 1 {
      for j in 0..<(b.count - 1) where freeB >> UInt32(j) & 3 == 3 {
        guard words.isJoined(a[i], b[j], b[j + 1]) else { continue }
        freeA &= ~(1 << UInt32(i))
        freeB &= ~(3 << UInt32(j))
        meeting.fuzzy += 1
        meeting.shared += min(bits(a[i]), bits(b[j]) + bits(b[j + 1])) * 0.9
        break
      }
    }
  }
}
