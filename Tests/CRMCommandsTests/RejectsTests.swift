import CRMTables
import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMCommands

/// Rows in error come back in the format they came in, and go in again when they are mended.
@Suite struct RejectsTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: fixture.file(name)))
    return fixture.file(name)
  }

  private func write(_ name: String, _ text: String) throws -> String {
    try write(name, text.utf8)
  }

  /// A good row, and one whose email is none; between them in a workbook what only a typed cell
  /// says.
  static let texts: [(ending: String, text: String)] = [
    ("csv", "Mã KH;Tên KH;Email;Mô tả\nK1;An;;\nK2;\"Bình; Em\";sai;'=1+1\n"),
    ("tsv", "Mã KH\tTên KH\tEmail\tMô tả\nK1\tAn\t\t\nK2\t\"Bình; Em\"\tsai\t'=1+1\n"),
    (
      "json",
      #"[{"code": "K1", "name": "An"}, "#
        + #"{"code": "K2", "name": "Bình; Em", "emails": ["sai"], "description": "=1+1"}]"#
    ),
    (
      "jsonl",
      #"{"code": "K1", "name": "An"}"# + "\n"
        + #"{"code": "K2", "name": "Bình; Em", "emails": "sai", "description": "=1+1"}"#
    ),
    (
      "vcf",
      "BEGIN:VCARD\nVERSION:2.1\nFN:An\nX-CRM-CODE:K1\nEND:VCARD\n"
        + "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:B=C3=ACnh; Em\n"
        + "X-CRM-CODE:K2\nEMAIL;INTERNET:sai\nNOTE:=1+1\nEND:VCARD\n"
    ),
    (
      "fods",
      """
      <?xml version="1.0"?><office:document \
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body>\
      <office:spreadsheet><table:table table:name="KH">
      """
        + [
          ["Mã KH", "Tên KH", "Email", "Mô tả"], ["K1", "An"], ["K2", "Bình; Em", "sai", "=1+1"],
        ]
        .map { row in
          "<table:table-row>"
            + row.map {
              "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p>"
                + "</table:table-cell>"
            }.joined() + "</table:table-row>"
        }.joined() + "</table:table></office:spreadsheet></office:body></office:document>"
    ),
  ]

  @Test(arguments: texts.map(\.ending))
  func goInAgainWhenMended(ending: String) throws {
    let text = try #require(Self.texts.first { $0.ending == ending }?.text)
    let file = try write("kh.\(ending)", text)
    let isWorkbook = ending == "fods"
    let rejects = fixture.file("loi.\(isWorkbook ? "xlsx" : ending)")
    let outcome = fixture.run("import", file, "--rejects", rejects)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasSuffix("2 read = 1 added + 0 updated + 0 unchanged + 1 rejected\n"),
      "\(outcome.errors)")
    // As it stands it is refused again, for the same reason.
    let again = fixture.run("import", rejects, "--dry-run")
    #expect(again.errors.contains("Emails: “sai” is not an email address"), "\(again.errors)")
    #expect(!again.errors.contains("not recognised"), "\(again.errors)")
    try mend(rejects)
    let mended = fixture.run("import", rejects)
    #expect(
      mended.errors == "Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n")
    #expect(
      fixture.run(
        "customer", "list", "--where", "code = K2", "--columns", "name,emails,description"
      ).output == "Name\tEmails\tDescription\nBình; Em\tb@b.vn\t=1+1\n")
  }

  /// As a person would, in a text editor or a spreadsheet program.
  private func mend(_ path: String) throws {
    guard path.hasSuffix(".xlsx") else {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return try Data(text.replacing("sai", with: "b@b.vn", maxReplacements: 1).utf8)
        .write(to: URL(fileURLWithPath: path))
    }
    let rows = try self.rows(path)
    let writer = try openWriter(.xlsx, to: .path(path))
    try writer.beginSheet(
      OutputSheet(
        key: "", title: "KH",
        columns: rows[0].cells.map { OutputColumn(key: $0.text, title: $0.text) }))
    for row in rows.dropFirst() {
      try writer.write(
        row.cells.map { $0 == .text("sai") ? .text("b@b.vn") : OutputCell($0, in: .text) })
    }
    try writer.finish()
  }

  private func rows(_ path: String, sheet: Int = 0) throws -> [TableRow] {
    let rows = try openTable(path).rows(ofSheet: sheet)
    var all: [TableRow] = []
    while let row = try rows.next() { all.append(row) }
    return all
  }

  /// Each card keeps what it had, and says on its own line and for what reason it is there.
  @Test func cardsCarryLineAndReason() throws {
    let file = try write(
      "a.vcf",
      """
      BEGIN:VCARD
      VERSION:3.0
      FN:An
      item1.TEL;TYPE=cell,pref:0912345678
      item1.X-ABLabel:Nhà
      PHOTO;ENCODING=b:AAAA
      X-CRM-IMPORT-REASON:cũ
      EMAIL:sai
      END:VCARD

      """)
    _ = fixture.run("import", file, "--rejects", fixture.file("loi.vcf"), "--allow-duplicate")
    #expect(
      try fixture.contents("loi.vcf").replacing("\r\n", with: "\n") == """
        BEGIN:VCARD
        VERSION:3.0
        FN:An
        item1.TEL;TYPE=cell,pref:0912345678
        item1.X-ABLABEL:Nhà
        EMAIL:sai
        X-CRM-IMPORT-LINE:1
        X-CRM-IMPORT-REASON:Emails: “sai” is not an email address
        END:VCARD

        """)
  }

  /// Typed cells come back as they were read, whatever their columns hold.
  @Test func workbooksKeepTheirCells() throws {
    let file = fixture.file("sp.xlsx")
    let writer = try openWriter(.xlsx, to: .path(file))
    let columns: [(String, ColumnKind)] = [
      ("Mã sản phẩm", .code), ("Tên sản phẩm", .text), ("Giá", .money),
      ("Thuế %", .percent), ("Mô tả", .text), ("Ngày của họ", .day), ("Lúc", .dateTime),
    ]
    try writer.beginSheet(
      OutputSheet(
        key: "", title: "Hàng của họ",
        columns: columns.map { OutputColumn(key: $0, title: $0, kind: $1) }))
    let cells: [OutputCell] = [
      .text("0012"), .empty, .money(1_500_000), .percent("12.5"), .text("=1+1"),
      .day("2026-12-20"), .dateTime("2026-12-20T08:30:00"),
    ]
    try writer.write(cells)
    try writer.write([
      .integer(12), .empty, .decimal("1.5"), .percent("8"), .integer(912_345_678), .bool(true),
      .text("2026-12-20"),
    ])
    try writer.finish()
    let rejects = fixture.file("loi.xlsx")
    let outcome = fixture.run("import", file, "--into", "product", "--rejects", rejects)
    #expect(outcome.code == 1, "\(outcome.errors)")
    let (given, kept) = (try rows(file), try rows(rejects))
    #expect(try openTable(rejects).sheets.map(\.name) == ["Hàng của họ"])
    #expect(kept.map { Array($0.cells.prefix(7)) } == given.map(\.cells))
    #expect(kept[0].cells[7...] == [.text("Line in the file"), .text("Why not imported")])
    #expect(
      kept[1].cells[7...] == [.number(2, shown: "2"), .text("Name is missing")])
    #expect(kept[2].cells[7] == .number(3, shown: "3"))
  }

  /// All rows of a refused document go out together.
  @Test(arguments: ["csv", "json"]) func documentsStayTogether(ending: String) throws {
    let file = fixture.file("dh.\(ending)")
    #expect(fixture.run("order", "export", "--\(ending)", file).code == 0)
    let text = try fixture.contents("dh.\(ending)")
      .replacing("DH000001", with: "D9").replacing("SP02", with: "SP99")
    _ = try write("dh.\(ending)", text)
    let rejects = fixture.file("loi.\(ending)")
    let outcome = fixture.run("order", "import", file, "--rejects", rejects)
    #expect(outcome.errors.contains("Orders: 1 read (2 rows) = 0 added"), "\(outcome.errors)")
    let kept = try String(contentsOfFile: rejects, encoding: .utf8)
    _ = try write("loi.\(ending)", kept.replacing("SP99", with: "SP02"))
    let mended = fixture.run("order", "import", rejects)
    #expect(mended.errors.contains("Orders: 1 read (2 rows) = 1 added"), "\(mended.errors)")
  }

  /// What is more than the headings is kept, and the row stays in error.
  @Test func rowsThatAreTooLongStaySo() throws {
    let file = try write("kh.csv", "Mã KH,Tên KH\nK1,An,Hà Nội, Việt Nam\n")
    let rejects = fixture.file("loi.csv")
    _ = fixture.run("import", file, "--rejects", rejects)
    #expect(
      try fixture.contents("loi.csv") == """
        Mã KH,Tên KH,Line in the file,Why not imported
        K1,An,2,"the row has 4 cells, but there are 2 headings",Hà Nội,Việt Nam

        """)
    #expect(fixture.run("import", rejects, "--dry-run").code == 1)
  }

  /// The rejects of rejects have one line and one reason, and keep the first file's columns.
  @Test(arguments: ["csv", "json"]) func ofRejects(ending: String) throws {
    let text = try #require(Self.texts.first { $0.ending == ending }?.text)
    let file = try write("kh.\(ending)", text)
    _ = fixture.run("import", file, "--rejects", fixture.file("1.\(ending)"))
    _ = fixture.run("import", fixture.file("1.\(ending)"), "--rejects", fixture.file("2.\(ending)"))
    let second = try fixture.contents("2.\(ending)")
    let columns =
      ending == "json"
      ? ["import_line", "import_reason"] : ["Line in the file", "Why not imported"]
    for column in columns { #expect(second.ranges(of: column).count == 1) }
    #expect(second.contains("is not an email address"))
  }

  // MARK: several sheets

  /// A file that holds several kinds gives one rejects file that does.
  @Test(arguments: ["xlsx", "json", "jsonl"]) func ofSeveralSheets(ending: String) throws {
    let file = fixture.file("all.\(ending)")
    #expect(fixture.run("export", "all", "--\(ending)", file).code == 0)
    let other = try Fixture()
    let rejects = other.file("loi.\(ending)")
    // The lists that every new database has are there already.
    let outcome = other.run("import", file, "--mode", "add", "--rejects", rejects)
    #expect(outcome.code == 1)
    let refused = try #require(outcome.errors.firstMatch(of: /Together: .* (\d+) rejected/)?.1)
    #expect(try openTable(rejects).sheets.count > 3)
    let again = other.run("import", rejects)
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.errors.contains("Together: \(refused) read"), "\(again.errors)")
  }

  // MARK: names

  @Test(arguments: [
    ("kh.csv", OutputFormat.csv, "kh.rejects.csv"),
    ("data/kh.tsv", .csv, "kh.rejects.tsv"),
    ("kh.txt", .csv, "kh.rejects.txt"),
    ("kh", .csv, "kh.rejects.csv"),
    ("kh.dat", .csv, "kh.rejects.csv"),
    ("Khách.hàng.xlsm", .xlsx, "Khách.hàng.rejects.xlsx"),
    ("kh.xls", .xlsx, "kh.rejects.xlsx"),
    ("kh.fods", .xlsx, "kh.rejects.xlsx"),
    ("kh.vcard", .vcf, "kh.rejects.vcard"),
    ("kh.ndjson", .jsonl, "kh.rejects.ndjson"),
    ("-", .json, "stdin.rejects.json"),
  ]) func areNamedAfterTheInput(_ input: String, _ format: OutputFormat, _ name: String) {
    #expect(ImportRejects.path(after: input, format) == name)
  }

  /// The name that is chosen says the format, where it says one.
  @Test(
    arguments: [
      ("loi.xlsx", [0x50, 0x4B, 3, 4]), ("loi.json", Array("[\n{\"Mã KH\": \"K2\"".utf8)),
      ("loi.jsonl", Array("{\"Mã KH\": \"K2\"".utf8)), ("loi", Array("Mã KH;Tên KH".utf8)),
    ] as [(String, [UInt8])])
  func followTheirName(_ name: String, _ start: [UInt8]) throws {
    let file = try write("kh.csv", Self.texts[0].text)
    let outcome = fixture.run("import", file, "--rejects", fixture.file(name))
    #expect(outcome.errors.contains(name), "\(outcome.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: fixture.file(name)))
    #expect(data.starts(with: start))
  }

  @Test(arguments: ["loi.ods", "loi.xls", "loi.vcf"]) func refuseWhatCannotBeWritten(name: String)
    throws
  {
    let file = try write("kh.csv", Self.texts[0].text)
    let outcome = fixture.run("import", file, "--rejects", fixture.file(name))
    let ending = name.split(separator: ".")[1]
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        crm: --rejects: rows of this file cannot be written as .\(ending)
          Name a file that ends in .xlsx, .csv, .json or .jsonl.

        """)
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  // MARK: dry runs

  /// A dry run tells the same as the real one.
  @Test(arguments: texts.map(\.ending)) func dryRunsTellTheSame(ending: String) throws {
    let text = try #require(Self.texts.first { $0.ending == ending }?.text)
    let file = try write("kh.\(ending)", text)
    let dry = fixture.run("import", file, "--dry-run")
    let real = fixture.run("import", file, "--rejects", fixture.file("loi.csv"))
    #expect(dry.code == real.code)
    let told = real.errors.split(separator: "\n").filter { !$0.hasPrefix("Rows in error") }
    #expect(
      dry.errors.replacing("Dry run, nothing changed. ", with: "").split(separator: "\n") == told)
  }
}
