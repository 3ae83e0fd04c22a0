import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// `holds_folded` finds what `folded` texts hold, whatever they are written in.
@Suite struct FoldedSearchTests {
  @Test(arguments: [
    "Nguyễn Đức Hòa", "12  Lê\tLợi, P. Bến Nghé", "Nguye\u{302}\u{303}n Ðức", "ĐƯỜNG 3/2", "", " ",
    "Straße – “trích” 5 °C", "株式会社 Hà Nội", "Москва", "👨‍👩‍👧 nhà", "e\u{301}", "½ kg œuvre",
  ])
  func holdsWhatFoldedHolds(text: String) throws {
    let database = try TemporaryDatabase()
    let whole = folded(text)
    let letters = Array(whole)
    var parts = ["", "nguyen duc", "le loi", "hoa", "X", "москва", "式会", "oeuvre", "12 l"]
    for start in letters.indices { parts.append(String(letters[start...].prefix(4))) }
    try database.read { reader in
      let ask = try PreparedStatement(reader.cache.db, "SELECT holds_folded(?, ?)")
      for part in parts {
        ask.bind(1, text)
        ask.bind(2, part)
        #expect(try ask.step())
        let holds = part.isEmpty || whole.contains(part)
        #expect(ask.integer(0) == (holds ? 1 : 0), "\(part)")
        ask.reset()
      }
    }
  }

  @Test func nothingIsHeldByNull() throws {
    let database = try TemporaryDatabase()
    try database.read { reader in
      let ask = try PreparedStatement(
        reader.cache.db,
        "SELECT holds_folded(NULL, 'a') IS NULL AND holds_folded('a', NULL) IS NULL")
      #expect(try ask.step())
      #expect(ask.integer(0) == 1)
    }
  }
}
