import CRMTestSupport
import Testing

/// Customers counted by level (RULES 4.4) and by relationship (RULES 4.7).
@Suite struct PipelineTests {
  let fixture: Fixture

  /// Customer 1 is approached and Tiềm năng, 2 new, 3 interested and without owner.
  init() throws { fixture = try Fixture.company() }

  @Test func addsTheLevelsUpToAll() throws {
    try fixture.add(.customer, ["name": "D", "level": "signed"])
    try fixture.add(.customer, ["name": "E", "level": "paused"])
    try fixture.add(.customer, ["name": "F", "level": "other"])
    try fixture.delete(.customer, try fixture.add(.customer, ["name": "G", "level": "signed"]))
    #expect(
      fixture.runVietnamese("customer", "levels").output == """
        Mức độ\tSố khách hàng\tTỷ lệ
        Mới\t1\t16.7
        Quan tâm\t1\t16.7
        Đã ký\t1\t16.7
        Tạm ngừng\t1\t16.7
        Khác\t2\t33.3
          trong đó Tiếp cận\t1\t16.7
        Tất cả\t6\t100

        """)
  }

  @Test(arguments: [
    ([], "1 1 0 0 1 1 3"), (["--mine"], "1 0 0 0 0 0 1"), (["--unassigned"], "0 1 0 0 0 0 1"),
    (["--where", "groups = \"Miền Bắc\""], "0 1 0 0 1 1 2"),
    (["--where", "name = X"], "0 0 0 0 0 0 0"),
  ])
  func countsLevelsOf(words: [String], counts: String) {
    let lines = fixture.run(["customer", "levels", "--format", "tsv"] + words).output
      .split(separator: "\n").dropFirst()
    let found = lines.map { $0.split(separator: "\t")[1] }.joined(separator: " ")
    #expect(found == counts)
  }

  @Test func givesProgramsTheKeys() {
    let output = fixture.runVietnamese("customer", "levels", "--format", "jsonl").output
    #expect(
      output.contains("{\"level\": \"approached\", \"customers\": 1, \"percent\": 33.3}\n"))
    #expect(output.contains("{\"level\": \"all\", \"customers\": 3, \"percent\": 100}\n"))
  }

  @Test func followsTheOrderOfTheRelationships() throws {
    try fixture.edit(.customer, "KH000002", ["relationship": "Đã mua"])
    try fixture.edit(.relationship, "Đã mua", ["position": "0"])
    #expect(
      fixture.run("customer", "pipeline").output == """
        Relationship\tCustomers\tShare
        Đã mua\t1\t33.3
        Tiềm năng\t1\t33.3
        Đang tư vấn\t0\t0
        Thân thiết\t0\t0
        Ngừng giao dịch\t0\t0
        (none)\t1\t33.3

        """)
    #expect(
      fixture.run("customer", "pipeline", "--unassigned", "--json").output
        .contains("{\"relationship\": null, \"customers\": 1, \"percent\": 100}"))
    let mine = fixture.runVietnamese("customer", "pipeline", "--mine").output
    #expect(mine.contains("Đã mua\t1\t100\n"))
    #expect(!mine.contains("(chưa có)"))
  }

  @Test func drawsBarsOnATerminal() {
    let output = fixture.run(["customer", "pipeline"], terminal: 60).output
    #expect(output.contains("Tiềm năng"))
    #expect(output.contains("█"))
  }

  @Test func stillCountsARelationshipInTheTrash() throws {
    try fixture.delete(.relationship, "Tiềm năng")
    #expect(fixture.run("customer", "pipeline").output.contains("\nTiềm năng\t1\t33.3\n"))
  }

  @Test func setsTheRelationshipOfMany() {
    let set = fixture.run(
      "customer", "relationship", "set", "KH000002", "KH000003", "--to", "Thân thiết")
    #expect(set.errors == "Changed 2 of 2 customers.\n")
    #expect(fixture.run("customer", "pipeline").output.contains("Thân thiết\t2\t66.7\n"))
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("customer", "pipeline").output.contains("Thân thiết\t0\t0\n"))
    let unknown = fixture.runVietnamese(
      "customer", "relationship", "set", "KH000002", "--to", "Thân thiêt")
    #expect(unknown.code == 1)
    #expect(unknown.errors.contains("không có mối quan hệ “Thân thiêt”"))
  }
}
