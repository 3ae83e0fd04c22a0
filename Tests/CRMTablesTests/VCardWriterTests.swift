import CRMTables
import CRMTestSupport
import CRMValues
import Testing

@Suite struct VCardWriterTests {
  static let keys = [
    "code", "name", "kind", "honorific", "gender", "birthday", "phones", "emails", "fax", "website",
    "facebook", "office_address", "ward", "province", "location", "department", "position",
    "employer", "tax_code", "description", "groups",
  ]

  static func write(
    _ keys: [String], _ rows: [[OutputCell]], kind: String = "customer",
    _ version: VCardVersion = .v4
  ) throws -> String {
    let sink = MemorySink()
    var options = WriteOptions()
    options.vCardVersion = version
    let writer = try openWriter(.vcf, to: .sink(sink), options: options)
    try writer.beginSheet(
      OutputSheet(key: kind, title: kind, columns: keys.map { OutputColumn(key: $0, title: $0) }))
    for row in rows { try writer.write(row) }
    try writer.finish()
    return sink.text
  }

  @Test func version4() throws {
    let text = try Self.write(
      ["code", "name", "honorific", "gender", "birthday", "phones", "office_address", "tax_code"],
      [
        [
          .text("KH1"), .text("Nguyễn Văn An"), .text("Ông"), .text("male"), .day("--02-03"),
          .text("0912345678; 028 1"), .text("1 Lê Lợi, Huế"), .text("0123"),
        ]
      ])
    #expect(
      text == """
        BEGIN:VCARD\r
        VERSION:4.0\r
        FN:Nguyễn Văn An\r
        N:Nguyễn;An;Văn;Ông;\r
        TEL;TYPE=voice:0912345678\r
        TEL;TYPE=voice:028 1\r
        BDAY:--0203\r
        ADR;TYPE=work:;;1 Lê Lợi\\, Huế;;;;\r
        GENDER:M\r
        UID:crm-KH1\r
        X-CRM-CODE:KH1\r
        X-CRM-TAX-CODE:0123\r
        END:VCARD\r

        """)
  }

  @Test func version3() throws {
    let text = try Self.write(
      ["name", "birthday", "gender", "location"],
      [[.text("John Doe"), .day("--02-29"), .text("male"), .text("10.7,106.6")]], .v3)
    #expect(
      text == """
        BEGIN:VCARD\r
        VERSION:3.0\r
        FN:John Doe\r
        N:Doe;John;;;\r
        BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r
        GEO:10.7;106.6\r
        X-CRM-GENDER:male\r
        END:VCARD\r

        """)
  }

  /// A telephone shows whom somebody belongs to by name, and a firm by its own.
  @Test func firms() throws {
    let contact = try Self.write(
      ["name", "customer", "department", "customer.name"],
      [[.text("An"), .text("KH1"), .text("Kho"), .text("Sao Mai")]], kind: "contact")
    #expect(contact.contains("\r\nORG:Sao Mai;Kho\r\n"))
    #expect(contact.contains("\r\nX-CRM-CUSTOMER:KH1\r\n"))
    #expect(!contact.contains("NAME:"))
    let firm = try Self.write(["name", "kind"], [[.text("Sao Mai"), .text("shop")]], .v3)
    #expect(firm.contains("\r\nFN:Sao Mai\r\nN:;;;;\r\nORG;X-CRM=name:Sao Mai\r\n"))
    let got = try cards(Array(firm.utf8))
    #expect(got == [["name": "Sao Mai", "kind": "shop"]])
  }

  @Test func folding() throws {
    let text = try Self.write(["name"], [[.text(String(repeating: "Nguyễn😀", count: 40))]])
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.count > 6)
  }

  @Test func otherKinds() throws {
    #expect(throws: CRMError.self) { try Self.write(["name"], [], kind: "order") }
  }

  /// What is written comes back, field by field.
  @Test(arguments: VCardVersion.allCases, ["customer", "contact"])
  func roundTrip(_ version: VCardVersion, _ kind: String) throws {
    var dice = Seeded(state: 11)
    for _ in 0..<150 {
      let record = Self.record(&dice, kind)
      let keys = Self.keys + (kind == "contact" ? ["customer"] : [])
      let text = try Self.write(
        keys, [keys.map { record[$0].map(OutputCell.text) ?? .empty }], kind: kind, version)
      let got = try cards(Array(text.utf8)).first ?? [:]
      let differing = Set(record.keys).union(got.keys).filter { record[$0] != got[$0] }.sorted()
        .map { "\($0): \(got[$0] ?? "") for \(record[$0] ?? "")" }
      try #require(differing.isEmpty, "\(differing)")
    }
  }

  private static func record(_ dice: inout Seeded, _ kind: String) -> [String: String] {
    func text() -> String {
      cleaned(
        dice.text().filter { !$0.isNewline && $0 != "\t" }.unicodeScalars
          .filter { $0.value >= 0x20 && $0.value != 0x7F }.map { String($0) }.joined())
    }
    func one(_ texts: String...) -> String { texts.randomElement(using: &dice) ?? "" }
    var record: [String: String] = ["code": "KH\(Int.random(in: 1...999, using: &dice))"]
    record["name"] = one("Nguyễn Văn An", "John Doe", "An", "Lê Thị; Hà, B\\n") + text()
    record["kind"] = kind == "customer" ? one("", "individual", "organisation", "shop") : ""
    record["honorific"] = one("", "Ông", "Bà; cô", text())
    record["gender"] = one("", "male", "female", "other")
    record["birthday"] = one("", "1990-02-03", "--02-29")
    record["phones"] = one("", "0912345678", "0912 345 678; +84 28 1")
    record["emails"] = one("", "an@x.vn", "an@x.vn; b@y.vn")
    record["fax"] = one("", "028 12")
    for key in [
      "website", "facebook", "office_address", "ward", "province", "department",
      "position", "employer", "tax_code", "groups",
    ] { record[key] = one("", text()) }
    record["location"] = one("", "10.77,106.69")
    record["description"] = one("", "a\nb", text())
    if kind == "contact" { record["customer"] = one("Công ty A; B", text() + "x") }
    return record.filter { !$0.value.isEmpty }
  }
}
