import CRMTestSupport
import Testing

/// Common customers made one's own, and what follows from levels and copies.
@Suite struct TakeTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    try fixture.add(.user, ["code": "minh", "name": "Trần Minh", "role": "sales"])
    _ = fixture.run("customer", "common", "add", "KH000001", "KH000002")
  }

  @Test func makesItOnesOwn() {
    #expect(
      fixture.run("customer", "take", "KH000001", "--as", "minh").errors
        == "Took customer KH000001.\n")
    #expect(
      fixture.run("customer", "list", "--code", "KH000001", "--columns", "owner,common").output
        == "Owner\tCommon customer\nminh\tfalse\n")
    let log = fixture.run(
      "customer", "transfers", "list", "--action", "take", "--format", "jsonl"
    ).output
    #expect(log.contains(#""action": "take", "by": "minh", "from": "lan", "to": "minh""#), "\(log)")
    #expect(
      fixture.run("customer", "take", "KH000001", "--as", "minh").errors
        == "Customer KH000001 stays as it is.\n")
    #expect(
      fixture.run("customer", "take", "KH000003").errors == """
        crm: customer KH000003 is not common
          See which are: crm customer list --common

        """)
    // Who may, by the file, but is no user.
    #expect(
      fixture.run(
        ["customer", "take", "KH000001"], variables: ["CRM_USER": "", "SUDO_USER": "root"]
      )
      .errors.hasPrefix("crm: only a user takes customers\n"))
  }

  @Test func holdsToTheLimitOfADay() {
    #expect(fixture.run("config", "set", "take_limit", "1").code == 0)
    #expect(fixture.run("customer", "take", "KH000001", "--as", "minh").code == 0)
    #expect(
      fixture.runVietnamese("customer", "take", "KH000002", "--as", "minh").errors.hasPrefix(
        "crm: mỗi ngày chỉ được nhận 1 khách hàng chung (hôm nay đã nhận 1)"))
    // Another day, and another person.
    #expect(fixture.run("customer", "take", "KH000002", "--dry-run").code == 0)
    let tomorrow = fixture.run(
      ["customer", "take", "KH000002", "--as", "minh"],
      now: .init(seconds: Fixture.now.seconds + 86_400))
    #expect(tomorrow.code == 0)
  }

  /// What one says that the day were is no other day.
  @Test func countsByTheClock() {
    #expect(fixture.run("config", "set", "take_limit", "1").code == 0)
    #expect(fixture.run("customer", "take", "KH000001", "--as", "minh").code == 0)
    let other = fixture.run(
      "customer", "take", "KH000002", "--as", "minh", "--today", "2026-12-05")
    #expect(other.errors.hasPrefix("crm: no more than 1 common customers are taken a day"))
  }

  /// A rule makes it common again only by what happens afterwards.
  @Test func staysTakenThoughARuleHolds() {
    _ = fixture.run("common-rule", "add", "--name", "R", "--condition", "code = KH000003")
    #expect(fixture.run("customer", "take", "KH000003", "--as", "minh").code == 0)
    #expect(
      fixture.run("customer", "list", "--code", "KH000003", "--columns", "owner,common").output
        == "Owner\tCommon customer\nminh\tfalse\n")
  }

  @Test func listsUnderOtherWhatIsCountedThere() {
    let counted = fixture.run("customer", "levels").output.split(separator: "\n")
      .first { $0.hasPrefix("Other\t") }?.split(separator: "\t")[1]
    for word in ["other", "Khác"] {
      let listed = fixture.run("customer", "list", "--level", word, "--count").output
      #expect(counted.map { $0 + "\n" } == listed[...])
    }
    #expect(
      fixture.run("customer", "list", "--level", "approached", "--columns", "code").output
        == "Code\nKH000001\n")
  }

  @Test func copiesNothingThatDealingsBroughtAbout() {
    _ = fixture.run("customer", "edit", "KH000001", "--last-contact", "2026-11-20")
    let copy = fixture.run("customer", "duplicate", "KH000001")
    #expect(copy.code == 0)
    let code = copy.output.split(separator: "\n").first.map(String.init) ?? ""
    #expect(
      fixture.run("customer", "list", "--code", code, "--columns", "level,last_contact,common")
        .output == "Level\tLast contact\tCommon customer\nNew\t\tfalse\n")
  }

  /// Who keeps the books sees what is sold and paid of all, and books payments.
  @Test func hasARoleForAccountants() throws {
    try fixture.add(.user, ["code": "ke", "name": "Kế", "role": "accountant"])
    #expect(fixture.run("customer", "list", "--count", "--as", "ke").output == "3\n")
    #expect(fixture.run("order", "list", "--count", "--as", "ke").output == "1\n")
    #expect(
      fixture.run("payment", "add", "KH000001", "--amount", "100000", "--as", "ke").code == 0)
    #expect(fixture.run("export", "order", "--csv", "-", "--as", "ke").code == 0)
    #expect(fixture.run("customer", "edit", "KH000001", "--name", "X", "--as", "ke").code == 4)
    #expect(fixture.run("payment", "delete", "PT000001", "--as", "ke").code == 4)
    #expect(fixture.runVietnamese("role", "show", "kế toán").output.contains("accountant"))
  }
}
