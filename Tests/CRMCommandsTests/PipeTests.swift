import CRMTestSupport
import Foundation
import Testing

/// What a list prints goes into `-` of any command, and what is named goes out alone.
@Suite struct PipeTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func levels() -> String {
    fixture.run(
      "customer", "list", "--columns", "level", "--sort", "code", "--format", "tsv"
    ).output.split(separator: "\n").dropFirst().joined(separator: " ")
  }

  @Test(arguments: ["tsv", "csv", "json", "jsonl"], ["code,name,supplier", "name,phones,code"])
  func aListGoesIntoAnyCommand(form: String, columns: String) throws {
    let list = fixture.run(
      "customer", "list", "--columns", columns, "--format", form, "--where",
      "code in (KH000001, KH000002)")
    let outcome = fixture.run(
      "customer", "edit", "-", "--level", "other", input: list.output)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(levels().hasPrefix("Other Other "))
  }

  static let inputs = [
    "Mã khách hàng\nKH000001\n", "code\nKH000001\n", "\u{FEFF}Code,Name\r\nKH000001,\"An, Lê\"\r\n",
    "KH000001\tNguyễn Đức An\n", "[\"KH000001\"]\n", "\n  KH000001  \n",
  ]

  @Test(arguments: inputs) func aHeadingIsForgiven(input: String) throws {
    let outcome = fixture.run("customer", "edit", "-", "--level", "paused", input: input)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(levels().hasPrefix("Paused"))
  }

  @Test(arguments: ["Name\tPhones\nAn\t1\n", "Name,Phones\nAn,1\n", "{\"name\": \"An\"}\n"])
  func withoutCodesItIsRefused(input: String) throws {
    let outcome = fixture.run("customer", "edit", "-", "--level", "paused", input: input)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("standard input has no column of codes"))
    #expect(outcome.errors.contains("--columns code"))
    let vietnamese = fixture.runVietnamese(
      "customer", "edit", "-", "--level", "paused", input: input)
    #expect(vietnamese.errors.contains("đầu vào chuẩn không có cột mã"))
  }

  @Test func anExportTakesCodes() throws {
    let named = fixture.run(
      "export", "customer", "KH000003", "KH000001", "--csv", "-", "--columns", "code")
    #expect(named.output.contains("KH000001\r\n") && named.output.contains("KH000003\r\n"))
    #expect(!named.output.contains("KH000002"))
    let piped = fixture.run(
      "customer", "export", "-", "--csv", "-", "--columns", "code", input: "KH000002\n")
    #expect(piped.output == "Code\r\nKH000002\r\n")
    let all = fixture.run("export", "all", "KH000001", "--xlsx", fixture.file("a.xlsx"))
    #expect(all.code == 2)
    #expect(all.errors.contains("codes are of one kind of record"))
  }

  /// Codes come beside the records of conditions, in the order of the view.
  @Test func anExportTakesCodesBesideConditions() {
    _ = fixture.run(
      "view", "add", "--name", "Ngược", "--kind", "customer", "--condition", "code = KH000003",
      "--sort", "-code", "--columns", "code")
    let outcome = fixture.run(
      "customer", "export", "KH000001", "--view", "Ngược", "--csv", "-")
    #expect(outcome.output == "Code\r\nKH000003\r\nKH000001\r\n", "\(outcome.errors)")
    let both = fixture.run(
      "customer", "export", "KH000001", "--where", "code = KH000002", "--csv", "-", "--columns",
      "code", "--sort", "-code")
    #expect(both.output == "Code\r\nKH000002\r\nKH000001\r\n")
    #expect(fixture.run("help", "customer", "export").output.contains("with those of --where"))
  }

  /// Columns are named as a list heads them, in either language.
  @Test func columnsAreNamedByTheirHeadings() throws {
    for columns in ["Tên khách hàng,Điện thoại", "Name,Phones", "Tax code,name"] {
      let list = fixture.run("customer", "list", "--columns", columns, "--format", "tsv")
      #expect(list.code == 0, "\(list)")
    }
    let list = fixture.run(
      "customer", "list", "--columns", "Mã khách hàng,Tên khách hàng", "--format", "tsv")
    #expect(list.output.hasPrefix("Code\tName\nKH"))
  }

  private func write(_ text: String) throws -> String {
    let path = fixture.file("x.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// A contact without a code is the one of the same customer, name, and phone or email (13.14).
  @Test(arguments: ["Lê Tú,0912000801,", "Lê Tú,,tu@vidu.vn", "Lê Tú,,"])
  func aContactDoesNotDouble(row: String) throws {
    let path = try write("Mã KH,Họ tên,SĐT,Email\nKH000001,\(row)\n")
    #expect(fixture.run("contact", "import", path).errors.contains("1 added"))
    #expect(fixture.run("contact", "import", path).errors.contains("1 unchanged"))
    let other = try write("Mã KH,Họ tên,SĐT,Email\nKH000002,\(row)\nKH000001,Lê Tý,0912000809,\n")
    #expect(fixture.run("contact", "import", other).errors.contains("2 added"))
  }

  /// A payment that may have come in before is added, and told.
  @Test func aPaymentThatMayDoubleIsTold() throws {
    let path = try write(
      "Khách hàng,Số tiền,Ngày\nKH000001,5000,1/2/2026\nKH000001,5000,1/2/2026\n")
    let first = fixture.run("payment", "import", path)
    #expect(
      first.errors == "Payments: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected\n")
    let again = fixture.run("payment", "import", path)
    #expect(
      again.errors.contains("line 2: it may be PT000001, which has the same customer, amount"))
    #expect(again.errors.contains("2 added"))
    let vietnamese = fixture.runVietnamese("payment", "import", path)
    #expect(vietnamese.errors.contains("dòng 2: có thể trùng với PT000001"))
  }

  @Test(
    arguments: [
      (["--into", "customer", "--map", "X=nmae"], "--map: there is no field “nmae” of customers"),
      (["--into", "customer", "--set", "nmae=1"], "--set: there is no field “nmae” of customers"),
      (["--into", "customer", "--only-columns", "nmae"], "--only-columns: there is no field"),
      (["--into", "customer", "--match", "shoe"], "--match: customers have no field “shoe”"),
      (["--map", "X=nmae"], "--map: no kind of record has the field “nmae”"),
    ] as [([String], String)])
  func aMappingIsCheckedWhenItIsSaved(options: [String], message: String) throws {
    let outcome = fixture.run(["import", "mapping", "save", "m"] + options)
    #expect(outcome.code != 0)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(fixture.run("import", "mapping", "show", "m").code == 1)
  }
}
