import Testing

@testable import CRMValues

@Suite struct IdentityTextTests {
  /// Two spellings of the same words.
  @Test(
    arguments: [
      ("Nguyễn Văn An", "NGUYỄN VĂN AN"), ("Nguyễn  Văn\tAn ", "nguyễn văn an"),
      ("Nguye\u{302}\u{303}n", "Nguyễn"), ("Ðức", "Đức"), ("ðông", "Đông"),
      ("Hòa", "Hoà"), ("khỏe", "khoẻ"), ("Thủy", "THUỶ"), ("HÒA BÌNH", "hoà bình"),
      ("Lóa", "Loá"), ("họa", "hoạ"), ("a\u{A0}b", "a b"),
    ])
  func joinsSpellings(one: String, other: String) {
    #expect(identityText(one) == identityText(other))
  }

  /// Different words, however alike.
  @Test(
    arguments: [
      ("Nguyễn", "Nguyen"), ("Hoà", "Hoa"), ("Đức", "Duc"), ("Hà", "Hạ"), ("a b", "ab"),
      ("Lúa", "Luá"), ("Mai 1", "Mai 2"), ("hỏa", "hoã"),
    ])
  func keepsWordsApart(one: String, other: String) {
    #expect(identityText(one) != identityText(other))
  }

  @Test func movesNothingElse() {
    #expect(identityText("  Quý, Mùa \u{1F338} 公司  ") == "quý, mùa \u{1F338} 公司")
    #expect(identityText("   ") == "")
  }
}
