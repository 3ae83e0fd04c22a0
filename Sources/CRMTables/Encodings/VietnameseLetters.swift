/// The Vietnamese alphabet's vowels with their tones.
enum VietnameseLetters {
  /// A tone of a vowel, in the order of `vowels`' rows.
  enum Tone: Int, CaseIterable {
    case grave = 1
    case hook, tilde, acute, dot

    /// The combining character of the tone.
    var mark: UInt32 {
      switch self {
      case .grave: return 0x300
      case .hook: return 0x309
      case .tilde: return 0x303
      case .acute: return 0x301
      case .dot: return 0x323
      }
    }
  }

  /// Each vowel bare, then with grave, hook, tilde, acute and dot.
  private static let rows = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ", "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
    "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
  ].map { $0.unicodeScalars.map(\.value) }

  /// The row of a vowel without a tone.
  static let toned: [UInt32: [UInt32]] = Dictionary(
    uniqueKeysWithValues: rows.map { ($0[0], $0) })

  /// The bare vowel and the tone of every vowel; tone 0 is none.
  static let parts: [UInt32: (vowel: UInt32, tone: Int)] = {
    var parts: [UInt32: (vowel: UInt32, tone: Int)] = [:]
    for row in rows {
      for (tone, letter) in row.enumerated() { parts[letter] = (row[0], tone) }
    }
    return parts
  }()

  /// Returns the capital of a small Vietnamese letter; other characters come back as they are.
  static func capital(_ scalar: UInt32) -> UInt32 { capitals[scalar] ?? scalar }

  /// Whether it is a Vietnamese capital beyond ASCII or a vowel of it.
  static func isCapital(_ scalar: UInt32) -> Bool { large.contains(scalar) }

  private static let large = Set(capitals.values)

  private static let capitals: [UInt32: UInt32] = {
    var capitals: [UInt32: UInt32] = [0x111: 0x110]
    for (small, large) in zip(rows[..<12], rows[12...]) {
      for (letter, capital) in zip(small, large) { capitals[letter] = capital }
    }
    return capitals
  }()
}
