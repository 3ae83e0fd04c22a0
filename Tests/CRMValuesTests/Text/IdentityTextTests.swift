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
      ("a\u{2009}b", "a  b"), ("VI\u{200B}P", "vip"), ("Zal\u{AD}o", "zalo"),
      ("\u{FEFF}Zalo", "ZALO"), ("Ha\u{AD}\u{300}", "hà"), ("Khánh Hoà", "khánh hòa"),
      ("KH-01", "kh-01"), ("Nguyễn Thuý", "Nguyễn Thúy"),
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
