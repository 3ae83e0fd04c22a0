import Foundation
import Testing

@testable import CRMValues

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Nguyễn  Đức", "nguyen duc"), ("NGUYỄN ĐỨC", "nguyen duc"),
    ("Nguyễn Ðức", "nguyen duc"), ("nguyễn ðức", "nguyen duc"),
    ("Trần Thị Hoà", "tran thi hoa"), ("Trần Thị Hòa", "tran thi hoa"),
    ("  Lê\u{A0}\u{2009}Văn\tTám\n", "le van tam"), ("Le\u{200B} Van\u{FEFF}", "le van"),
    ("ĂÂÊÔƠƯăâêôơư", "aaeoouaaeoou"), ("Æther œuvre Straße ẞ þ", "aether oeuvre strasse ss th"),
    ("Øre Łódź Ħal İstanbul ısı", "ore lodz hal istanbul isi"), ("Crème Brûlée", "creme brulee"),
    ("Žižek Ǆ Ǳ ŉ", "zizek dz dz n"), ("3×4 ÷ 2", "3×4 ÷ 2"),
    ("100.000₫ – “Đà”", "100.000₫ – “da”"),
    ("東京 ĐÀ", "東京 da"), ("МОСКВА Đ", "москва d"), ("ΑΘΉΝΑ", "αθήνα"), ("😀 Đẹp", "😀 dep"),
    ("Số 5° – Khu “A”… 5₫", "so 5° – khu “a”… 5₫"), ("a\u{2028}b\u{AD}c", "a bc"),
    ("2 µm", "2 µm"), ("“Ω Đ”", "“ω d”"), ("-\u{AD}-", "--"),
    ("", ""), ("   ", ""), ("a", "a"), ("A-B_c@D.vn", "a-b_c@d.vn"),
  ])
  func dropsMarksAndCase(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
    #expect(folded(text.decomposedStringWithCanonicalMapping) == expected)
    #expect(folded(expected) == expected)
  }

  @Test func foldsEveryLetterWithADecompositionToItsBase() {
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
      guard let base, base.isASCII, base.properties.isAlphabetic else { continue }
      #expect(folded(String(scalar)) == String(base).lowercased())
    }
  }

  @Test func mapsEveryVietnameseLetterToItself() {
    let letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
    #expect(Set(folded(letters)) == Set("aeiouyd"))
    #expect(folded(letters.uppercased()) == folded(letters))
  }

  @Test(
    .enabled(if: Material.exists("material/vn/names_boy.txt")),
    arguments: ["boy", "girl", "boy_one_word", "girl_one_word"])
  func foldsNamesToTheirUnmarkedTwins(_ list: String) throws {
    let names = try Material.lines("material/vn/names_\(list).txt")
    let twins = try Material.lines("material/vn/names_\(list)_no_accents.txt")
    let folds = Set(names.map(folded))
    let missing = twins.filter { !folds.contains(folded($0)) }
    #expect(missing.isEmpty)
    #expect(folds.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }
}
