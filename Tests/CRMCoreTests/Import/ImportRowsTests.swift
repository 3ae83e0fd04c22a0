import CRMValues
import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What becomes of single rows: those in error stay out, whole, and can be mended.
@Suite struct ImportRowsTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  /// Words neither run together nor fall apart by characters that nobody sees.
  @Test(arguments: [
    ("Lê\u{B}Văn\u{C}An", "Lê Văn An"), ("Lê\u{A0}Văn\u{202F}An", "Lê Văn An"),
    ("Lê Văn\u{AD} Phư\u{AD}ơng", "Lê Văn Phương"),
    ("Lê\u{200B} V\u{2060}ăn\u{FEFF} An", "Lê Văn An"),
    ("Shop 👨‍👩‍👧", "Shop 👨‍👩‍👧"),
  ])
  func namesWithUnseenCharacters(_ text: String, _ name: String) throws {
    let imported = try database.importText("Tên khách hàng,Mô tả\n\(text),\(text)\n")
    #expect(imported.counts == "1+0+0+0")
    #expect(
      try database.rows("SELECT name || '|' || description FROM customer") == ["\(name)|\(name)"])
  }

  @Test(
    arguments: [
      (",An,a@b.vn,,", nil), (",,a@b.vn,,", "Name is missing"),
      (",An,a@b,,", "Emails: “a@b” is not an email address"),
      (",An,,31/02/1990,", "Birthday: "),
      (",An,,23/11/2026,", "Birthday: 2026-11-23 is still to come"), (",An,,22/11/2026,", nil),
      (",An,,,nobody", "there is no user “nobody”"),
      ("-x,An,,,", "Code: “-x” cannot be a code"),
      // Every problem of a row is told, not the first only.
      (",,a@b,31/02/1990,nobody", "Emails: "),
    ])
  func refusesARow(cells: String, reason: String?) throws {
    let before = try Dump(database)
    let imported = try database.importText(
      "Mã KH,Tên KH,Email,Ngày sinh,Người phụ trách\n\(cells)\n")
    #expect(imported.counts == (reason == nil ? "1+0+0+0" : "0+0+0+1"))
    #expect(imported.lines == (reason == nil ? [] : [2]))
    if let reason {
      #expect(imported.reasons.first?.hasPrefix(reason) == true, "\(imported.reasons)")
      #expect(try Dump(database) == before)
    }
    if cells == ",,a@b,31/02/1990,nobody" {
      #expect(imported.rejected[0].reasons.map(\.field) == ["emails", "birthday", "owner", "name"])
    }
  }

  @Test func refusesDuplicatesOfTheFileAndOfTheDatabase() throws {
    try database.add(.customer, ["name": .text("Cũ"), "phones": .text("0912345678")])
    try database.add(
      .contact, ["name": .text("Em"), "customer": .integer(1), "emails": .text("em@b.vn")])
    let imported = try database.importText(
      """
      Tên KH,Điện thoại,Email
      Một,+84912345678,
      Hai,0900000002,hai@b.vn
      Ba,,HAI@b.vn
      Bốn,,em@b.vn
      Năm,,nam@b.vn

      """)
    #expect(imported.counts == "2+0+0+3")
    #expect(imported.lines == [2, 4, 5])
    #expect(
      imported.reasons == [
        "Phone already exists in customer KH000001 Cũ without an owner: 0912345678",
        "Email already exists in customer KH000002 Hai without an owner: hai@b.vn",
        "Email already exists in a contact of customer KH000001 Cũ without an owner: em@b.vn",
      ])
    let all = try database.importText(
      "Tên KH,Điện thoại\nSáu,0912345678\n", .with { $0.allowsDuplicates = true })
    #expect(all.counts == "1+0+0+0")
  }

  @Test(arguments: [true, false])
  func createsListEntriesWhereAsked(createsMissing: Bool) throws {
    let imported = try database.importText(
      "Tên KH,Nguồn,Nhóm khách hàng,Người phụ trách\nA,Tờ rơi,VIP; Miền Bắc|Mới,\nB,Tờ rơi,VIP,\n",
      .with { $0.createsMissing = createsMissing })
    #expect(imported.counts == (createsMissing ? "2+0+0+0" : "0+0+0+2"))
    #expect(
      imported.report.created.map { "\($0.kind.rawValue) \($0.name)" }
        == (createsMissing ? ["source Tờ rơi", "group VIP", "group Mới"] : []))
    if createsMissing {
      #expect(
        try database.rows(
          """
          SELECT c.name, group_concat(g.name) FROM customer c JOIN customer_groups l
          ON l.record = c.id JOIN customer_group g ON g.id = l.target GROUP BY c.id
          """) == ["A|Miền Bắc,VIP,Mới", "B|VIP"])
    } else {
      #expect(imported.reasons[0] == "there is no source “Tờ rơi”")
    }
  }

  /// People are not made up: an unknown owner is an error with or without --create-missing.
  @Test func createsNoPeople() throws {
    let imported = try database.importText(
      "Tên KH,Người phụ trách,Nguồn\nA,ma.lanh,Tờ rơi\n", .with { $0.createsMissing = true })
    #expect(imported.reasons == ["there is no user “ma.lanh”"])
    #expect(try database.rows("SELECT count(*) FROM source WHERE name = 'Tờ rơi'") == ["0"])
  }

  /// The list entries of a row that is refused at the last are not left behind.
  @Test(arguments: ["", "KH000001"])
  func createsNothingForARefusedRow(code: String) throws {
    try database.add(.customer, ["name": .text("Cũ")])
    try database.add(.customer, ["name": .text("Cũ"), "phones": .text("0912345678")])
    let before = try Dump(database)
    let imported = try database.importText(
      "Mã KH,Tên KH,Điện thoại,Nguồn\n\(code),A,0912345678,Tờ rơi\n",
      .with { $0.createsMissing = true })
    #expect(imported.counts == "0+0+0+1")
    #expect(imported.report.created.map(\.name) == [])
    #expect(try Dump(database).differences(from: before) == [])
  }

  @Test func mendsThroughTheRejectsFile() throws {
    let file = try database.file(
      "in.csv",
      #"""
      \#u{FEFF}Tên KH;Email;Mô tả
      Tốt;tot@b.vn;
      Hỏng;hong@b;"hai
      dòng; ""trích"""
      Thừa;;=1+1
      ;x@b.vn;

      """#)
    let rejects = database.folder + "/rejects.csv"
    let imported = try database.importFile(file, rejectsTo: rejects)
    #expect(imported.counts == "2+0+0+2")
    #expect(imported.lines == [3, 6])
    var text = try String(contentsOfFile: rejects, encoding: .utf8)
    #expect(text.contains("Line in the file;Why not imported"))
    #expect(text.contains(";3;"))
    #expect(text.contains("is not an email address"))
    #expect(text.contains("Name is missing"))
    text = text.replacingOccurrences(of: "hong@b;", with: "hong@b.vn;")
    try Data(text.utf8).write(to: URL(fileURLWithPath: rejects))
    let mended = try database.importFile(rejects)
    #expect(mended.counts == "1+0+0+1")
    #expect(mended.report.unknownHeadings == [])
    #expect(
      try database.rows("SELECT name, emails, description FROM customer ORDER BY id") == [
        "Tốt|tot@b.vn|∅", "Thừa|∅|=1+1", "Hỏng|hong@b.vn|hai\ndòng; \"trích\"",
      ])
  }

  @Test func writesNoRejectsFileWithoutRejects() throws {
    let rejects = database.folder + "/rejects.csv"
    try database.importFile(try database.file("in.csv", "Tên KH\nA\n"), rejectsTo: rejects)
    #expect(!FileManager.default.fileExists(atPath: rejects))
  }

  @Test func takesSeveralPhonesOfACell() throws {
    let imported = try database.importText(
      "Tên KH,Điện thoại\nA,\"0912345678, 028 3829 5511 / 0987.654.321\"\nB,máy bàn\n")
    #expect(imported.counts == "2+0+0+0")
    #expect(
      try database.rows("SELECT key FROM customer_phones_key WHERE record = 1 ORDER BY key")
        == ["+842838295511", "+84912345678", "+84987654321"])
    #expect(try database.value(.customer, 2, "phones") == .text("máy bàn"))
    #expect(imported.report.warnings.map(\.line) == [3])
    #expect(
      imported.report.warnings.first?.text.en
        == "“máy bàn” is not a phone number; kept as it is")
  }

  /// The same words, decomposed in the file, composed in the database, or the other way round.
  @Test func composesUnicode() throws {
    let composed = "Nguyễn Thị Hồng"
    let decomposed = composed.decomposedStringWithCanonicalMapping
    let heading = "Tên khách hàng".decomposedStringWithCanonicalMapping
    let group = "Miền Bắc".decomposedStringWithCanonicalMapping
    let imported = try database.importText(
      "\(heading),Nhóm khách hàng\n\(decomposed),\(group)\n")
    #expect(imported.counts == "1+0+0+0")
    let stored = try #require(try database.value(.customer, 1, "name")?.text)
    #expect(Array(stored.unicodeScalars) == Array(composed.unicodeScalars))
    #expect(try database.value(.customer, 1, "groups") == .list([1]))
  }

  @Test func prefersAUserWhereNoCustomerReferred() throws {
    try database.add(.user, ["code": .text("lan.pham"), "name": .text("Phạm Lan")])
    let imported = try database.importText(
      "Mã KH,Tên KH,Người giới thiệu,Công ty\nK1,A,,\nK2,B,K1,A\nK3,C,lan.pham,Cty Lạ\n")
    #expect(imported.counts == "3+0+0+0")
    #expect(
      try database.rows(
        "SELECT referrer, referrer_user, employer, employer_name FROM customer ORDER BY id")
        == ["∅|∅|∅|∅", "1|∅|1|∅", "∅|2|∅|Cty Lạ"])
  }
}
