import CRMTestSupport
import Testing

@Suite struct DeleteTests {
  @Test func takesAlongWhatLivesWithTheRecord() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run("customer", "delete", "KH000001")
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        Moved customer KH000001 to the trash, along with 1 order, 2 care cards, 1 transaction.
        Bring back with: crm customer restore KH000001

        """)
    #expect(fixture.run("order", "list", "--count").output == "0\n")
    #expect(
      fixture.runVietnamese("customer", "delete", "KH000002", "KH000003").errors == """
        Đã chuyển 2 khách hàng vào thùng rác, cùng 1 liên hệ.
        Khôi phục bằng: crm customer restore KH000002 KH000003

        """)
  }

  @Test func dryRunShowsWhatWouldGo() throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run("customer", "delete", "KH000002", "--dry-run")
    #expect(
      outcome.output == "contact LH000001: to the trash\ncustomer KH000002: to the trash\n")
    #expect(
      fixture.runVietnamese("customer", "delete", "KH000002", "--dry-run").output
        == "liên hệ LH000001: vào thùng rác\nkhách hàng KH000002: vào thùng rác\n")
    #expect(
      outcome.errors == "Would move customer KH000002 to the trash, along with 1 contact.\n")
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  @Test func asksWhetherToDelete() throws {
    let fixture = try Fixture.company()
    let words = ["customer", "delete", "--where", "code != KH9"]
    let refused = fixture.run(words, input: "\n", terminal: 80)
    #expect(
      refused.errors.hasSuffix(
        "\nMove 3 customers to the trash? [y/N] crm: nothing was changed\n"))
    let agreed = fixture.run(words, language: .vi, input: "c\n", terminal: 80)
    #expect(
      agreed.errors.contains("\nChuyển 3 khách hàng vào thùng rác? [c/K] Đã chuyển 3 "))
  }

  @Test func restoreBringsAllOfItBack() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "delete", "KH000001")
    let outcome = fixture.run("customer", "restore", "KH000001")
    #expect(outcome.errors == "Restored 1 customer, 1 order, 2 care cards, 1 transaction.\n")
    // What comes back means nothing new for the customer.
    #expect(
      fixture.run("customer", "list", "--code", "KH000001", "--columns", "level,stars").output
        == "Level\tStars\nApproached\t2\n")
    #expect(
      fixture.run("customer", "list", "--phone", "0912345678", "--count").output == "1\n")
  }

  @Test(arguments: [
    ("KH000001", "crm: customer KH000001 is not in the trash\n"),
    (
      "KH9",
      "crm: there is no KH9 in the trash\n  See what is there: crm trash list --kind customer\n"
    ),
  ])
  func restoreSaysWhatIsNotThere(code: String, errors: String) throws {
    let outcome = try Fixture.company().run("customer", "restore", code)
    #expect(outcome.errors == errors)
    #expect(outcome.code == 1)
  }

  @Test func whatBelongsToATrashedRecordWaitsForIt() throws {
    let fixture = try Fixture.company()
    _ = fixture.run("customer", "delete", "KH000001")
    let outcome = fixture.runVietnamese("order", "restore", "DH000001")
    #expect(outcome.code == 5)
    #expect(
      outcome.errors == """
        crm: đơn hàng DH000001 thuộc khách hàng KH000001 đang ở trong thùng rác
          Hãy khôi phục bản ghi đó trước: crm customer restore KH000001

        """)
  }
}
