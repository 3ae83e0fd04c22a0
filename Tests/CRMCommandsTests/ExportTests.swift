import CRMTestSupport
import CRMValues
import Foundation
import Testing

@Suite struct ExportTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func writesChosenColumnsOfChosenRecords() throws {
    let outcome = fixture.run(
      "export", "customer", "--csv", fixture.file("kh.csv"), "--where", "groups = \"Miền Bắc\"",
      "--columns", "code,name,description,birthday,groups,owner.name", "--sort", "-code")
    #expect(
      outcome
        == .init(
          output: "", errors: "2 customers → \(fixture.file("kh.csv"))\n", code: 0))
    #expect(
      try fixture.contents("kh.csv") == """
        Code,Name,Description,Birthday,Groups,Owner: name\r
        KH000003,Nguyen Duc Binh,,2000-02-29,Miền Bắc,\r
        KH000001,Nguyễn Đức An,"Khách quen
        Gọi buổi sáng",1999-11-25,Miền Bắc; VIP; 15-25,Phạm Lan\r

        """)
  }

  @Test func writesOneRowALineOfADocument() throws {
    try fixture.add(.order, ["customer": "KH000002", "date": "02/11/2026"])
    let outcome = fixture.runVietnamese(
      "order", "export", "--csv", "-", "--columns", "code,total,line.product,line.quantity")
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        Số đơn hàng,Tổng tiền,Sản phẩm,Số lượng\r
        DH000001,290250,SP01,2\r
        DH000001,,SP02,1.5\r
        DH000002,0,,\r

        """)
    #expect(
      fixture.run("order", "export", "--csv", "-", "--columns", "code").output
        == "Code\r\nDH000001\r\nDH000002\r\n")
    let json = fixture.run("order", "export", "--jsonl", "-").output.split(separator: "\n")
    #expect(json.count == 3)
    #expect(json[0].contains("\"line.product\": \"SP01\", \"line.quantity\": 2, "))
    #expect(json[2].contains("\"line.product\": null, \"line.quantity\": null, "))
  }

  /// Titles of every kind are told apart in either language, so that an import reads them back.
  @Test(arguments: ["user", "customer", "contact", "product", "order", "care-card", "transaction"])
  func headsEveryColumnInItsOwnWords(_ noun: String) {
    for language in [Language.en, .vi] {
      let outcome = fixture.run([noun, "export", "--csv", "-", "--limit", "0"], language: language)
      let titles = outcome.output.split(separator: "\r\n")[0].split(separator: ",")
      #expect(Set(titles).count == titles.count)
    }
  }

  @Test func exportsEverythingASheetAKind() throws {
    let outcome = fixture.run("export", "all", "--json", fixture.file("all.json"))
    #expect(outcome.code == 0)
    #expect(
      outcome.errors == "6 roles, 2 users, 6 sources, 5 groups, 5 relationships, "
        + "4 transaction types, 3 payment methods, 5 task types, 6 call statuses, 3 customers, "
        + "1 contact, 2 products, 1 order, "
        + "2 care cards, 1 transaction → \(fixture.file("all.json"))\n")
    let data = try Data(contentsOf: URL(fileURLWithPath: fixture.file("all.json")))
    let sheets = try #require(JSONSerialization.jsonObject(with: data) as? [String: [Any]])
    #expect(sheets["customer"]?.count == 3)
    #expect(sheets["order"]?.count == 2)
    #expect(sheets["view"]?.isEmpty == true)
  }

  @Test func writesAWorkbook() throws {
    let outcome = fixture.runVietnamese("export", "all", "--xlsx", fixture.file("tat-ca.xlsx"))
    #expect(outcome.code == 0)
    let data = try Data(contentsOf: URL(fileURLWithPath: fixture.file("tat-ca.xlsx")))
    #expect(data.starts(with: [0x50, 0x4B, 3, 4]))
  }

  @Test(arguments: [
    (
      ["customer"], 2,
      "crm: name one file: --xlsx, --csv, --tsv, --json, --jsonl, --markdown or --vcf FILE"
    ),
    (
      ["customer", "--csv", "a", "--json", "b"], 2,
      "crm: name one file: --xlsx, --csv, --tsv, --json, --jsonl, --markdown or --vcf FILE"
    ),
    (["custmer", "--csv", "-"], 2, "crm: there is no kind of record “custmer”"),
    (["all", "--csv", "-"], 2, "crm: csv has room for one kind of record"),
    (
      ["all", "--json", "-", "--where", "stars = 1"], 2,
      "crm: --where is about one kind of record and does not go with all"
    ),
    (
      ["customer", "--csv", "-", "--columns", "foo"], 1,
      "crm: column 1: customer has no field “foo”"
    ),
    (["customer", "--csv", "/nowhere/kh.csv"], 1, "crm: /nowhere/kh.csv: no such folder"),
  ]) func saysWhatIsWrong(_ words: [String], _ code: Int32, _ message: String) {
    let outcome = fixture.run(["export"] + words)
    #expect(outcome.code == code)
    #expect(outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func leavesNoFileWhereTheColumnsAreWrong() {
    _ = fixture.run("export", "customer", "--csv", fixture.file("x.csv"), "--columns", "foo")
    #expect(!FileManager.default.fileExists(atPath: fixture.file("x.csv")))
  }

  /// A workbook is for people: the name beside each code, which an import passes over.
  @Test func aWorkbookComesInAgainWithTheNamesBesideItsCodes() throws {
    let file = fixture.file("dh.xlsx")
    #expect(fixture.run("order", "export", "--xlsx", file).code == 0)
    let again = fixture.run("import", file)
    #expect(again.code == 0, "\(again)")
    #expect(again.errors.contains("Columns the program works out itself, left out: "))
    #expect(again.errors.contains("Customer: name"))
    #expect(
      again.errors.hasSuffix(
        "Orders: 1 read (2 rows) = 0 added + 0 updated + 1 unchanged + 0 rejected\n"))
  }
}
