/// Tells Vietnamese syllables from other runs of letters.
///
/// Every written Vietnamese syllable is an onset, a rhyme and at most one tone. Text of another
/// encoding or language hardly ever has the shape in most of its words.
enum VietnameseSyllable {
  static func matches(_ word: [UInt32]) -> Bool {
    guard word.count <= 7 else { return false }
    var letters = ""
    var tones = 0
    for scalar in word {
      let small = smalls[scalar] ?? (0x41...0x5A ~= scalar ? scalar + 0x20 : scalar)
      let (vowel, tone) = VietnameseLetters.parts[small] ?? (small, 0)
      if tone > 0 { tones += 1 }
      guard let bare = UnicodeScalar(vowel) else { return false }
      letters.unicodeScalars.append(bare)
    }
    guard tones <= 1 else { return false }
    return onsets.contains { onset in
      letters.hasPrefix(onset) && isRhyme(letters.dropFirst(onset.count))
    }
  }

  private static func isRhyme(_ rhyme: Substring) -> Bool {
    if open.contains(String(rhyme)) { return true }
    return codas.contains { coda in
      rhyme.hasSuffix(coda) && closed.contains(String(rhyme.dropLast(coda.count)))
    }
  }

  private static let smalls: [UInt32: UInt32] = {
    var smalls: [UInt32: UInt32] = [0x110: 0x111]
    for small in VietnameseLetters.parts.keys {
      let capital = VietnameseLetters.capital(small)
      if capital != small { smalls[capital] = small }
    }
    return smalls
  }()

  private static let onsets =
    words(
      "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x") + [""]

  /// Vowels and diphthongs that end a syllable.
  private static let open = Set(
    words(
      "a e ê i o ô ơ u ư y ia ya ua ưa oa oe uê uy uya uơ ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi "
        + "ưu iêu yêu uôi ươi ươu oai oay oao oeo uây uyu uêu"))

  /// Vowels and diphthongs that a consonant follows.
  private static let closed = Set(
    words("a ă â e ê i o ô ơ u ư y iê yê uô ươ oa oă oe uâ uê uy uyê oo"))

  private static let codas = words("ch ng nh c k m n p t")

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
