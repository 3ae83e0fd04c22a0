import CRMTestSupport
import Testing

@Suite struct MergeTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func mergesAndUndoes() throws {
    let outcome = fixture.run("customer", "merge", "KH000002", "KH000001")
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        Merged 1 customer into KH000002, moving 1 customer, 1 order, 2 care cards, 1 transaction.
        Take it back with: crm undo
        Values that differ stay with those in the trash: KH000001 (Birthday, Province, Owner) (to \
        take one: crm undo, then merge with --field)

        """)
    #expect(
      fixture.run("customer", "list", "--columns", "code,name,phones,referrer").output == """
        Code\tName\tPhones\tReferrer
        KH000002\tCông ty Sao Mai\t0912345678\t
        KH000003\tNguyen Duc Binh\t0987654321\tKH000002

        """)
    #expect(
      fixture.run("order", "list", "--columns", "code,customer").output
        == "Code\tCustomer\nDH000001\tKH000002\n")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
    #expect(
      fixture.run("order", "list", "--columns", "code,customer").output
        == "Code\tCustomer\nDH000001\tKH000001\n")
  }

  /// A note is kept line by line: what stands there already is not said twice.
  @Test func keepsBothNotes() throws {
    try fixture.edit(.customer, "KH000001", ["description": "VIPER\nGiao buổi sáng"])
    try fixture.edit(.customer, "KH000002", ["description": "VIP\ngiao buổi  sáng"])
    #expect(fixture.run("customer", "merge", "KH000001", "KH000002").code == 0)
    #expect(
      fixture.run(
        "customer", "list", "--where", "code = KH000001", "--columns", "description", "--format",
        "json"
      ).output.contains(#""description": "VIPER\nGiao buổi sáng\nVIP""#))
  }

  @Test func takesFields() {
    let outcome = fixture.runVietnamese(
      "customer", "merge", "KH000001", "KH000003", "KH000002", "--field", "name=KH000003",
      "--field", "birthday=KH000002")
    #expect(
      outcome.errors
        == "Đã gộp 2 khách hàng vào KH000001, chuyển 1 liên hệ.\nHoàn tác bằng: crm undo\n"
        + "Giá trị khác nhau vẫn nằm ở khách hàng trong thùng rác: KH000003 (Ngày sinh), KH000002 "
        + "(Loại khách hàng, Tỉnh/Thành phố, Chủ sở hữu) (muốn lấy: crm undo rồi gộp lại với --field)\n"
    )
    #expect(
      fixture.run("customer", "list", "--columns", "code,name,birthday,phones,tax_code").output
        == "Code\tName\tBirthday\tPhones\tTax code\n"
        + "KH000001\tNguyen Duc Binh\t--11-22\t0912345678; 0987654321\t0100109106\n")
  }

  @Test func dryRunShowsAndChangesNothing() {
    let outcome = fixture.run("customer", "merge", "KH000002", "KH000003", "--dry-run")
    #expect(
      outcome.output == """
        customer KH000003: to the trash
        customer KH000002: Phones “” → “0987654321”; Groups “Miền Nam” → “Miền Bắc; Miền Nam”; \
        Level “New” → “Interested”; Referrer “” → “KH000001”
        customer KH000002: KH000003 merged into it

        """)
    #expect(
      outcome.errors == """
        Would merge 1 customer into KH000002.
        Values that differ stay with those in the trash: KH000003 (Birthday) (to take one: \
        crm undo, then merge with --field)

        """)
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  /// A list of pairs as somebody types it, as a table, and chained.
  @Test(
    arguments: [
      "KH000001 KH000002\nKH000001\tKH000003\n", "KH000001,KH000002\n\nKH000002;KH000003\n",
      "KH000002 KH000003\nKH000001 KH000002\nKH000001 KH000003\n",
      "score,keep,keep_name,other\n90,KH000001,\"An, Bình\",KH000002\n80,kh000001,x,KH000003\n",
      "Điểm\tGiữ\tGộp\n90\tKH000001\tKH000002\n80\tKH000001\tKH000003",
    ])
  func mergesPairs(list: String) throws {
    let outcome = fixture.run("customer", "merge", "--pairs", "-", input: list)
    #expect(
      outcome.errors.hasPrefix(
        """
        Merged 2 customers into KH000001, moving 1 contact.
        Take it back with: crm undo
        Values that differ stay with those in the trash: KH00000
        """), "\(list)")
    #expect(fixture.run("customer", "list", "--columns", "code").output == "Code\nKH000001\n")
    _ = fixture.run("undo")
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  /// No line says that KH000001 or KH000003 goes, so neither does.
  @Test(arguments: [
    "KH000001,KH000002\nKH000003,KH000002\n",
    "keep,other\nKH000001,KH000002\nKH000003,KH000002\n",
  ])
  func leavesOutAPairWhoseRecordHasGone(list: String) {
    let line = list.hasPrefix("keep") ? 3 : 2
    let outcome = fixture.run("customer", "merge", "--pairs", "-", input: list)
    #expect(outcome.code == 0)
    #expect(
      outcome.errors.contains(
        "-:\(line): left out: KH000002 goes into KH000001 by another line, so it cannot go into "
          + "KH000003 too\n"))
    #expect(
      fixture.run("customer", "list", "--columns", "code").output == "Code\nKH000001\nKH000003\n")
  }

  /// A line that brings the two together makes the pair one that follows, wherever it stands.
  @Test(arguments: [
    "KH000001,KH000002\nKH000003,KH000002\nKH000001,KH000003\n",
    "KH000001,KH000002\nKH000001,KH000003\nKH000003,KH000002\n",
  ])
  func takesAPairThatFollowsFromOthers(list: String) {
    let outcome = fixture.run("customer", "merge", "--pairs", "-", input: list)
    #expect(!outcome.errors.contains("left out"))
    #expect(fixture.run("customer", "list", "--columns", "code").output == "Code\nKH000001\n")
  }

  /// Notes come together; another value that differs is said.
  @Test func saysWhatDiffers() {
    for (code, note, site) in [
      ("KH000001", "gọi buổi sáng", "a.vn"), ("KH000002", "thích cà phê", "b.vn"),
      ("KH000003", "Gọi  buổi sáng", "A.vn"),
    ] {
      _ = fixture.run("customer", "edit", code, "--description", note, "--website", site)
    }
    let outcome = fixture.run("customer", "merge", "KH000001", "KH000002", "KH000003")
    #expect(
      outcome.errors.contains(
        "Values that differ stay with those in the trash: KH000002 (Kind, Birthday, "))
    #expect(outcome.errors.contains("Website"))
    #expect(
      fixture.run("customer", "list", "--columns", "description,website", "--json").output
        .contains("\"gọi buổi sáng\\nthích cà phê\", \"website\": \"a.vn\""))
  }

  @Test(
    arguments: [
      ("KH000001 KH000001\n", "-:1: customer KH000001 cannot be merged with itself"),
      ("\nKH000001 KH9\n", "-:2: there is no customer “KH9”"),
      ("KH000001 KH000002\nKH000001\n", "-:2: a line needs two codes"),
      ("KH000001 KH000002 KH000003\n", "-:1: a line needs two codes"),
    ])
  func refusesPairs(list: String, words: String) {
    let outcome = fixture.run("customer", "merge", "--pairs", "-", input: list)
    #expect(outcome.errors.hasPrefix("crm: " + words), "\(outcome.errors)")
    #expect(outcome.code == 1)
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  @Test(
    arguments: [
      (["KH000001", "KH000001"], 1, "customer KH000001 cannot be merged with itself"),
      (["KH000001", "0912345678"], 1, "customer KH000001 cannot be merged with itself"),
      (["KH000001"], 2, "which customers? Name the one that stays"),
      (["KH000001", "KH9"], 1, "there is no customer “KH9”"),
      (["KH000001", "KH000002", "--field", "nme=KH000002"], 2, "no field “nme” can be taken"),
      (["KH000001", "KH000002", "--field", "score=KH000002"], 2, "no field “score” can be taken"),
      (["KH000001", "KH000002", "--field", "name"], 2, "--field takes FIELD=CODE"),
      (["KH000001", "KH000002", "--field", "code=KH000002"], 2, "the code stays"),
      (
        ["KH000001", "KH000002", "--field", "name=KH000003"], 2,
        "customer KH000003 is not among those to be merged"
      ),
      (["KH000001", "KH000002", "--pairs", "-"], 2, "--pairs stands alone"),
    ] as [([String], Int32, String)])
  func refuses(words: [String], code: Int32, message: String) {
    let outcome = fixture.run(["customer", "merge"] + words)
    #expect(outcome.errors.hasPrefix("crm: " + message), "\(outcome.errors)")
    #expect(outcome.code == code)
  }

  @Test func refusesTheTrash() throws {
    try fixture.delete(.customer, "KH000003")
    let outcome = fixture.runVietnamese("customer", "merge", "KH000001", "KH000003")
    #expect(
      outcome.errors == """
        crm: khách hàng KH000003 đang ở trong thùng rác
          Khôi phục bằng: crm customer restore KH000003

        """)
  }

  @Test func showsOneHistory() throws {
    _ = fixture.run("customer", "merge", "KH000002", "KH000003")
    let lines = fixture.run("customer", "history", "KH000002").output.split(separator: "\n")
    #expect(lines.count { $0.contains("\tKH000003\tadded\t") } == 1)
    #expect(lines.last?.hasSuffix("\tKH000002\tmerged\t\t\tKH000003") == true)
  }
}
