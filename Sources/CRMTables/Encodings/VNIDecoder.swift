/// Decodes VNI for Windows: a vowel of ASCII, `ô` (for ơ) or `ö` (for ư), then a byte that is the
/// mark; i, y and đ with their marks are one byte.
struct VNIDecoder: TextDecoder {
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded {
    var index = 0
    while index < input.count {
      let byte = input[index]
      guard let marks = VNIDecoder.marked[byte] else {
        output.appendUTF8(VNIDecoder.single[byte] ?? ByteTable.windows1252.scalars[Int(byte)])
        index += 1
        continue
      }
      guard index + 1 < input.count || isLast else { break }
      if index + 1 < input.count, let letter = marks[input[index + 1]] {
        output.appendUTF8(letter)
        index += 2
      } else {
        output.appendUTF8(VNIDecoder.single[byte] ?? UInt32(byte))
        index += 1
      }
    }
    return Decoded(taken: index, isWrong: false)
  }

  /// What stands alone: ơ ư đ and the marked i and y that have a byte of their own.
  private static let single: [UInt8: UInt32] = bytes([
    ("ô", "ơ"), ("ö", "ư"), ("ñ", "đ"), ("ì", "ì"), ("í", "í"), ("æ", "ỉ"), ("ó", "ĩ"), ("ò", "ị"),
    ("î", "ỵ"), ("Ô", "Ơ"), ("Ö", "Ư"), ("Ñ", "Đ"), ("Ì", "Ì"), ("Í", "Í"), ("Æ", "Ỉ"),
    ("Ó", "Ĩ"), ("Ò", "Ị"), ("Î", "Ỵ"),
  ])

  /// The bytes of the tones of a plain vowel, of one with a breve, and of one with a circumflex.
  private static let tones = (plain: "øûõùï", breve: "èúüéë", circumflex: "àåãáä")

  /// For each vowel byte, the letter that each mark byte makes of it.
  ///
  /// A capital's mark is a capital too in the fonts; a small one is taken as well.
  private static let marked: [UInt8: [UInt8: UInt32]] = {
    var marked: [UInt8: [UInt8: UInt32]] = [:]
    func add(_ base: Character, _ marks: String, _ vowel: Character, bare: Character? = nil) {
      guard let key = code(base), let scalar = vowel.unicodeScalars.first?.value,
        let row = VietnameseLetters.toned[scalar]
      else { return }
      for (place, mark) in marks.enumerated() { insert(key, mark, row[place + 1]) }
      if let bare { insert(key, bare, scalar) }
    }
    func insert(_ key: UInt8, _ mark: Character, _ letter: UInt32) {
      guard let byte = code(mark) else { return }
      marked[key, default: [:]][byte] = letter
      // The capital of a letter of Latin-1 is 32 before it.
      marked[key, default: [:]][byte - 0x20] = letter
    }
    for (base, breve, circumflex): (Character, Character?, Character?) in [
      ("a", "ă", "â"), ("e", nil, "ê"), ("o", nil, "ô"), ("u", nil, nil), ("y", nil, nil),
      ("A", "Ă", "Â"), ("E", nil, "Ê"), ("O", nil, "Ô"), ("U", nil, nil), ("Y", nil, nil),
    ] {
      add(base, tones.plain, base)
      if let breve { add(base, tones.breve, breve, bare: "ê") }
      if let circumflex { add(base, tones.circumflex, circumflex, bare: "â") }
    }
    for (base, vowel) in [("ô", "ơ"), ("ö", "ư"), ("Ô", "Ơ"), ("Ö", "Ư")]
      as [(Character, Character)]
    { add(base, tones.plain, vowel) }
    return marked
  }()

  /// The byte of a character of Latin-1.
  private static func code(_ character: Character) -> UInt8? {
    character.unicodeScalars.first.flatMap { UInt8(exactly: $0.value) }
  }

  private static func bytes(_ pairs: [(Character, Character)]) -> [UInt8: UInt32] {
    var table: [UInt8: UInt32] = [:]
    for (from, to) in pairs {
      if let byte = code(from), let scalar = to.unicodeScalars.first { table[byte] = scalar.value }
    }
    return table
  }
}
