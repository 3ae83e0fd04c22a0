import CRMTestSupport
import Testing

/// `user leave`: everything of who leaves goes to others, and the login is closed.
@Suite struct LeaveTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    try fixture.add(.user, ["code": "minh", "name": "Trần Minh"])
    try fixture.add(.user, ["code": "hoa", "name": "Hoa"])
    _ = fixture.run("customer", "edit", "KH000001", "KH000002", "KH000003", "--owner", "lan")
    for (name, status) in [("Gọi", "planned"), ("Xong", "done")] {
      try fixture.add(
        .transaction, ["customer": "KH000003", "name": name, "owner": "lan", "status": status])
    }
  }

  private func owners(_ kind: String, _ condition: String = "code is not empty") -> String {
    fixture.run(kind, "list", "--where", condition, "--columns", "owner", "--sort", "code").output
      .split(separator: "\n").dropFirst().joined(separator: ",")
  }

  @Test func givesEverythingAway() {
    let outcome = fixture.run("user", "leave", "lan", "--to", "minh", "hoa", "--split", "turns")
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix("Handed over 3 customers, "))
    #expect(outcome.errors.hasSuffix(" of lan to minh, hoa; the login is closed.\n"))
    #expect(owners("customer") == "minh,hoa,minh")
    // What is open goes the way of its customer, what is done stays.
    #expect(owners("transaction", "name = Gọi") == "minh")
    #expect(owners("transaction", "name = Xong") == "lan")
    #expect(
      fixture.run("user", "list", "--where", "code = lan", "--columns", "active").output
        == "Active\nfalse\n")
    #expect(fixture.run("customer", "list", "--as", "lan").code == 4)
    #expect(fixture.run("undo").code == 0)
    #expect(owners("customer") == "lan,lan,lan")
    #expect(fixture.run("customer", "list", "--as", "lan").code == 0)
  }

  /// Who has nothing leaves all the same.
  @Test func closesTheLoginOfWhoHasNothing() throws {
    try fixture.add(.user, ["code": "trong", "name": "Trống", "role": "sales"])
    let dry = fixture.runVietnamese("user", "leave", "trong", "--to", "minh", "--dry-run")
    #expect(dry.errors.hasSuffix("trong không có gì để bàn giao; sẽ khóa tài khoản.\n"))
    #expect(
      fixture.run("user", "leave", "trong", "--to", "minh").errors
        == "trong had nothing to hand over; the login is closed.\n")
    #expect(fixture.run("customer", "list", "--as", "trong").code == 4)
  }

  @Test func showsFirstWhatItWillDo() {
    let dry = fixture.runVietnamese("user", "leave", "lan", "--to", "minh", "--dry-run")
    #expect(dry.output.contains("khách hàng KH000001: Chủ sở hữu “lan” → “minh”\n"))
    #expect(dry.errors.hasPrefix("Sẽ bàn giao 3 khách hàng"))
    #expect(dry.errors.hasSuffix(" của lan cho minh và khóa tài khoản.\n"))
    #expect(owners("customer") == "lan,lan,lan")
    let refused = fixture.run(
      ["user", "leave", "lan", "--to", "minh"], input: "\n", terminal: 200)
    #expect(refused.errors.hasPrefix("Would hand over 3 customers"))
    #expect(
      refused.errors.contains(
        "  changed: 3 customers (KH000001 Nguyễn Đức An; KH000002 Công ty Sao Mai; KH000003 "))
    #expect(refused.errors.hasSuffix("Close the login lan? [y/N] crm: nothing was changed\n"))
    #expect(owners("customer") == "lan,lan,lan")
    let agreed = fixture.run(
      ["user", "leave", "lan", "--to", "minh"], input: "y\n", terminal: 80)
    #expect(agreed.code == 0)
    #expect(owners("customer") == "minh,minh,minh")
  }

  /// What somebody stands for in the company goes to others, too: nobody would decide in their
  /// place.
  @Test func givesAwayWhatOneStandsFor() {
    fixture.done(
      "an unit add Bán --manager lan", "an user-group add Đội --member lan --member hoa",
      "an config set approval.order 'role:admin,user:lan,user:minh'")
    let outcome = fixture.run("user", "leave", "lan", "--to", "minh")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("1 unit, "), "\(outcome.errors)")
    #expect(outcome.errors.contains("1 user group, "))
    #expect(outcome.errors.contains("1 setting of lan to minh"))
    func value(_ kind: String, _ column: String) -> Substring? {
      fixture.run(kind, "list", "--columns", column).output.split(separator: "\n").last
    }
    #expect(value("unit", "manager") == "minh")
    #expect(value("user-group", "members") == "minh; hoa")
    // Minh has a step already; once is enough.
    #expect(
      fixture.run("config", "get", "approval.order").output == "role:Quản trị,user:minh\n")
    #expect(fixture.run("undo").code == 0)
    #expect(value("unit", "manager") == "lan")
    #expect(
      fixture.run("config", "get", "approval.order").output
        == "role:Quản trị,user:lan,user:minh\n")
  }

  @Test func refusesWhoCannotTakeOver() throws {
    #expect(
      fixture.run("user", "leave", "lan", "--to", "lan").errors
        == "crm: who leaves cannot take over\n  Name somebody else with --to.\n")
    try fixture.add(.user, ["code": "cu", "name": "Lê Cũ", "active": "no"])
    let gone = fixture.run("user", "leave", "lan", "--to", "cu")
    #expect(gone.errors.hasPrefix("crm: user cu (Lê Cũ) no longer works here"))
    #expect(owners("customer") == "lan,lan,lan")
  }
}
