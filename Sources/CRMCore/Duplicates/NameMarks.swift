import CRMEngine
import CRMValues

/// The marks of a name, apart from its letters, whatever spelling puts the tone mark where:
/// `Hòa` and `Hoà` have the same, `Hà` and `Hạ` have not, `Ha` has none.
enum NameMarks {
  private static let vowels: [(letters: String, quality: UInt32)] = [
    ("aàáảãạ", 0), ("ăằắẳẵặ", 1), ("âầấẩẫậ", 2), ("eèéẻẽẹ", 0), ("êềếểễệ", 2), ("iìíỉĩị", 0),
    ("oòóỏõọ", 0), ("ôồốổỗộ", 2), ("ơờớởỡợ", 3), ("uùúủũụ", 0), ("ưừứửữự", 3), ("yỳýỷỹỵ", 0),
  ]

  /// Quality × 8 + tone of a letter, by its scalar from U+00C0 on; 0 for a letter without marks.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x1F00 - 0xC0)
    for row in vowels {
      for (tone, letter) in row.letters.unicodeScalars.enumerated() where letter.value >= 0xC0 {
        for scalar in [letter, Character(letter).uppercased().unicodeScalars.first ?? letter] {
          table[Int(scalar.value) - 0xC0] = UInt8(row.quality * 8) + UInt8(tone)
        }
      }
    }
    for letter in "đĐðÐ".unicodeScalars { table[Int(letter.value) - 0xC0] = 32 }
    return table
  }()

  /// Returns a number that stands for the marks of a name, whatever the order of its words; 0
  /// where it has none.
  ///
  /// - Parameter skipsFirst: whether the first word is no part of the name (`Bà`).
  static func hash(_ name: String, skipsFirst: Bool = false) -> UInt32 {
    var total: UInt32 = 0
    var isSkipped = skipsFirst
    var marks: UInt32 = 0
    var tone: UInt32 = 0
    func end() {
      // What follows keeps the words apart: two of one mark are not one of two.
      if !isSkipped, marks | tone != 0 {
        total &+= UInt32(truncatingIfNeeded: Hash.stirred(UInt64(marks) << 3 | UInt64(tone)))
      }
      (marks, tone, isSkipped) = (0, 0, false)
    }
    for scalar in nfc(cleaned(name)).unicodeScalars {
      if scalar == " " { end() }
      guard scalar.value >= 0xC0, scalar.value < 0x1F00 else { continue }
      let found = UInt32(table[Int(scalar.value) - 0xC0])
      if found & 7 != 0 { tone = found & 7 }
      if found >> 3 != 0 { marks = marks &* 8 &+ found >> 3 }
    }
    end()
    return total
  }
}
