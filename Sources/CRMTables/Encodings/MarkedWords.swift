/// The words with letters beyond ASCII of a decoded text, and how likely its languages are.
struct MarkedWords {
  /// Different words that are Vietnamese syllables.
  private(set) var syllables: Set<[UInt32]> = []
  private var words = 0
  private var vietnamese = 0
  private var western = 0
  /// Signs that hardly stand in a table of records.
  private var oddSigns = 0

  /// Looks at the first 4,000 such words of a UTF-8 text.
  init(_ text: [UInt8]) {
    var word: [UInt32] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      if MarkedWords.isLetter(value) {
        if word.count < 40 { word.append(value) }
        continue
      }
      if !word.isEmpty {
        take(word)
        word.removeAll(keepingCapacity: true)
        if words > 4000 { return }
      }
      if value >= 0x80, !MarkedWords.usualSigns.contains(value) { oddSigns += 1 }
    }
    take(word)
  }

  /// The share of the words that are Vietnamese syllables, from 0 to 1.
  var shareOfVietnamese: Double { share(vietnamese) }

  /// The share of the words whose letters stand as Western European languages have them.
  var shareOfWestern: Double { share(western) }

  private func share(_ count: Int) -> Double {
    guard words + oddSigns > 0 else { return oddSigns == 0 ? 1 : 0 }
    return Double(count) / Double(words + oddSigns)
  }

  private mutating func take(_ word: [UInt32]) {
    guard word.contains(where: { $0 >= 0x80 }) else { return }
    words += 1
    if VietnameseSyllable.matches(word) {
      vietnamese += 1
      if syllables.count < 10 { syllables.insert(word) }
    }
    if MarkedWords.isWestern(word) { western += 1 }
  }

  /// Whether at most half of the letters are beyond ASCII and none is a capital after a small one.
  private static func isWestern(_ word: [UInt32]) -> Bool {
    let marked = word.count { $0 >= 0x80 }
    guard marked * 2 <= word.count || word.count <= 3 && marked <= 2 else { return false }
    return zip(word, word.dropFirst()).allSatisfy { before, after in
      after < 0x80 || !isSmall(before) || isSmall(after)
    }
  }

  private static func isSmall(_ scalar: UInt32) -> Bool {
    0x61...0x7A ~= scalar || 0xDF...0xFF ~= scalar
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: return true
    case 0xD7, 0xF7: return false
    case 0xC0...0x1FFF, 0x2C00...: return true
    default: return false
    }
  }

  /// No-break space, quotation marks, dashes and the like; what windows-1252 has of them.
  private static let usualSigns = Set(
    "\u{A0}‘’“”‚„«»–—…•©®™°§²³¼½¾€£₫·×ªº¿¡".unicodeScalars.map(\.value))
}
