import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// What an import leaves behind: JSON, rejects, workbooks in one operation.
@Suite struct ImportResultTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: fixture.file(name)))
    return fixture.file(name)
  }

  private var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: fixture.folder)) ?? []).sorted()
  }

  static let three = "Mã KH,Tên KH,Email\nKH000001,An,\nK2,Bình,b@example.vn\nK3,Chi,sai\n"

  /// The rejects of a file with semicolons have semicolons.
  @Test func keepsRowsInErrorTheWayTheyCame() throws {
    let file = try write("kh.csv", "Mã KH;Tên KH;Email\nK3;\"Chi; Em\";sai\n")
    _ = fixture.run("import", file, "--rejects", fixture.file("loi.csv"))
    #expect(
      try fixture.contents("loi.csv").hasPrefix(
        "Mã KH;Tên KH;Email;Line in the file;Why not imported\nK3;\"Chi; Em\";sai;2;"))
  }

  @Test func triesWithoutChangingAnything() throws {
    let file = try write("kh.csv", Self.three)
    let before = fixture.run("log", "--json").output
    let outcome = fixture.run("import", file, "--dry-run")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        \(file):4: Emails: “sai” is not an email address
        Dry run, nothing changed. Customers: 3 read = 1 added + 1 updated + 0 unchanged + 1 rejected

        """)
    #expect(fixture.run("log", "--json").output == before)
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
    let json = fixture.run("import", file, "--dry-run", "--json")
    #expect(json.output.contains("\"codes\":{\"added\":[\"K2\"],\"updated\":[\"KH000001\"]}"))
    #expect(json.output.hasSuffix("\"landed\":false,\"operation\":null}\n"))
  }

  @Test func landsNothingWhereItIsStrict() throws {
    let file = try write("kh.csv", Self.three)
    let outcome = fixture.run(
      "import", file, "--strict", "--rejects", fixture.file("loi.csv"), "--json")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == "{\"kind\":\"customer\",\"rows\":3,\"read\":3,\"added\":1,\"updated\":1,"
        + "\"unchanged\":0,\"rejected\":1,\"rejected_rows\":1,"
        + "\"rejects\":\"\(fixture.file("loi.csv"))\",\"codes\":{\"added\":[],\"updated\":[]},\"landed\":false,\"operation\":null}\n"
    )
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
    #expect(files.contains("loi.csv"))
  }

  @Test func tellsWhatItTouchedAsJSON() throws {
    let file = try write("kh.csv", Self.three.replacing("sai", with: "") + "KH000002,,\n")
    let outcome = fixture.run("import", file, "--json", "--mode", "upsert")
    #expect(outcome.code == 1)
    let last = fixture.run("log", "--limit", "1", "--json").output
    let number = try #require(last.firstMatch(of: /"number": (\d+)/)?.1)
    #expect(
      outcome.output == "{\"kind\":\"customer\",\"rows\":4,\"read\":4,\"added\":2,\"updated\":1,"
        + "\"unchanged\":0,\"rejected\":1,\"rejected_rows\":1,\"rejects\":\"\(fixture.file("kh.rejects.csv"))\","
        + "\"codes\":{\"added\":[\"K2\",\"K3\"],\"updated\":[\"KH000001\"]},"
        + "\"landed\":true,\"operation\":\(number)}\n")
  }

  /// A file that breaks off is imported not at all, and leaves no half of a rejects file.
  @Test func leavesNothingOfAFileThatBreaksOff() throws {
    let file = try write("kh.csv", Self.three + "K4,\"Dung\n")
    let outcome = fixture.run("import", file, "--rejects", fixture.file("loi.csv"))
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("crm: \(file):5"))
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
    #expect(files.filter { $0.contains("loi") } == [])
  }

  @Test func setsFieldsForEveryRow() throws {
    let file = try write("tcs.csv", "Mã thẻ chăm sóc,Nội dung\nT1,Gọi\n")
    let missing = fixture.runVietnamese("care-card", "import", file)
    #expect(
      missing.errors == """
        crm: \(file): thẻ chăm sóc cần có cột: Khách hàng, Số đơn hàng
          Hãy chỉ cột chứa nó bằng --map "Tiêu đề=trường", hoặc một giá trị cho mọi dòng bằng \
        --set customer=….

        """)
    let outcome = fixture.run(
      "care-card", "import", file, "--set", "customer=KH000001", "--set", "order=DH000001")
    #expect(
      outcome.errors == "Care cards: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n")
    let wrong = fixture.run("care-card", "import", file, "--set", "customer")
    #expect(wrong.code == 2)
    #expect(wrong.errors.hasPrefix("crm: --set takes FIELD=VALUE, not “customer”\n"))
  }

  @Test func importsEveryCardOfAWorkbookInOneOperation() throws {
    let book = fixture.file("tat-ca.xlsx")
    _ = fixture.runVietnamese("export", "all", "--xlsx", book)
    let other = try Fixture()
    let outcome = other.run("import", book)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("Orders: 1 read (2 rows) = 1 added"))
    #expect(outcome.errors.contains("\nTogether: "))
    #expect(other.run("import", "list", "--format", "tsv").output.split(separator: "\n").count == 2)
    let shown = other.run("import", "show", "2", "--json").output
    #expect(
      shown.contains("\"sheet\": \"Khách hàng\", \"kind\": \"customer\", \"rows\": 3, \"added\": 3")
    )
    _ = other.run("import", "undo", "2")
    #expect(other.run("customer", "list", "--count").output == "0\n")
  }

  @Test func takesOneSheet() throws {
    let book = fixture.file("tat-ca.xlsx")
    _ = fixture.run("export", "all", "--xlsx", book)
    let other = try Fixture()
    let outcome = other.run("import", book, "--sheet", "products")
    #expect(
      outcome.errors.hasSuffix(
        "Products: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected\n"))
    #expect(other.run("customer", "list", "--count").output == "0\n")
  }
}
