import CRMTestSupport
import CRMValues
import Testing

@Suite struct TrashTests {
  @Test func listsWhatWentWhenAndByWhom() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "delete", "KH000002")
    _ = fixture.run("group", "delete", "15-25", "--to", "VIP", "--as", "lan")
    #expect(
      fixture.run("trash", "list").output == """
        Kind\tCode\tName\tDeleted\tBy\tOperation
        Group\tNH000005\t15-25\t2026-11-22 10:00:00\tlan\t16
        Customer\tKH000002\tCông ty Sao Mai\t2026-11-22 10:00:00\tan\t15
        Contact\tLH000001\tTrần Thị Hoa\t2026-11-22 10:00:00\tan\t15

        """)
    let shown = fixture.run(["trash", "list"], language: .vi, terminal: 200).output
    #expect(shown.contains("Nhóm khách hàng  NH000005") && !shown.contains("group"))
    #expect(
      fixture.run("trash", "list", "--kind", "group", "--format", "jsonl").output
        == #"{"kind": "group", "code": "NH000005", "name": "15-25", "#
        + #""deleted": "2026-11-22T10:00:00+07:00", "by": "lan", "operation": 16}"# + "\n")
  }

  @Test func restoresOfAnyKind() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "delete", "KH000002")
    _ = fixture.run("group", "delete", "15-25", "--to", "VIP")
    let outcome = fixture.run("trash", "restore", "-", input: "KH000002\nNH000005\n")
    #expect(outcome.errors == "Restored 1 group, 1 customer, 1 contact.\n")
    #expect(
      fixture.runVietnamese("trash", "restore", "KH000002").errors
        == "crm: khách hàng KH000002 không ở trong thùng rác\n")
  }

  /// What the trash lists is restored by its column of codes, in either language.
  @Test(arguments: ["tsv", "csv", "json", "jsonl"], [Language.en, .vi])
  func restoresWhatIsListed(form: String, language: Language) throws {
    let fixture = try Fixture.company()
    try fixture.edit(.customer, "KH000001", ["name": "An, \"KH000003\""])
    _ = fixture.run("customer", "delete", "KH000001", "KH000003", "--yes")
    let list = fixture.run(
      ["trash", "list", "--kind", "customer", "--format", form], language: language)
    for words in [["trash", "restore"], ["customer", "restore"]] {
      let one = fixture.run(words + ["-", "--dry-run"], input: list.output)
      #expect(one.code == 0, "\(list.output) \(one.errors)")
      #expect(one.errors.hasPrefix("Would restore 2 customers"), "\(one.errors)")
    }
    let none = fixture.run("trash", "restore", "-", input: "Name,Code\nAn\n")
    #expect(none.errors.hasPrefix("crm: -:2: no code in column 2\n"))
  }

  @Test func oneCodeOfTwoKindsHasToBeSaid() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("product", "add", "--code", "KH000003", "--name", "X")
    _ = fixture.run("product", "delete", "KH000003")
    _ = fixture.run("customer", "delete", "KH000003")
    let outcome = fixture.run("trash", "restore", "KH000003")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        crm: KH000003 is in the trash as a customer and a product
          Say which: --kind customer or --kind product

        """)
    #expect(
      fixture.run("trash", "restore", "KH000003", "--kind", "product").errors
        == "Restored 1 product.\n")
  }

  @Test func emptyingWantsTheNameTypedBack() throws {
    let fixture = try Fixture.company()
    #expect(fixture.run("trash", "empty").errors == "The trash is empty.\n")
    _ = fixture.run("customer", "delete", "KH000002")
    let refused = fixture.run("trash", "empty", "--kind", "customer")
    #expect(refused.code == 2)
    #expect(
      refused.errors == """
        crm: nothing was destroyed: “customer” has to be typed to confirm
          In a script: --confirm customer

        """)
    let mistyped = fixture.run(["trash", "empty"], input: "customer\n", terminal: 80)
    #expect(
      mistyped.errors.hasPrefix(
        "This destroys 1 customer (KH000002 Công ty Sao Mai), 1 contact (LH000001 Trần Thị Hoa) for "
          + "good. Type “all” to go on: crm: nothing was"))
    let typed = fixture.run(
      ["trash", "empty", "--kind", "contact"], language: .vi, input: "Liên hệ\n", terminal: 80)
    #expect(
      typed.errors
        == "Lệnh này xóa vĩnh viễn 1 liên hệ (LH000001 Trần Thị Hoa). Gõ “contact” để tiếp tục: "
        + "Đã xóa vĩnh viễn 1 liên hệ.\n")
  }

  @Test func destructionIsLoggedAndNeverUndone() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "edit", "KH000001", "--name", "Tên Bí Mật")
    _ = fixture.run("customer", "share", "KH000001", "--with", "user:lan")
    _ = fixture.run("customer", "edit", "KH000003", "--referrer", "")
    _ = fixture.run("customer", "delete", "KH000001")
    let dry = fixture.run("trash", "empty", "--dry-run")
    #expect(
      dry.errors == "Would destroy 1 customer, 1 order, 2 care cards, 1 transaction.\n")
    let outcome = fixture.run("trash", "empty", "--confirm", "all")
    #expect(outcome.errors == "Destroyed 1 customer, 1 order, 2 care cards, 1 transaction.\n")
    #expect(outcome.code == 0)
    #expect(fixture.run("trash", "list").output == "Kind\tCode\tName\tDeleted\tBy\tOperation\n")
    let undone = fixture.run("undo")
    #expect(undone.code == 1)
    #expect(
      undone.errors == """
        crm: operation 19 emptied the trash and cannot be undone
          Undo an earlier one by its number, from: crm log

        """)
    // Undoing what came before passes over what is gone, and its contents are gone from the log.
    #expect(fixture.run("undo", "18").code == 0)
    #expect(fixture.run("undo", "15").code == 0)
    #expect(!fixture.run("log", "show", "15").output.contains("Bí Mật"))
    #expect(
      fixture.run("customer", "list", "--columns", "code").output == "Code\nKH000002\nKH000003\n")
    #expect(
      fixture.run("customer", "add", "--name", "Mới").output == "KH000004\n")
  }

  @Test func whatIsStillReferredToStays() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "delete", "KH000001")
    _ = fixture.run("customer", "delete", "KH000002")
    // KH000003 was referred by KH000001.
    let some = fixture.run("trash", "empty", "--confirm", "all")
    #expect(some.code == 1)
    #expect(
      some.errors == """
        Destroyed 1 customer, 1 contact, 1 order, 2 care cards, 1 transaction.
        1 kept, because others still refer to them: customer KH000001 (customer KH000003)

        """)
    let none = fixture.run("trash", "empty", "--confirm", "all")
    #expect(none.code == 5)
    #expect(
      none.errors == "crm: customer KH000001 is still referred to by customer KH000003\n")
    #expect(
      fixture.runVietnamese("trash", "empty", "--confirm", "all").errors
        == "crm: khách hàng KH000001 còn được dùng bởi khách hàng KH000003\n")
    _ = fixture.run("customer", "delete", "KH000003")
    #expect(fixture.run("trash", "empty", "--confirm", "all").errors == "Destroyed 2 customers.\n")
  }
}
