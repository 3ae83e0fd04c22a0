import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// The tables that live records are found by: normalised keys, folded names, the words of the
/// full-text index.
@Suite struct DerivedTablesTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  private func keys(_ table: String) throws -> [String] {
    try database.rows("SELECT key, record FROM \(table) ORDER BY key, record")
  }

  private func words(_ table: String = "customer_search") throws -> Set<String> {
    Set(try Dump(database).tables[table] ?? [])
  }

  private static let person: [String: Value] = [
    "name": .text("Nguyễn Đức"), "phones": .text("0912 345 678; +84 28 3829 5511"),
    "emails": .text("Duc@Example.vn"), "province": .text("Hà Nội"),
  ]
  private static let personWords: Set<String> = [
    "1|nguyen", "1|duc", "1|kh000001", "1|0912345678", "1|02838295511", "1|example", "1|vn",
    "1|ha", "1|noi",
  ]

  /// What is no telephone number is found like one, but two customers may have it.
  @Test func findsPhonesThatAreNone() throws {
    let phones = Value.text("0912345678; máy lẻ 12.34")
    let id = try database.add(.customer, ["name": .text("A"), "phones": phones])
    #expect(try keys("customer_phones_key") == ["+84912345678|1", "?máylẻ1234|1"])
    let other = try database.add(
      .customer, ["name": .text("B"), "phones": .text("Máy lẻ 12.34; máy lẻ 1234")])
    func found(_ condition: String) throws -> [Int64] {
      try database.read { reader in
        var query = Query(.customer)
        query.conditions = [try Expression(parsing: condition)]
        return try reader.ids(query)
      }
    }
    #expect(try found("phones ~ 1234") == [id, other])
    #expect(try found("phones ~ 345678") == [id])
    #expect(try found("phones = \"máy lẻ 12 34\"") == [id, other])
    try database.edit(.customer, other, ["phones": .text("máy lẻ 99")])
    #expect(try found("phones ~ 1234") == [id])
    try database.trash(.customer, id)
    #expect(try keys("customer_phones_key") == ["?máylẻ99|2"])
  }

  @Test func followsARecordThroughItsLife() throws {
    let id = try database.add(.customer, Self.person)
    #expect(try keys("customer_phones_key") == ["+842838295511|1", "+84912345678|1"])
    #expect(try keys("customer_emails_key") == ["duc@example.vn|1"])
    #expect(try words() == Self.personWords)
    #expect(try database.rows("SELECT name_fold FROM customer") == ["nguyen duc"])

    try database.edit(
      .customer, id,
      ["name": .text("Trần Đức"), "phones": .text("0912345678"), "emails": .null])
    #expect(try keys("customer_phones_key") == ["+84912345678|1"])
    #expect(try keys("customer_emails_key") == [])
    #expect(
      try words() == ["1|tran", "1|duc", "1|kh000001", "1|0912345678", "1|ha", "1|noi"])
    #expect(try database.rows("SELECT name_fold FROM customer") == ["tran duc"])

    try database.trash(.customer, id)
    #expect(try keys("customer_phones_key") == [])
    #expect(try words() == [])

    try database.restore(.customer, id)
    #expect(try keys("customer_phones_key") == ["+84912345678|1"])
    #expect(try words().count == 6)

    try database.write { try $0.remove(.customer, id) }
    #expect(try keys("customer_phones_key") == [])
    #expect(try words() == [])
    #expect(try database.rows("SELECT count(*) FROM customer") == ["0"])
  }

  @Test func keepsOneKeyForTwoSpellings() throws {
    let id = try database.add(
      .customer, ["name": .text("A"), "phones": .text("0912345678; +84912345678; máy bàn")])
    #expect(try keys("customer_phones_key") == ["+84912345678|1", "?máybàn|1"])
    #expect(try words().contains("1|may"))
    try database.edit(.customer, id, ["phones": .text("+84912345678")])
    #expect(try keys("customer_phones_key") == ["+84912345678|1"])
    #expect(try !words().contains("1|may"))
  }

  /// Every spelling of a number is the same key, and words that find it stand as typed by most.
  @Test(
    arguments: ["+84 912 345 678", "0912.345.678", "84912345678", "0912-345-678", "(091) 2345678"])
  func findsEverySpelling(phone: String) throws {
    try database.add(.customer, ["name": .text("A"), "phones": .text(phone)])
    #expect(try keys("customer_phones_key") == ["+84912345678|1"])
    let found = try database.read { reader in
      var query = Query(.customer)
      query.words = "0912345678"
      return try reader.ids(query)
    }
    #expect(found == [1])
    #expect(try database.read { try $0.resolve(.customer, "+84912345678") } == [1])
  }

  @Test(
    arguments: [
      ("nguyen duc", [1, 2]), ("Nguyễn Đức", [1, 2]), ("duc nguyen", [1, 2]), ("ngu", [1, 2]),
      ("ĐỨC", [1, 2]), ("Ðức", [1, 2]), ("hà nội", [1]), ("kh000002", [2]),
      ("duc@example.vn", [1]), ("giám đốc", [2]), ("khong co", []), ("\"", []), ("", []),
      ("nguyen OR x", []), ("*", []),
    ] as [(String, [Int64])])
  func searchesWithoutMarks(text: String, ids: [Int64]) throws {
    try database.add(.customer, Self.person)
    let other = try database.add(.customer, ["name": .text("Nguyên Dục")])
    try database.add(
      .contact,
      ["customer": .integer(other), "name": .text("Lê Ba"), "position": .text("Giám đốc")])
    let found = try database.read { reader in
      var query = Query(.customer)
      query.words = text
      return try reader.ids(query)
    }
    #expect(found.sorted() == ids)
  }

  @Test func putsExactMarksFirst() throws {
    try database.add(.customer, ["name": .text("Nguyên Dục")])
    try database.add(.customer, ["name": .text("Nguyễn Đức")])
    let found = try database.read { reader in
      var query = Query(.customer)
      query.words = "nguyễn đức"
      return try reader.ids(query)
    }
    #expect(found == [2, 1])
  }

  /// One text of each shape, added and changed, leaves in the tables what a rebuild would.
  @Test(
    arguments: [
      "Nguyễn Đức", "Nguye\u{302}\u{303}n", "O'Brien \"Bé\"", "公司", "😀 Vui", "a\tb\nc", "Ðỗ",
      String(repeating: "dài ", count: 5000), "\u{301}", "١٢٣", "x\u{0}y",
    ])
  func forgetsEveryWordItLearnt(name: String) throws {
    let empty = try Dump(database)
    let id = try database.add(.customer, ["name": .text(nfc(name)), "description": .text(name)])
    try database.edit(.customer, id, ["name": .text("khác")])
    try database.edit(.customer, id, ["name": .text(nfc(name))])
    try database.write { try $0.remove(.customer, id) }
    #expect(try Dump(database).differences(from: empty) == [])
    try database.raw.write {
      try $0.execute(
        sql: "INSERT INTO customer_search (customer_search) VALUES ('integrity-check')")
    }
  }
}
