import CRMTables
import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMCommands

/// Tables as people lay them out: headings in two rows, headings on every page, sums at the end.
@Suite struct ImportTableTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  static let lines = [
    "DANH SÁCH KHÁCH HÀNG,,,,,", "Mã KH,Tên khách hàng,Thông tin liên hệ,,,Ghi chú",
    ",,SĐT,Email,Địa chỉ,", "T1,Vũ Thị Ba,0912000301,b@vidu.vn,12 Lê Lợi,mới",
    "Mã KH,Tên khách hàng,Thông tin liên hệ,,,Ghi chú", ",,SĐT,Email,Địa chỉ,",
    "T2,Tổng Thị Bốn,0912000302,c@vidu.vn,,", "Tổng cộng: 2 khách hàng,,,,,",
  ]

  private func write(_ ending: String) throws -> String {
    let path = fixture.file("bang.\(ending)")
    guard ending == "xlsx" else {
      try Data(Self.lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
      return path
    }
    // The writer makes the first row; the others are rows to it.
    let rows = Self.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let writer = try openWriter(.xlsx, to: .path(path))
    try writer.beginSheet(
      OutputSheet(
        key: "", title: "1",
        columns: rows[0].map { OutputColumn(key: String($0), title: String($0)) }))
    for row in rows.dropFirst() {
      try writer.write(row.map { $0.isEmpty ? .empty : .text(String($0)) })
    }
    try writer.finish()
    return path
  }

  @Test(arguments: [
    ("csv", [String]()), ("xlsx", []), ("csv", ["--header-row", "3"]),
    ("xlsx", ["--header-row", "2"]),
  ])
  func theLowerOfTwoHeadingRowsCounts(ending: String, options: [String]) throws {
    let outcome = fixture.run(["import", try write(ending)] + options)
    #expect(
      outcome.errors == """
        Rows of totals, left out: line 8
        Headings that come again, left out: line 5, 6
        Customers: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected

        """)
    let list = fixture.run(
      "customer", "list", "--where", "code ~ T", "--columns",
      "code,name,phones,emails,office_address,description", "--format", "tsv")
    #expect(
      list.output.contains("T1\tVũ Thị Ba\t0912000301\tb@vidu.vn\t12 Lê Lợi\tmới\n"))
    #expect(list.output.contains("T2\tTổng Thị Bốn\t0912000302\tc@vidu.vn\t\t\n"))
  }

  /// Whoever is called like a sum is a customer: what else stands in the row says so.
  @Test(arguments: [
    ("Tổng cộng,,", 0), ("TỔNG CỘNG:,,5.000", 0), ("Total,,\"1,200\"", 0), ("Cộng,,12 đ", 0),
    ("Total,,", 1), ("Total,0912000401,", 1), ("Tổng công ty Sông,,", 1), ("Sum,0912000402,5", 1),
    ("Tổng,,ghi chú", 1),
  ])
  func aRowOfSumsIsLeftOutAndNamed(row: String, landed: Int) throws {
    let path = fixture.file("t.csv")
    try Data("Tên khách hàng,Điện thoại,Màu\nAn,0912000400,đỏ\n\(row)\n".utf8)
      .write(to: URL(fileURLWithPath: path))
    let outcome = fixture.runVietnamese("import", path)
    #expect(outcome.errors.contains("thêm \(1 + landed) "), "\(outcome.errors)")
    #expect(outcome.errors.contains("Dòng tổng cộng, bỏ qua: dòng 3") == (landed == 0))
  }

  /// `--header-row` speaks of the sheets that have such a row.
  @Test func theLineOfTheHeadingsMayLackInASheet() throws {
    let path = fixture.file("hai.xlsx")
    var options = WriteOptions()
    options.severalSheets = true
    let writer = try openWriter(.xlsx, to: .path(path), options: options)
    let title = OutputColumn(key: "t", title: "Tên khách hàng")
    try writer.beginSheet(OutputSheet(key: "a", title: "Khách hàng", columns: [title]))
    try writer.write([.text("Tên khách hàng")])
    try writer.write([.text("An")])
    try writer.beginSheet(
      OutputSheet(key: "b", title: "Ghi chú", columns: [OutputColumn(key: "x", title: "x")]))
    try writer.finish()
    let taken = fixture.run("import", path, "--header-row", "2")
    #expect(
      taken.errors.hasSuffix(
        "Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n"))
    let refused = fixture.run("import", path, "--header-row", "9")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("there is no row on line 9 that could be the headings"))
  }

  /// Rows that name each other say so; one that names nobody says whom it lacks (RULES 6.4).
  @Test func referrersThatCannotBeSayWhy() throws {
    let path = fixture.file("gt.csv")
    try Data(
      ("Mã KH,Tên khách hàng,Người giới thiệu\nV3,Vòng A,V4\nV4,Vòng B,V3\nV5,Tự mình,V5\n"
        + "V6,Lạc,V7\nV1,Một,V2\nV2,Hai,\n").utf8
    ).write(to: URL(fileURLWithPath: path))
    let outcome = fixture.run("import", path, "--rejects", fixture.file("loi.csv"))
    #expect(
      outcome.errors == """
        \(path):2: Referrer: a ring, V3 → V4 → V3
        \(path):3: Referrer: a ring, V4 → V3 → V4
        \(path):4: Referrer: V5 names itself
        \(path):5: there is no customer “V7”
        Rows in error, with line and reason: \(fixture.file("loi.csv"))
        Customers: 6 read = 2 added + 0 updated + 0 unchanged + 4 rejected

        """)
    let again = fixture.runVietnamese("import", path, "--rejects", fixture.file("loi2.csv"))
    #expect(again.errors.contains("Người giới thiệu: vòng lặp V3 → V4 → V3"))
    #expect(again.errors.contains("Người giới thiệu: V5 ghi chính mình"))
  }

  /// A long way of referrers comes in from its end, a long ring is told by its ends, and who leads
  /// into a ring lacks a customer only (RULES 6.4).
  @Test func takesLongWaysOfReferrers() throws {
    let rows = (1...1_500).map { "A\($0),Khách \($0),A\($0 + 1)" } + ["A1501,Cuối,"]
    let ring = (1...20).map { "B\($0),Vòng \($0),B\($0 % 20 + 1)" } + ["C,Ngoài,B7"]
    let path = try fixture.file(
      "dai.csv", "Mã KH,Tên khách hàng,Người giới thiệu\n" + (rows + ring).joined(separator: "\n"))
    let outcome = fixture.run("import", path)
    let lines = outcome.errors.split(separator: "\n")
    #expect(
      lines.first
        == "\(path):1503: Referrer: a ring, B1 → B2 → B3 → B4 → B5 → B6 → … → B17 → B18 → B19 → B20 → B1"
    )
    #expect(
      lines.last == "Customers: 1,522 read = 1,501 added + 0 updated + 0 unchanged + 21 rejected")
    let rejects = try fixture.contents("dai.rejects.csv")
    #expect(rejects.contains("C,Ngoài,B7,1523,there is no customer “B7”"))
    #expect(
      fixture.run("customer", "list", "--where", "code = A1500", "--columns", "referrer").output
        == "Referrer\nA1501\n")
  }

  /// Under the numbers of rows a word is nobody's name, and beside it stand counts (RULES 13.9).
  @Test(arguments: [
    ("Tổng,3 khách,,", 0), ("Total,,,", 0), ("Cộng:,12,,1.500", 0), ("Tổng cộng,2 khách hàng,,", 0),
    ("Tổng,An,,", 1), ("Tổng,0912000499,,", 1), ("3,3 khách,,", 1),
  ]) func aWordUnderTheNumbersOfRowsIsATotal(row: String, landed: Int) throws {
    let path = try fixture.file(
      "t.csv", "STT,Tên khách hàng,Điện thoại,Ghi chú\n1,An,0912000400,đỏ\n\(row)\n")
    let outcome = fixture.runVietnamese("import", path)
    #expect(outcome.errors.contains("thêm \(1 + landed) "), "\(outcome.errors)")
    #expect(outcome.errors.contains("Dòng tổng cộng, bỏ qua: dòng 3") == (landed == 0))
  }

  /// Who signs below a table is no record of it; whoever is called so and has more is (RULES 13.9).
  @Test(arguments: [
    (["Người lập biểu,,,Giám đốc"], "3"), ([",Kế toán trưởng,,"], "3"),
    (
      [
        ",\"Hà Nội, ngày 30 tháng 11 năm 2026\",,", ",Người lập biểu,,Giám đốc",
        ",\"(Ký, họ tên)\",,\"(Ký, đóng dấu)\"", ",Trần Văn Lập,,Lê Thị Giám",
      ], "3, 4, 5, 6"
    ),
    ([",Ngày ... tháng ... năm ...,,"], "3"), ([",Giám đốc,,"], nil),
    ([",Giám đốc,0912000498,"], nil), ([",Kế Toán,,Lê Thị Giám"], nil),
  ]) func whoSignsBelowIsLeftOutAndNamed(rows: [String], lines: String?) throws {
    let path = try fixture.file(
      "t.csv",
      "STT,Tên khách hàng,Điện thoại,Ghi chú\n1,An,0912000400,đỏ\n"
        + rows.joined(separator: "\n") + "\n")
    let outcome = fixture.run("import", path)
    let added = lines == nil ? 1 + rows.count : 1
    #expect(outcome.errors.contains("= \(added) added"), "\(outcome.errors)")
    let said = lines.map { "Rows of signatures, left out: line \($0)\n" }
    #expect(outcome.errors.contains(said ?? "signatures") == (lines != nil), "\(outcome.errors)")
    guard let lines else { return }
    let vietnamese = fixture.runVietnamese("import", path, "--allow-duplicate")
    #expect(vietnamese.errors.contains("Dòng ký tên, bỏ qua: dòng \(lines)\n"))
  }

  /// Below headings that come again there are records, not names of who signs.
  @Test func headingsEndTheSignatures() throws {
    let head = "STT,Tên khách hàng,Điện thoại,Ghi chú"
    let path = try fixture.file(
      "t.csv", "\(head)\n1,An,0912000400,\n,Kế toán trưởng,,\n,Lê Thị Giám,,\n\(head)\n,Vũ Ba,,\n")
    let outcome = fixture.run("import", path)
    #expect(outcome.errors.contains("Rows of signatures, left out: line 3, 4\n"))
    #expect(outcome.errors.contains("= 2 added"), "\(outcome.errors)")
  }

  /// A quote in the headings that takes rows into its cell ends the import, with its line.
  @Test(arguments: [
    "Tên khách hàng,Điện thoại,\"Ghi chú\nA,0912345001,x\nB,0912345002,y\"\nC,0912345003,z\n",
    "Tên khách hàng,\"Điện thoại,Ghi chú\nA,0912345001,x\"\nB,0912345002,y\n",
    "DANH SÁCH\nTên khách hàng,\"Điện thoại,Ghi chú\nA,0912345001,x\"\nB,0912345002,y\n",
  ]) func aQuoteInTheHeadingsIsToldWithItsLine(text: String) throws {
    let path = try fixture.file("t.csv", text)
    let line = text.hasPrefix("DANH") ? 2 : 1
    let outcome = fixture.run("import", path)
    #expect(outcome.code == 1)
    #expect(outcome.errors.hasPrefix("crm: \(path):\(line): cell "), "\(outcome.errors)")
    #expect(outcome.errors.contains("lines that look like rows"))
    #expect(fixture.runVietnamese("import", path).errors.hasPrefix("crm: \(path):\(line): ô thứ "))
  }

  /// Headings that a person breaks into lines are headings.
  @Test func headingsOfSeveralLinesAreTaken() throws {
    let path = try fixture.file(
      "t.csv", "\"Tên\nkhách hàng\",\"Điện\nthoại\",Ghi chú\nA,0912345001,x\n")
    #expect(
      fixture.run("import", path).errors
        == "Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n")
  }

  /// As spreadsheet programs write merged cells: a title over all columns, groups of columns below.
  @Test(arguments: ["xls", "ods"]) func twoHeadingRowsOfMergedCellsAreOne(ending: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent(
        "../CRMTablesTests/Fixtures/\(ending)/crm__two_heading_rows.\(ending)")
    let outcome = fixture.run("import", path.standardized.path)
    #expect(
      outcome.errors == "Customers: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected\n")
    #expect(
      fixture.run(
        "customer", "list", "--where", "code ~ T", "--sort", "code", "--no-header", "--columns",
        "code,name,phones,emails,office_address,description"
      ).output == """
        T1\tVũ Thị Ba\t0912000301\tb@vidu.vn\t12 Lê Lợi\tmới
        T2\tTổng Thị Bốn\t0912000302\tc@vidu.vn\t\t

        """)
  }
}
