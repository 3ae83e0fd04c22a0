import CRMTestSupport
import CRMValues
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What names something is found however people spell it (RULES 1.5), by an index.
@Suite struct SpellingTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  private func codes(_ condition: String, _ kind: Kind = .customer) throws -> [String] {
    try database.read { reader in
      var query = Query(kind)
      query.conditions = [try Expression(parsing: condition)]
      return try reader.ids(query).map { try reader.record(kind, $0)?["code"].text ?? "" }
    }
  }

  private func customers() throws {
    for (code, province) in [
      ("A", "Hà Nội"), ("B", "HÀ  NỘI"), ("C", "Ha Noi"), ("D", "Khánh Hoà"), ("E", nil),
    ] {
      try database.add(
        .customer,
        [
          "code": .text(code), "name": .text("Sao Mai \(code)"),
          "province": province.map(Value.text) ?? .null, "description": .text("Ghi  CHÚ"),
        ])
    }
  }

  @Test(
    arguments: [
      ("province = \"hà nội\"", ["A", "B"]), ("province = \"hà\u{A0}nội\"", ["A", "B"]),
      ("province = \"ha noi\"", ["C"]), ("province = \"khánh hòa\"", ["D"]),
      ("province != \"hà nội\"", ["C", "D", "E"]),
      ("province in (\"hà nội\", \"KHÁNH HÒA\")", ["A", "B", "D"]),
      ("province not in (\"hà nội\")", ["C", "D", "E"]),
      ("name = \"sao  mai a\"", ["A"]), ("name in (\"SAO MAI A\", \"sao mai b\")", ["A", "B"]),
      ("name != \"sao mai a\"", ["B", "C", "D", "E"]), ("name = \"sáo mai a\"", []),
      ("description = \"ghi chú\"", ["A", "B", "C", "D", "E"]), ("description = \"ghi chu\"", []),
      ("code = a", ["A"]), ("code in (a, B, \"c\")", ["A", "B", "C"]),
      ("code != a", ["B", "C", "D", "E"]),
    ] as [(String, [String])])
  func filters(condition: String, expected: [String]) throws {
    try customers()
    #expect(try codes(condition) == expected)
  }

  /// What a database wants of a name that another entry has, however it is spelt.
  @Test(arguments: ["vip bắc", "VIP  Bắc", "VIP\u{A0}Bắc", "VI\u{200B}P Bắc", "VIP Bắc\u{FEFF}"])
  func takesSpellingsForOneEntry(name: String) throws {
    let id = try database.add(.group, ["name": .text("VIP Bắc")])
    #expect(try database.read { try $0.resolve(.group, name) } == [id])
    let error = failure { try database.add(.group, ["name": .text(name)]) }
    #expect(error?.kind == .conflict)
    #expect(error?.message.en.hasSuffix("already exists in group VIP Bắc") == true)
    let other = try database.add(.group, ["name": .text("VIP Bác")])
    #expect(try database.read { try $0.resolve(.group, "vip bác") } == [other])
    #expect(failure { try database.edit(.group, other, ["name": .text(name)]) }?.kind == .conflict)
    #expect(try database.edit(.group, id, ["name": .text("vip Bắc")]))
  }

  @Test func bringsNoEntryBackBesideOneLikeIt() throws {
    let id = try database.add(.tag, ["name": .text("Khánh Hoà")])
    try database.trash(.tag, id)
    try database.add(.tag, ["name": .text("khánh hòa")])
    #expect(failure { try database.restore(.tag, id) }?.kind == .conflict)
    #expect(failure { try database.undo(3) } != nil)
  }

  @Test func makesNoEntryBesideOneThatIsThere() throws {
    let path = try database.file(
      "a.csv",
      """
      name,groups,phones
      A,vip bắc,0912005601
      B,VIP\u{A0}Bắc,0912005602
      C,VIP  BẮC,0912005603
      D,VIP Bác,0912005604

      """)
    var options = ImportOptions()
    options.createsMissing = true
    let imported = try database.importFile(path, options)
    #expect(imported.counts == "4+0+0+0")
    #expect(
      try database.rows("SELECT name FROM customer_group WHERE id > 3 ORDER BY id")
        == ["vip bắc", "VIP Bác"])
  }

  /// An entry that a file names by another spelling keeps its own.
  @Test func keepsTheSpellingThatIsThere() throws {
    try database.add(.group, ["name": .text("VIP Bắc"), "points": .integer(1)])
    let path = try database.file("a.csv", "name,points\nvip  bắc,7\nTiềm Năng,2\n")
    var options = ImportOptions()
    options.mode = .upsert
    options.kind = .group
    #expect(try database.importFile(path, options).counts == "1+1+0+0")
    #expect(
      try database.rows("SELECT name, points FROM customer_group WHERE id > 3 ORDER BY id")
        == ["VIP Bắc|7", "Tiềm Năng|2"])
  }

  /// A refused row takes back the entry it made, and what is known of it.
  @Test func forgetsWhatWasTakenBack() throws {
    try database.add(.customer, ["name": .text("X"), "phones": .text("0912005600")])
    let path = try database.file(
      "a.csv",
      "name,groups,phones\nA,vip bắc,0912005600\nB,VIP Bắc,0912005602\nC,VIP BẮC,0912005603\n")
    var options = ImportOptions()
    options.createsMissing = true
    #expect(try database.importFile(path, options).counts == "2+0+0+1")
    #expect(
      try database.rows("SELECT name FROM customer_group WHERE id > 3") == ["VIP Bắc"])
    #expect(try codes("groups = \"vip bắc\"").count == 2)
    #expect(try database.faults().map(\.description) == [])
  }

  /// Codes that are not plain, such as logins with marks.
  @Test func findsOddCodes() throws {
    let id = try database.add(.user, ["code": .text("Đức.Đỗ"), "name": .text("Đức")])
    let spaced = try database.add(.customer, ["code": .text("Đ  1"), "name": .text("A")])
    let plain = try database.add(.customer, ["code": .text("E-1"), "name": .text("B")])
    func find(_ kind: Kind, _ code: String) throws -> Int64? {
      try database.read { try $0.find(kind, code: code)?.id }
    }
    #expect(try find(.user, "đức.đỗ") == id)
    #expect(try find(.user, "đuc.đỗ") == nil)
    #expect(try find(.customer, "đ 1") == spaced)
    #expect(try find(.customer, "e-\u{200B}1") == plain)
    for code in ["đ 1", "Đ\u{A0}1", "e\u{AD}-1"] {
      let error = failure {
        try database.add(.customer, ["code": .text(code), "name": .text("C")])
      }
      #expect(error?.kind == .conflict, "\(code)")
    }
    #expect(try codes("code = \"đ 1\"") == ["Đ  1"])
    #expect(try codes("code in (\"đ 1\", e-1)") == ["Đ  1", "E-1"])
    #expect(
      try database.store.read(as: Actor(login: "ĐỨC.ĐỖ"), at: TemporaryDatabase.moment) {
        $0.actor.user
      } == id)
  }

  /// The entries of a new database answer to both languages.
  @Test(arguments: [Language.en, .vi])
  func findsFirstEntriesInBothLanguages(language: Language) throws {
    let database = try TemporaryDatabase(language: language)
    for (kind, names) in [
      (Kind.paymentMethod, ["Bank transfer", "chuyển  khoản"]), (.group, ["north", "Miền Bắc"]),
      (.relationship, ["Loyal", "thân thiết"]), (.source, ["REFERRAL", "Giới thiệu"]),
      (.transactionType, ["Meeting", "gặp mặt"]), (.role, ["Administrator", "quản trị"]),
    ] {
      let found = try database.read { reader in try names.map { try reader.resolve(kind, $0) } }
      #expect(found[0].count == 1 && found[0] == found[1], "\(kind)")
      for name in names {
        let error = failure { try database.add(kind, ["name": .text(name)]) }
        #expect(error?.kind == .conflict, "\(kind) \(name)")
      }
    }
    // One of another name answers to it no more.
    let method = try database.read { try $0.one(.paymentMethod, "Bank transfer") }
    try database.edit(.paymentMethod, method, ["name": .text("CK")])
    let own = try database.add(.paymentMethod, ["name": .text("bank transfer")])
    #expect(try database.read { try $0.resolve(.paymentMethod, "Chuyển khoản") } == [own])
  }

  @Test func tellsMarksOfChoicesApart() throws {
    try database.add(
      .customField,
      [
        "kind": .text("customer"), "name": .text("Vùng"), "type": .text("choice"),
        "choices": .text("Bắc; Bác"),
      ])
    let table = ChoiceTable([Choice("Bắc", Label(same: "Bắc")), Choice("Bác", Label(same: "Bác"))])
    #expect(table.value("bác") == .text("Bác"))
    #expect(table.value("BẮC") == .text("Bắc"))
  }

  /// Texts of custom fields are found like declared ones.
  @Test func findsCustomTexts() throws {
    try database.add(
      .customField,
      ["kind": .text("customer"), "name": .text("Mã cũ"), "type": .text("text")])
    try database.write { writer in
      let entity = writer.entity(.customer)
      try writer.add(
        .customer,
        entity.values(["code": .text("A"), "name": .text("A"), "c_ma_cu": .text("Ôi  Á")]))
    }
    #expect(try codes("ma_cu = \"ôi á\"") == ["A"])
    #expect(try codes("ma_cu = \"oi a\"") == [])
  }

  /// Names look-alikes that an older release let in, and makes spellings anew.
  @Test func isLookedAfter() throws {
    let id = try database.add(.tag, ["name": .text("Mới")])
    try database.raw.write {
      try $0.execute(sql: "INSERT INTO tag (id, code, name) VALUES (90, 'T90', 'MỚI')")
    }
    #expect(try database.faults().contains { $0.state == .notice })
    #expect(try database.faults().contains { $0.state == .mendable })
    _ = try database.mend()
    #expect(try database.faults().map(\.state) == [.notice])
    // The exact name still names the one.
    #expect(try database.read { try $0.resolve(.tag, "Mới") } == [id])
    #expect(try database.read { try $0.resolve(.tag, "MỚI") } == [90])
    #expect(try database.read { try $0.resolve(.tag, "mới") } == [id, 90])
    try database.raw.write { try $0.execute(sql: "DELETE FROM spelling") }
    #expect(try database.read { try $0.resolve(.tag, "mới") } == [])
    _ = try database.mend()
    #expect(try database.read { try $0.resolve(.tag, "mới") } == [id, 90])
  }

  /// What is destroyed leaves no trace of its name.
  @Test func forgetsWhatIsDestroyed() throws {
    let id = try database.add(.tag, ["name": .text("Bí Mật")])
    try database.trash(.tag, id)
    _ = try database.write { try $0.emptyTrash([.tag]) }
    #expect(try database.rows("SELECT text FROM spelling WHERE text = 'Bí Mật'") == [])
  }

  @Test func upgradesWhatIsThere() throws {
    let queue = try DatabaseQueue(configuration: .withoutForeignKeys)
    try queue.write { db in
      try Migrations.crm.upgrade(db, from: 0, to: 5)
      try db.execute(
        sql: """
          INSERT INTO customer (id, code, name, province, ward) VALUES
            (1, 'KH1', 'A', 'Hà Nội', ''), (2, 'Đ 1', 'B', 'HÀ NỘI', NULL);
          INSERT INTO tag (id, code, name) VALUES (1, 'T1', 'Khánh Hòa');
          INSERT INTO custom_field (id, code, kind, "key", name, type) VALUES
            (1, 'F1', 'customer', 'ma_cu', 'Mã cũ', 'text');
          ALTER TABLE customer ADD COLUMN c_ma_cu TEXT;
          UPDATE customer SET c_ma_cu = 'X Y' WHERE id = 1;
          """)
      try Migrations.crm.upgrade(db, from: 5, to: 6)
    }
    let rows = try queue.read {
      try Row.fetchAll($0, sql: "SELECT * FROM spelling ORDER BY kind, field, text").map {
        $0.databaseValues.map(TemporaryDatabase.text).joined(separator: "|")
      }
    }
    #expect(
      rows == [
        "9|name|khánh hoà|Khánh Hòa", "12|c_ma_cu|x y|X Y", "12|code|đ 1|Đ 1",
        "12|province|hà nội|HÀ NỘI", "12|province|hà nội|Hà Nội",
      ])
  }

  @Test(arguments: Released.all)
  func findsInWhatWasReleased(released: Released) throws {
    let old = try ReleasedDatabase(released)
    let admin = Actor(login: "admin", origin: .owner)
    let provinces = try old.store.read(as: admin, at: TemporaryDatabase.moment) { reader in
      try reader.valueSuggestions(.customer, "province", beginning: "").map(\.word)
    }
    for province in provinces {
      let count = try old.store.read(as: admin, at: TemporaryDatabase.moment) { reader in
        var query = Query(.customer)
        query.conditions = [try Expression(parsing: "province = \"\(province.uppercased())\"")]
        return try reader.ids(query).count
      }
      #expect(count > 0, "\(province)")
    }
  }
}
