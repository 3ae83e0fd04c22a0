import CRMCommands
import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

/// Taking back takes what doing it by hand would take today, and leaves nothing that must not be.
@Suite struct UndoRightsTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.offices()
    run("an", "role grant sales --on customer --to delete --reach own")
  }

  @discardableResult
  private func run(_ login: String, _ line: String) -> Fixture.Outcome {
    fixture.run(as: login, Fixture.words(line))
  }

  private func state() -> String {
    fixture.run("customer", "list", "--columns", "code,name,owner,description,approval").output
      + fixture.run("order", "list", "--columns", "code,customer,owner,note,approval,total").output
  }

  /// What one did while one might is not taken back once one may no more.
  @Test(arguments: [
    ["customer edit KH000001 --description x"], ["customer delete KH000001 --yes"],
    ["contact add KH000001 Mới"],
    ["customer delete KH000001 --yes", "trash restore KH000001"],
  ])
  func takesTheRightOfToday(lines: [String]) {
    for line in lines { #expect(run("lan", line).code == 0, "\(line)") }
    if lines.count == 1, lines[0].contains("delete") { run("an", "trash restore KH000001") }
    run("an", "customer transfer KH000001 --to tu")
    if lines.count == 1, lines[0].contains("delete") { run("an", "undo 2") }
    if lines[0].contains("contact") { run("an", "contact edit LH000002 --name Khác") }
    let before = state()
    let outcome = fixture.run(["--as", "lan", "undo", "--force"], language: .vi)
    #expect(outcome.code == 4, "\(outcome)")
    #expect(outcome.errors.hasPrefix("crm: lan không được"), "\(outcome)")
    #expect(state() == before)
  }

  /// One's own addition that nobody has touched takes no right to delete.
  @Test func takesBackOnesOwnAddition() {
    _ = fixture.run(
      "role", "grant", "sales", "--on", "customer", "--to", "delete", "--reach", "none")
    #expect(run("lan", "customer add 'Mới' --code KH9").code == 0)
    #expect(run("lan", "customer delete KH9").code == 4)
    #expect(run("lan", "undo").code == 0)
    #expect(run("lan", "redo").code == 0)
    // Nor the right to change it: a tag is common to all.
    #expect(run("lan", "tag add Nóng").code == 0)
    #expect(run("lan", "tag edit Nóng --name Lạnh").code == 4)
    #expect(run("lan", "undo").code == 0)
    run("an", "customer edit KH9 --description x")
    let added = fixture.run("log", "--format", "tsv", "--limit", "40").output.split(separator: "\n")
      .last { $0.contains("--code KH9") }?.split(separator: "\t").first.map(String.init)
    #expect(run("lan", "undo \(added ?? "") --force").code == 4)
    #expect(run("an", "customer show KH9").code == 0)
  }

  /// An approved record stays as it was approved, for the administrator, too; so do its parts.
  @Test(arguments: [
    "order edit DH000001 --note x", "order line add DH000001 SP01:1",
    "order line remove DH000001 1",
    "order line edit DH000001 1 --quantity 9",
  ])
  func changesNothingApproved(line: String) {
    #expect(run("an", line).code == 0)
    let number = operation()
    run("lan", "order submit DH000001")
    run("an", "order approve DH000001")
    let before = state()
    let outcome = run("an", "undo \(number) --force")
    #expect(outcome.code == 5, "\(outcome)")
    #expect(outcome.errors.hasPrefix("crm: order DH000001 is approved and therefore locked\n"))
    #expect(state() == before)
    run("an", "order reject DH000001 --reason x")
    #expect(run("an", "undo \(number)").code == 0)
    run("lan", "order submit DH000001")
    run("an", "order approve DH000001")
    #expect(run("an", "redo \(number)").code == 5)
  }

  private func operation() -> String {
    fixture.run("log", "--limit", "1", "--format", "tsv").output.split(separator: "\n")[1]
      .split(separator: "\t")[0].description
  }

  /// Whose it was is said; whoever may not configure undoes their own alone.
  @Test func saysWhose() {
    run("lan", "customer edit KH000001 --description x")
    let number = operation()
    run("an", "customer edit KH000002 --description y")
    let own = run("an", "undo")
    #expect(own.code == 0 && own.errors.hasPrefix("Undid operation "))
    #expect(!own.errors.contains(" of "))
    #expect(run("tu", "undo \(number)").code == 4)
    let outcome = fixture.run("undo", number)
    #expect(
      outcome.errors
        == "Undid operation \(number) of lan (crm --as lan customer edit KH000001 --description x): "
        + "1 change.\n")
    #expect(run("lan", "redo \(number)").code == 4)
    #expect(
      fixture.run(["redo", number], language: .vi).errors.hasPrefix(
        "Đã làm lại thao tác \(number) của lan"))
  }

  /// What rules let nobody but the author do, and only for a while, an undo does not do either.
  @Test func keepsCommentsAsTheirAuthorsHaveThem() {
    run("an", "customer share KH000001 --with user:hoa --rights edit")
    #expect(run("lan", "comment add KH000001 một").code == 0)
    #expect(run("lan", "comment edit TD000001 hai").code == 0)
    let edited = operation()
    let foreign = run("an", "undo \(edited)")
    #expect(foreign.code != 0 && foreign.errors.contains("lan"), "\(foreign)")
    let late = fixture.run(
      ["--as", "lan", "undo"], now: .init(seconds: Fixture.now.seconds + 3 * 3600))
    #expect(late.code != 0, "\(late)")
    #expect(run("an", "comment show TD000001").output.contains("hai"))
    #expect(run("lan", "undo").code == 0)
    #expect(run("an", "comment show TD000001").output.contains("một"))
  }

  /// What went along with a customer comes back with it.
  @Test func bringsBackWhatWentAlong() {
    run("an", "role grant sales --on contact --to delete --reach none")
    #expect(run("lan", "contact add KH000001 Liên").code == 0)
    #expect(run("lan", "contact delete LH000002 --yes").code == 4)
    #expect(run("lan", "customer delete KH000001 --yes").code == 0)
    let outcome = run("lan", "undo")
    #expect(outcome.code == 0, "\(outcome)")
    #expect(run("lan", "contact show LH000002").code == 0)
  }

  @Test func makesNoCircle() {
    run("an", "customer edit KH000001 --referrer KH000002")
    let first = operation()
    run("an", "customer edit KH000001 --referrer ''")
    let second = operation()
    run("an", "customer edit KH000002 --referrer KH000001")
    let outcome = run("an", "undo \(second)")
    #expect(outcome.code == 1 && outcome.errors.contains("would lead back to itself"), "\(outcome)")
    #expect(run("an", "undo \(first) --force").code == 0)
    run("an", "unit edit 'Miền Bắc' --parent 'Miền Nam'")
    run("an", "unit edit 'Miền Bắc' --parent ''")
    let unit = operation()
    run("an", "unit edit 'Miền Nam' --parent 'Hà Nội'")
    #expect(run("an", "undo \(unit)").code == 1)
  }

  /// Nothing stays behind whose holder goes: neither records, nor shares of it or with it.
  @Test func leavesNoOrphan() {
    run("an", "customer delete KH000002 --yes")
    run("an", "trash restore KH000002")
    let restored = operation()
    run("an", "contact add KH000002 Mới")
    let added = operation()
    let orphan = run("an", "undo \(restored)")
    #expect(orphan.code == 5)
    #expect(
      orphan.errors.contains("would be left behind") && orphan.errors.contains("crm undo \(added)"))
    run("an", "customer add Mới --code KH9")
    let customer = operation()
    run("an", "customer share KH9 --with user:hoa")
    let share = operation()
    let shared = run("an", "undo \(customer) --force")
    #expect(shared.code == 5 && shared.errors.contains("crm undo \(share)"), "\(shared)")
    run("an", "user-group add --name 'Nhóm A'")
    let group = operation()
    run("an", "customer share KH000002 --with 'group:Nhóm A'")
    #expect(run("an", "undo \(group) --force").code == 5)
    // What goes to the trash with its customer does not come back alone.
    run("an", "contact delete LH000001")
    let contact = operation()
    run("an", "customer delete KH000002 --yes")
    let alone = run("an", "undo \(contact)")
    #expect(alone.code != 0 && alone.errors.contains("KH000002"), "\(alone)")
  }

  @Test func paysNothingTwice() {
    run("an", "payment add KH000001 --amount 200k --to DH000001:200k")
    run("an", "payment to remove PT000001 1")
    let removed = operation()
    run("an", "payment add KH000001 --amount 1tr --to DH000001")
    let outcome = run("an", "undo \(removed)")
    #expect(outcome.code != 0 && outcome.errors.contains("order DH000001 is paid already"))
    run("an", "undo")
    #expect(run("an", "undo \(removed)").code == 0)
    run("an", "payment edit PT000001 --amount 300k")
    let raised = operation()
    run("an", "payment to edit PT000001 1 --allocated 250k")
    #expect(run("an", "undo \(raised)").errors.contains("are allocated already"))
  }
}
