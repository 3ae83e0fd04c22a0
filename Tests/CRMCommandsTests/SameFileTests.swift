import CRMTables
import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// What is exported of what was imported is the same file, but for what the README says changes:
/// spaces around, composed letters, the form of dates, amounts and choices.
@Suite struct SameFileTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private static let columns = "code,name,kind,phones,birthday,description"

  private func export(_ format: String) -> String {
    let outcome = fixture.runVietnamese(
      "customer", "export", "--\(format)", "-", "--columns", Self.columns)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output
  }

  private func bring(_ name: String, _ text: String) throws {
    let file = fixture.file(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let outcome = fixture.runVietnamese("import", file)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  @Test func csv() throws {
    try bring(
      "kh.csv",
      #"""
      Mã khách hàng,Tên khách hàng,Loại khách hàng,Điện thoại,Ngày sinh,Mô tả
      K1,"Nguyễn Văn ""A""",cá nhân,0912 345 678,03/11/1999,"Dòng 1
      Dòng 2"
      K2,  Trần  B ,Tổ chức,+84 987.654.321,20/12,'=1+1
      K3,0012,Cửa hàng,028 3823 4567 (máy lẻ 1),,-5

      """#)
    let wanted = #"""
      Mã khách hàng,Tên khách hàng,Loại khách hàng,Điện thoại,Ngày sinh,Mô tả
      K1,"Nguyễn Văn ""A""",Cá nhân,0912 345 678,1999-11-03,"Dòng 1
      Dòng 2"
      K2,Trần  B,Tổ chức,+84 987.654.321,--12-20,'=1+1
      K3,0012,Cửa hàng,028 3823 4567 (máy lẻ 1),,-5

      """#
    #expect(
      export("csv")
        == wanted.replacing("\n", with: "\r\n").replacing("Dòng 1\r\n", with: "Dòng 1\n"))
  }

  static let objects = [
    #"{"code": "K1", "name": "Nguyễn Văn \"A\"", "kind": "individual", "phones": "0912 345 678", "#
      + #""birthday": "1999-11-03", "description": "Dòng 1\nDòng 2"}"#,
    #"{"code": "K2", "name": "Trần  B", "kind": "organisation", "phones": "+84 987; 0912345679", "#
      + #""birthday": "--12-20", "description": "=1+1"}"#,
    #"{"code": "K3", "name": "0012", "kind": "shop", "phones": null, "birthday": null, "#
      + #""description": "'-5 \\ 🌸"}"#,
  ]

  @Test(arguments: ["json", "jsonl"]) func objects(format: String) throws {
    let text =
      format == "json"
      ? "[\n" + Self.objects.joined(separator: ",\n") + "\n]\n"
      : Self.objects.joined(separator: "\n") + "\n"
    try bring("kh.\(format)", text)
    #expect(export(format) == text)
  }

  /// Cells keep their types: text stays text, a day a day, a number a number.
  @Test func workbook() throws {
    let file = fixture.file("sp.xlsx")
    let writer = try openWriter(.xlsx, to: .path(file))
    let titles: [(String, ColumnKind)] = [
      ("Mã sản phẩm", .code), ("Tên sản phẩm", .text), ("Giá", .money),
      ("Thuế %", .percent), ("Mô tả", .text),
    ]
    try writer.beginSheet(
      OutputSheet(
        key: "product", title: "Sản phẩm",
        columns: titles.map { OutputColumn(key: $0, title: $0, kind: $1) }))
    try writer.write([
      .text("0012"), .text("Sữa"), .money(1_500_000), .percent("8"), .text("=1+1"),
    ])
    try writer.write([.text("1E5"), .text("'x"), .money(0), .percent("12.5"), .empty])
    try writer.finish()
    #expect(fixture.runVietnamese("import", file).code == 0)
    let again = fixture.file("lai.xlsx")
    let outcome = fixture.runVietnamese(
      "product", "export", "--xlsx", again, "--columns", "code,name,price,tax,description")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try rows(again) == rows(file))
  }

  private func rows(_ path: String) throws -> [TableRow] {
    let rows = try openTable(path).rows(ofSheet: 0)
    var all: [TableRow] = []
    while let row = try rows.next() { all.append(row) }
    return all
  }

  /// What vCard has no property for comes and goes as `X-CRM-…`.
  @Test(arguments: ["customer", "contact"]) func cards(kind: String) throws {
    if kind == "contact" { try fixture.add(.customer, ["code": "K9", "name": "Sao Mai"]) }
    let text = """
      BEGIN:VCARD
      VERSION:4.0
      FN:Nguyễn Văn An
      N:Nguyễn;An;Văn;;
      TEL;TYPE=voice:0912 345 678
      TEL;TYPE=voice:028 3823 4567
      BDAY:--1220
      \(kind == "contact" ? "ORG:Sao Mai\n" : "")NOTE:Dòng 1\\nDòng 2\\, hết
      UID:crm-\(kind == "contact" ? "contact-" : "")M1
      \(kind == "contact" ? "X-CRM-ENTITY:contact\n" : "")X-CRM-CODE:M1
      \(kind == "contact" ? "X-CRM-CUSTOMER:K9" : "X-CRM-KIND:individual")
      END:VCARD

      """
    try bring("danh-ba.vcf", text)
    let columns = "code,name,phones,birthday,description,"
    let outcome = fixture.run(
      kind, "export", "--vcf", "-", "--columns",
      columns + (kind == "contact" ? "customer" : "kind"), "--where", "code = M1")
    #expect(outcome.output.replacing("\r\n", with: "\n") == text)
  }
}
