import Testing

@testable import CRMValues

@Suite struct EmailAddressTests {
  @Test(arguments: [
    "binh.3@example.vn", "a@b.co", "LAN+sale@Example.COM.VN", "o'brien@x.vn", "đức@ví-dụ.vn",
    "\"a b\"@c.vn",
    "\"a@b\"@c.vn", "x_y-z@sub.domain.vn", "1001.1001@example.vn", "a@xn--v-ema.vn", "a/b@c.vn",
  ])
  func accepts(_ text: String) {
    #expect(EmailAddress.isValid(text))
  }

  @Test(
    arguments: [
      "", "a b@c.vn", "khong-co@", "@example.vn", "abc", "a@b", "a@@b.vn", "a@b@c.vn", "a@.vn",
      "a@b..vn", "a@b.vn.",
      ".a@b.vn", "a.@b.vn", "a..b@c.vn", "a@-b.vn", "a@b-.vn", "a@b.1", "a@b.v", "a@b c.vn",
      "a\n@b.vn", "a@[1.2.3.4]",
      "<a@b.vn>", "Lan <a@b.vn>", "a,b@c.vn", "a;b@c.vn", "a(b)@c.vn", "\"a@c.vn", "\"a\"b\"@c.vn",
      "\"\"@c.vn",
      "a\u{A0}b@c.vn", "a\u{200B}@c.vn", " a@b.vn", "a@b_c.vn", "mailto:a@b.vn",
    ] + [
      String(repeating: "a", count: 65) + "@b.vn", "a@" + String(repeating: "b", count: 64) + ".vn",
    ])
  func refuses(_ text: String) {
    #expect(!EmailAddress.isValid(text))
  }

  @Test(arguments: [
    ("LAN@Example.VN", "lan@example.vn"), (" a@b.vn ", "a@b.vn"), ("ĐỨC@x.vn", "đức@x.vn"),
    ("ĐU\u{31B}\u{301}C@x.vn", "đức@x.vn"),
  ])
  func keysIgnoreCase(_ text: String, _ key: String) {
    #expect(EmailAddress.key(text) == key)
  }

  @Test(arguments: [
    ("a@b.vn", ["a@b.vn"]), ("a@b.vn; c@d.vn", ["a@b.vn", "c@d.vn"]),
    ("a@b.vn,c@d.vn", ["a@b.vn", "c@d.vn"]),
    ("a@b.vn c@d.vn", ["a@b.vn", "c@d.vn"]), ("a@b.vn\r\nc@d.vn", ["a@b.vn", "c@d.vn"]),
    ("a b@c.vn", ["a b@c.vn"]),
    ("", []), (" ; ", []), ("a@b.vn;;", ["a@b.vn"]),
  ])
  func cellsAreSplit(_ cell: String, _ expected: [String]) {
    #expect(EmailAddress.split(cell) == expected)
  }
}
