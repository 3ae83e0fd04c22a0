import CRMTestSupport
import Foundation
import Testing

@Suite struct ImportTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = fixture.file(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Three rows: a new customer, one whose day does not exist, one without a name.
  private func mixed() throws -> String {
    try file(
      "kh.csv",
      "Mã KH,Tên khách hàng,Ngày sinh\nKH9,Lê Văn Mới,01/02/1990\nKH10,B,30/02/1990\nKH11,,\n")
  }

  @Test func landsWhatIsRightAndTellsWhatIsNot() throws {
    let path = try mixed()
    let outcome = fixture.run("import", path, "--rejects", fixture.file("bad.csv"))
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        \(path):3: Birthday: 30/02/1990 is not a date: February 1990 has 28 days
        \(path):4: Name is missing
        Rows in error, with line and reason: \(fixture.file("bad.csv"))
        Customers: 3 read = 1 added + 0 updated + 0 unchanged + 2 rejected

        """)
    #expect(
      try fixture.contents("bad.csv") == """
        Mã KH,Tên khách hàng,Ngày sinh,Line in the file,Why not imported
        KH10,B,30/02/1990,3,Birthday: 30/02/1990 is not a date: February 1990 has 28 days
        KH11,,,4,Name is missing

        """)
  }

  @Test func saysTheSameInVietnamese() throws {
    let path = try mixed()
    let outcome = fixture.runVietnamese("import", path, "--rejects", fixture.file("bad.csv"))
    #expect(
      outcome.errors == """
        \(path):3: Ngày sinh: 30/02/1990 không phải là ngày: tháng 2 năm 1990 có 28 ngày
        \(path):4: thiếu Tên khách hàng
        Các dòng lỗi kèm số dòng và lý do: \(fixture.file("bad.csv"))
        Khách hàng: đọc 3 = thêm 1 + sửa 0 + không đổi 0 + lỗi 2

        """)
  }

  /// The mended rejects file comes in by itself; its two columns of ours are skipped.
  @Test func takesTheMendedRejectsFile() throws {
    _ = fixture.run("import", try mixed(), "--rejects", fixture.file("bad.csv"))
    let mended = try fixture.contents("bad.csv").replacingOccurrences(of: "30/02", with: "28/02")
      .replacingOccurrences(of: "KH11,,", with: "KH11,C,")
    let outcome = fixture.run("import", try file("mended.csv", mended))
    #expect(
      outcome.errors == "Customers: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected\n")
    #expect(outcome.code == 0)
  }

  @Test func strictlyLandsNothing() throws {
    let before = fixture.run("customer", "list", "--count").output
    let outcome = fixture.run(
      "import", try mixed(), "--strict", "--rejects", fixture.file("bad.csv"))
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasSuffix(
        "Nothing landed. Customers: 3 read = 1 added + 0 updated + 0 unchanged + 2 rejected\n"))
    #expect(fixture.run("customer", "list", "--count").output == before)
    #expect(fixture.run("customer", "show", "KH9").code == 1)
  }

  @Test func triesWithoutChangingAnything() throws {
    let outcome = fixture.run("import", try mixed(), "--dry-run")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasSuffix(
        "Dry run, nothing changed. "
          + "Customers: 3 read = 1 added + 0 updated + 0 unchanged + 2 rejected\n"))
    #expect(fixture.run("customer", "show", "KH9").code == 1)
    #expect(!FileManager.default.fileExists(atPath: fixture.file("kh.rejects.csv")))
  }

  /// An entry of a list is found by its name where the file has no codes.
  @Test func findsListEntriesByName() throws {
    let path = try file("t.csv", "Tên thẻ,Mô tả\nNóng,gấp\nẤm,\n")
    let outcome = fixture.run("tag", "import", path)
    #expect(outcome.errors == "Tags: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected\n")
    let again = try file("u.csv", "Tên thẻ,Mô tả\nNóng,rất gấp\nẤm,\n")
    #expect(
      fixture.run("import", again, "--into", "tag").errors
        == "Tags: 2 read = 0 added + 1 updated + 1 unchanged + 0 rejected\n")
  }

  /// What is wrong with the command line or the file as a whole: message and exit code.
  @Test(
    arguments: [
      (["--into", "custmer"], "crm: there is no kind of record “custmer”", 2),
      (["--map", "Tên KH"], "crm: --map takes HEADING=FIELD, not “Tên KH”", 2),
      (["--map", "X=name"], "has no column “X”", 1),
      (["--map", "Mã KH=nmae"], "there is no field “nmae” of customers", 1),
      (["--match", "shoe"], "customers have no field “shoe”", 2),
      (["--delimiter", "ab"], "crm: --delimiter takes one character or tab, not “ab”", 2),
      (["--mode", "replace"], "replace", 2),
    ] as [([String], String, Int32)])
  func refuses(_ options: [String], _ message: String, _ code: Int32) throws {
    let path = try mixed()
    let outcome = fixture.run(["import", path] + options)
    #expect(outcome.code == code, "\(outcome)")
    #expect(outcome.errors.contains(message), "\(outcome)")
    #expect(fixture.run("customer", "show", "KH9").code == 1)
  }

  /// What is chosen is believed, whatever the content or the name says.
  @Test(arguments: [
    ("csv", "kh.json", "Tên KH\nLan\n", 0, "= 1 added"),
    ("jsonl", "kh.csv", "{\"name\":\"Lan\"}", 0, "= 1 added"),
    ("csv", "kh.csv", "{\"name\":\"Lan\"}\n1\n", 1, "the headings are: {\"name\""),
    ("xlsx", "kh.csv", "Tên KH\nLan\n", 1, "kh.csv"),
    ("docx", "kh.csv", "Tên KH\nLan\n", 2, "--type"),
  ])
  func takesTheFormatItIsTold(
    type: String, name: String, text: String, code: Int32, told: String
  ) throws {
    let outcome = fixture.run("customer", "import", try file(name, text), "--type", type)
    #expect(outcome.errors.contains(told), "\(outcome.errors)")
    #expect(outcome.code == code)
  }

  @Test func undoesAsOneOperation() throws {
    let path = try file("kh.csv", "Tên khách hàng\nA\nB\n")
    let before = fixture.run("customer", "list").output
    _ = fixture.run("import", path)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("customer", "list").output == before)
  }

  /// The later line wins, but not without a word.
  @Test func warnsOfARecordThatStandsTwiceInAFile() throws {
    let text = """
      Mã KH,Tên khách hàng
      K1,An
      K1,An Bình
      K1,An Bình
      KH000001,Đức
      KH000001,Đức An

      """
    let outcome = fixture.run("import", try file("kh.csv", text))
    #expect(
      outcome.errors == """
        line 3: K1 stands on an earlier line of the file, too; this line has changed it
        line 6: KH000001 stands on an earlier line of the file, too; this line has changed it
        Customers: 5 read = 1 added + 3 updated + 1 unchanged + 0 rejected

        """)
  }

  /// What is odd about a row that does not land is not told beside what is wrong with it; lists
  /// that lack entries are named with what can be done.
  @Test func saysHowListEntriesThatLackComeIn() throws {
    let path = try file(
      "kh.csv", "Mã KH,Tên khách hàng,Nhóm khách hàng,Nguồn,Mã số thuế\nK1,An,Xa,Chợ,99\n")
    let outcome = fixture.run("import", path, "--rejects", fixture.file("bad.csv"))
    #expect(
      outcome.errors == """
        \(path):2: there is no group “Xa”; there is no source “Chợ”
        Entries that are not in the lists yet (sources, groups): have them added with \
        --create-missing, or add them first: crm source add --name …
        Rows in error, with line and reason: \(fixture.file("bad.csv"))
        Customers: 1 read = 0 added + 0 updated + 0 unchanged + 1 rejected

        """)
    // Where nobody follows it, the entries are told all the same.
    let unfollowed = fixture.run(
      ["import", path, "--create-missing", "--dry-run"], isFollowed: false)
    #expect(unfollowed.errors.contains("Would add sources: Chợ\nWould add groups: Xa\n"))
    let alone = fixture.run(
      ["import", try file("ai.csv", "Tên khách hàng,Nguồn\nBình,Hội chơ\n"), "--create-missing"],
      isFollowed: false)
    #expect(alone.errors == "Added sources: Hội chơ\n")
    #expect(
      fixture.runVietnamese("import", path, "--create-missing").errors == """
        Đã thêm nguồn: Chợ
        Đã thêm nhóm khách hàng: Xa
        dòng 2: mã số thuế 99 không đúng dạng 10, 12 hay 13 số; giữ nguyên
        Khách hàng: đọc 1 = thêm 1 + sửa 0 + không đổi 0 + lỗi 0

        """)
  }
}
