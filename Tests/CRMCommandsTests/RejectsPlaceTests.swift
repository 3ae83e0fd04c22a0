import CRMTestSupport
import Foundation
import GRDB
import Testing

/// Where rows in error are put: never over others, and an import that cannot keep them does not
/// land.
@Suite struct RejectsPlaceTests {
  let fixture: Fixture
  private let input: String
  private let files = FileManager.default

  init() throws {
    fixture = try Fixture.company()
    input = try fixture.file("kh.csv", "Mã KH,Tên KH,Email\nK1,An,\nK2,Bình,sai\n")
  }

  private var rejects: [String] {
    get throws {
      try files.contentsOfDirectory(atPath: fixture.folder).filter { $0.contains("rejects") }
        .sorted()
    }
  }

  private var count: String { fixture.run("customer", "list", "--count").output }

  /// What has yet to be mended stays, whatever stands at the name.
  @Test func takeTheNextFreeNumber() throws {
    try files.createSymbolicLink(
      atPath: fixture.file("kh.rejects.3.csv"), withDestinationPath: "khong-co")
    let names = ["kh.rejects.csv", "kh.rejects.2.csv", "kh.rejects.4.csv"]
    for (number, name) in names.enumerated() {
      let outcome = fixture.run("import", input, "--set", "description=\(number)")
      #expect(outcome.code == 1)
      #expect(
        outcome.errors.contains("with line and reason: \(fixture.file(name))\n"),
        "\(outcome.errors)")
      // What is noted of the import names it, too.
      let noted = fixture.run("import", "show", String(try lastImport()))
      #expect(noted.output.contains(name), "\(noted.output)")
    }
    #expect(try rejects == (names + ["kh.rejects.3.csv"]).sorted())
    let text = "Mã KH,Tên KH,Email,Line in the file,Why not imported\n"
    for name in names { #expect(try fixture.contents(name).hasPrefix(text)) }
  }

  private func lastImport() throws -> Int {
    let line = fixture.run("import", "list", "--format", "tsv").output.split(separator: "\n")[1]
    return try #require(Int(line.prefix { $0 != "\t" }))
  }

  /// Refused before the input is read, so that it is said at once.
  @Test(arguments: [false, true]) func doNotReplaceAFileThatIsNamed(isDry: Bool) throws {
    let path = try fixture.file("loi.csv", "cũ")
    for read in [input, fixture.file("khong-co.csv")] {
      let outcome = fixture.run(["import", read, "--rejects", path] + (isDry ? ["--dry-run"] : []))
      #expect(outcome.code == 5)
      #expect(
        outcome.errors == "crm: there is already a file at \(path)\n  Name another file\n")
    }
    #expect(try fixture.contents("loi.csv") == "cũ")
    #expect(count == "3\n")
    let vietnamese = fixture.runVietnamese("import", input, "--rejects", path)
    #expect(
      vietnamese.errors == "crm: đã có tệp tại \(path)\n  Hãy chỉ một tệp khác\n")
  }

  /// A file that holds one sheet has a name for each, of which every one has to be free.
  @Test func doNotReplaceTheFileOfASheet() throws {
    #expect(fixture.run("export", "all", "--xlsx", fixture.file("all.xlsx")).code == 0)
    let path = try fixture.file("loi.customer.csv", "cũ")
    let outcome = fixture.run(
      "import", fixture.file("all.xlsx"), "--rejects", fixture.file("loi.csv"))
    #expect(outcome.code == 5)
    #expect(outcome.errors.hasPrefix("crm: there is already a file at \(path)\n"))
    #expect(try fixture.contents("loi.customer.csv") == "cũ")
  }

  /// Safer than rows that are in neither place: all of them are still in the input.
  @Test(arguments: [
    ("khong/loi.csv", "no such folder"), ("/dev/full", "the disk is full"),
    ("khong/loi.xlsx", "no such folder"), ("khong/loi.json", "no such folder"),
  ])
  func landWithTheImportOrNotAtAll(name: String, reason: String) throws {
    let path = name.hasPrefix("/") ? name : fixture.file(name)
    let outcome = fixture.run("import", input, "--rejects", path)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasSuffix(
        """
        crm: the rows in error cannot be kept, so nothing was imported: \(path): \(reason)
          Name a file that can be written with --rejects FILE.

        """), "\(outcome.errors)")
    #expect(count == "3\n")
    let vietnamese = fixture.runVietnamese("import", input, "--rejects", path)
    #expect(vietnamese.errors.contains("crm: không ghi được các dòng lỗi nên chưa nhập khẩu gì: "))
  }

  /// The database fails when the rows are through: what stands in its place by then goes again.
  @Test func areNotLeftWhereTheImportFails() throws {
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.write {
      try $0.execute(
        sql: """
          CREATE TRIGGER no BEFORE INSERT ON import_sheet BEGIN SELECT RAISE(ABORT, 'no'); END
          """)
    }
    try queue.close()
    for arguments in [[], ["--rejects", fixture.file("loi.rejects.csv")]] {
      let outcome = fixture.run(["import", input] + arguments)
      #expect(outcome.code == 70, "\(outcome.errors)")
      #expect(try rejects == [])
      #expect(count == "3\n")
    }
  }

  /// What is taken back because a row is in error keeps its rows, for that is what was asked.
  @Test func areKeptWhereRowsTakeTheImportBack() throws {
    let outcome = fixture.run("import", input, "--strict")
    #expect(outcome.code == 1, "\(outcome.errors)")
    #expect(try rejects == ["kh.rejects.csv"])
    #expect(count == "3\n")
  }
}
