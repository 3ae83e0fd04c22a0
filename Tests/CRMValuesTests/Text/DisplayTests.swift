import Testing

@testable import CRMValues

@Suite struct DisplayTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Nguyễn Đức", 10), ("Nguye\u{302}\u{303}n", 6), ("東京", 4),
    ("ｶﾅ", 2), ("Ａ", 2), ("한글", 4), ("😀", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("🇻🇳", 2), ("a\u{200B}b", 2),
    ("₫", 1), ("…", 1), ("Москва", 6), ("สวัสดี", 4), ("👍🏽", 2), ("ไทย", 3), ("\u{FEFF}x", 1),
  ])
  func countsColumns(_ text: String, _ columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("abc", -1, ""), ("Nguyễn Đức", 8, "Nguyễn …"), ("東京都", 5, "東京…"), ("東京都", 4, "東…"),
    ("東京都", 6, "東京都"), ("", 0, ""), ("Nguye\u{302}\u{303}n", 6, "Nguye\u{302}\u{303}n"),
    ("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…"), ("a\r\nb", 4, "a\r\nb"),
  ])
  func cutsToColumns(_ text: String, _ width: Int, _ expected: String) {
    let cut = fitted(text, to: width)
    #expect(cut == expected)
    #expect(displayWidth(cut) <= max(width, 0))
  }

  @Test(arguments: [
    ("custmer", ["customer", "contact", "care"], ["customer"]),
    ("lsit", ["list", "show", "last"], ["list"]),
    ("cust", ["contact", "customer"], ["customer"]),
    ("khach hang", ["Đơn hàng", "Khách hàng"], ["Khách hàng"]),
    ("delte", ["edit", "delete", "restore"], ["delete"]),
    ("xyz", ["list", "show"], []),
    ("", ["list"], []),
    ("tag", ["tags", "tag", "tier"], ["tag", "tags"]),
    ("customers", ["customer"], ["customer"]),
    ("ab", ["abc", "abd", "abe", "abf"], ["abc", "abd", "abe"]),
    ("phone", ["telephone", "phones"], ["phones"]),
  ])
  func findsNearWords(_ word: String, _ candidates: [String], _ expected: [String]) {
    #expect(nearest(to: word, among: candidates) == expected)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abcd", "acbd", 1),
    ("ca", "abc", 3), ("flaw", "lawn", 2),
  ])
  func measuresEdits(_ left: String, _ right: String, _ distance: Int) {
    #expect(editDistance(Array(left), Array(right), limit: 9) == distance)
    #expect(editDistance(Array(right), Array(left), limit: 9) == distance)
    #expect(editDistance(Array(left), Array(right), limit: distance) == distance)
    #expect(editDistance(Array(left), Array(right), limit: distance - 1) == nil)
  }
}
