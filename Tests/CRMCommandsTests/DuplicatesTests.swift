import CRMTestSupport
import Testing

@testable import CRMCommands

@Suite struct DuplicatesTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    // KH000004 is KH000001 once more, typed without marks and in a hurry.
    add(
      "nguyen duc an", "--birthday", "25/11/1999", "--phones", "0912 345 687", "--province",
      "Ha Noi", "--owner", "an")
    // The wife of KH000003 with his telephone, and whom the contact of KH000002 is.
    add("Trần Thị Lụa", "--phones", "0987654321", "--birthday", "01/03/2001")
    add("Trần Thị Hoa", "--phones", "+84325000000", "--owner", "lan")
  }

  private func add(_ name: String, _ options: String...) {
    let added = fixture.run(
      ["customer", "add", "--name", name, "--allow-duplicate"] + options)
    #expect(added.code == 0, "\(added.errors)")
  }

  /// The lines of an answer, without the heading and the scores.
  private func pairs(_ options: String...) -> [String] {
    let outcome = fixture.run(
      ["customer", "duplicates"] + options + ["--format", "tsv"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").dropFirst().map {
      let cells = $0.split(separator: "\t", omittingEmptySubsequences: false)
      return [cells[1], cells[4], cells[7]].joined(separator: " ")
    }
  }

  @Test func findsWhoIsThereTwice() throws {
    let outcome = fixture.run("customer", "duplicates", "--format", "csv")
    let lines = outcome.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(
      lines.first
        == "Score,Keep,Keep: name,Keep: owner,Other,Other: name,Other: owner,Reasons")
    let cells = try #require(lines.last).split(separator: ",").map(String.init)
    #expect(
      cells.dropFirst() == [
        "KH000001", "Nguyễn Đức An", "lan", "KH000004", "nguyen duc an", "an",
        "similar phone; same name; same birthday",
      ])
    #expect((90...99).contains(try #require(Int(cells[0]))))
  }

  @Test func speaksVietnamese() {
    let lines = fixture.runVietnamese("customer", "duplicates").output.split(separator: "\n")
    #expect(
      lines.first
        == "Điểm\tGiữ\tGiữ: tên\tGiữ: chủ sở hữu\tGộp\tGộp: tên\tGộp: chủ sở hữu\tLý do")
    #expect(lines.last?.hasSuffix("\tđiện thoại gần giống; trùng tên; trùng ngày sinh") == true)
  }

  @Test func tellsReasonsToPrograms() {
    let output = fixture.run("customer", "duplicates", "--json").output
    #expect(output.contains("\"reasons\": [\"phone~\",\"name\",\"birthday\"]"))
    #expect(output.contains("\"keep\": \"KH000001\""))
  }

  /// A shared telephone is exact, whoever has it; a contact's counts as the customer's.
  @Test func findsWhatIsEqual() {
    #expect(
      Set(pairs("--exact")) == [
        "KH000001 KH000004 similar phone; same name; same birthday",
        "KH000002 KH000006 same phone", "KH000003 KH000005 same phone",
      ])
    #expect(pairs("--exact", "--min-score", "60").count == 1)
  }

  @Test(
    arguments: [
      (["--by", "phone"], ["KH000002 KH000006", "KH000003 KH000005", "KH000001 KH000004"]),
      (["--by", "phone", "--exact"], ["KH000002 KH000006", "KH000003 KH000005"]),
      (["--by", "birthday,name"], ["KH000001 KH000004"]),
      (["--by", "Tên, Birthday"], ["KH000001 KH000004"]), (["--by", "tax-code,email"], []),
      (["--limit", "0"], []), (["--min-score", "100"], []),
    ] as [([String], [String])])
  func chooses(options: [String], expected: [String]) {
    let lines = fixture.run(["customer", "duplicates", "--json"] + options).output
      .split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(lines.count == expected.count)
    for (line, codes) in zip(lines, expected) {
      for code in codes.split(separator: " ") { #expect(line.contains("\"\(code)\"")) }
    }
  }

  @Test func counts() {
    #expect(fixture.run("customer", "duplicates", "--count").output == "1\n")
    #expect(fixture.run("customer", "duplicates", "--exact", "--count").output == "3\n")
  }

  /// Who is left out by a condition, or is in the trash, takes no part, nor do its contacts.
  @Test func looksAmongTheChosenOnly() throws {
    #expect(pairs("--exact", "--where", "owner = lan").isEmpty)
    #expect(
      Set(pairs("--exact", "--where", "code != KH000004")) == [
        "KH000002 KH000006 same phone", "KH000003 KH000005 same phone",
      ])
    try fixture.delete(.customer, "KH000004")
    try fixture.delete(.contact, "LH000001")
    #expect(pairs("--exact") == ["KH000003 KH000005 same phone"])
  }

  @Test func saysThatThereAreNone() {
    let words = ["customer", "duplicates", "--where", "code = KH000001", "--format", "table"]
    #expect(fixture.run(words).errors == "no duplicates found\n")
    #expect(fixture.run(words, language: .vi).errors == "không tìm thấy khách hàng trùng\n")
    #expect(fixture.run(words + ["--count"]).output == "0\n")
  }

  /// What comes out is merged as it is, in either language and form, and undone.
  @Test(
    arguments: [("csv", "vi"), ("tsv", "vi"), ("csv", "en"), ("tsv", "en")])
  func feedsMerge(form: String, language: String) throws {
    let before = fixture.run("export", "customer", "--jsonl", "-").output
    let list = fixture.run(
      "customer", "duplicates", "--lang", language, "--min-score", "80", "--format", form
    ).output
    let merged = fixture.run("customer", "merge", "--pairs", "-", input: list)
    #expect(merged.errors.hasPrefix("Merged 1 customer into KH000001."), "\(merged.errors)")
    #expect(
      fixture.run("customer", "list", "--where", "code = KH000001", "--columns", "phones").output
        == "Phones\n0912345678; 0912 345 687\n")
    #expect(fixture.run("customer", "duplicates", "--count").output == "0\n")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("export", "customer", "--jsonl", "-").output == before)
  }

  @Test(
    arguments: [
      (["--by", "nme"], "--by cannot be 'nme'"), (["--by", "name,,phone"], "--by cannot be ''"),
      (["--by", "name;phone"], "--by cannot be 'name;phone'"),
      (["--min-score", "101"], "--min-score needs a whole number from 0 to 100, not '101'"),
      (["--min-score", "-1"], "--min-score needs a whole number from 0 to 100, not '-1'"),
      (["--min-score", "x"], "--min-score needs a whole number from 0 to 100, not 'x'"),
      (["--limit", "-5"], "--limit"), (["KH000001"], ""),
      (["--where", "nme = 1"], "column 1: customer has no field “nme”"),
    ] as [([String], String)])
  func refuses(options: [String], message: String) {
    let outcome = fixture.run(["customer", "duplicates"] + options)
    #expect(outcome.errors.hasPrefix("crm: " + message), "\(outcome.errors)")
    #expect(outcome.code == 2 || options[0] == "--where")
    #expect(outcome.output.isEmpty)
  }
}
