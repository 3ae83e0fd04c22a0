import Foundation
import Testing

@testable import CRMValues

@Suite struct NormalisationTests {
  @Test(arguments: [
    "Nguyễn Đức", "Trần Thị Mỹ Lệ", "Å", "한국어", "Ångström", "ά", "東京", "é", "か\u{3099}",
    "😀 ok", "\u{2000}x", "\u{212B}", "\u{1F71}", "\u{0958}", "a\u{0323}\u{0302}", "₫ – … “”", "─│",
  ])
  func agreesWithTheStandard(_ text: String) {
    for form in [text, text.decomposedStringWithCanonicalMapping] {
      #expect(
        Array(nfc(form).unicodeScalars)
          == Array(form.precomposedStringWithCanonicalMapping.unicodeScalars))
    }
  }

  @Test func leavesNothingUncomposedInAnyPlane() {
    for value in UInt32(0x80)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      guard !mayNeedComposition(text) else { continue }
      let isStable =
        text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual([scalar])
        && scalar.properties.canonicalCombiningClass == .notReordered
      if !isStable { Issue.record("U+\(String(value, radix: 16)) passes the check") }
    }
  }

  @Test(arguments: [
    "Nguyễn Đức", "plain", "Đặng Thị Ngọc Ánh", "100.000₫", "東京", "“x” – …", "😀",
  ])
  func spendsNothingOnComposedText(_ text: String) {
    #expect(!mayNeedComposition(text))
  }

  @Test(arguments: [
    ("  a b  ", "a b"), ("\u{FEFF}Tên", "Tên"), ("\u{A0}x\u{A0}", "x"), ("x\u{200B}", "x"),
    ("\t\r\nx\n", "x"), ("\u{3000}x\u{2003}", "x"), ("", ""), (" \u{A0}\u{200B} ", ""),
    ("Nguye\u{302}\u{303}n ", "Nguyễn"), ("a\u{A0}b", "a\u{A0}b"), ("x\u{0}", "x"), ("à", "à"),
    ("\u{200E}0912\u{202C}", "0912"),
  ])
  func cleansTheEnds(_ text: String, _ expected: String) {
    #expect(Array(cleaned(text).unicodeScalars) == Array(expected.unicodeScalars))
  }
}
