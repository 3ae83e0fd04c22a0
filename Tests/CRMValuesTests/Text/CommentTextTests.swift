import Testing

@testable import CRMValues

@Suite struct CommentTextTests {
  @Test(arguments: [
    ("@lan xem giúp", ["lan"], []), ("(@lan.pham, @minh) ok.", ["lan.pham", "minh"], []),
    ("hỏi @lan.", ["lan"], []), ("an@example.vn", [], []), ("@@lan ##tele @ #", [], []),
    ("@lan @lan #Tele #tele #Giá #gia", ["lan"], ["Tele", "Giá"]),
    ("#tư_vấn,#cskh", [], ["tư_vấn"]),
    ("#tư_vấn, #cskh", [], ["tư_vấn", "cskh"]), ("đơn #123 ngày @2", [], []),
    ("“@lan” '#vip'", ["lan"], ["vip"]), ("dòng một\n@lan\n#hai-ba", ["lan"], ["hai-ba"]),
    ("a#b c/@d", [], []),
  ])
  func findsMentionsAndKeys(text: String, mentions: [String], keys: [String]) {
    let found = CommentText(text)
    #expect(found.mentions == mentions)
    #expect(found.keys == keys)
  }
}
