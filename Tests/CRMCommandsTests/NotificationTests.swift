import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

@testable import CRMCommands

/// What users are told of: what was done, of which records, by whom; and nothing they may not see.
@Suite struct NotificationTests {
  let fixture: Fixture

  /// KH000001 is of lan, who sells; minh manages her unit, tu another; hoa sees everything, chi
  /// what she has.
  init() throws {
    fixture = try Fixture.offices()
    try fixture.add(.user, ["code": "chi", "name": "Chi", "role": "sales"])
    try fixture.add(.user, ["code": "cu", "name": "Cũ", "active": "no"])
    for login in ["lan", "minh", "tu", "hoa", "chi", "an"] {
      _ = fixture.run(as: login, "notification", "read", "--all")
    }
  }

  /// What a list of notifications says: event, kind, record, count, who, and what is said beside.
  private func told(_ login: String, _ options: String = "") -> [String] {
    let outcome = fixture.run(
      as: login, ["notification", "list"] + Fixture.words(options))
    return outcome.output.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return (cells[3...5] + cells[7...9]).joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("an customer edit KH000001 --owner chi", "chi", "Hand-over|Customer|KH000001|1|an|"),
    ("an customer transfer KH000001 --to chi", "chi", "Hand-over|Customer|KH000001|1|an|"),
    ("an order hand-over DH000001 --to chi", "chi", "Hand-over|Order|DH000001|1|an|"),
    ("an customer add Mới --owner chi", "chi", "Hand-over|Customer|KH000004|1|an|"),
    ("an customer viewer add KH000001 chi", "chi", "Viewer|Customer|KH000001|1|an|"),
    ("an customer share KH000001 --with user:chi", "chi", "Share|Customer|KH000001|1|an|"),
    ("an customer share KH000001 --with 'unit:Hà Nội'", "lan", "Share|Customer|KH000001|1|an|"),
    ("an order share DH000001 --with all", "tu", "Share|Order|DH000001|1|an|"),
    ("an care-card generate --from-order DH000001", "lan", "Hand-over|Care card|TCS000003|1|an|"),
    ("an tag add Nóng --notify chi", "chi", "Notice|Tag|Nóng|1|an|"),
    ("lan order edit DH000001 --note x --notify minh", "minh", "Notice|Order|DH000001|1|lan|"),
    ("lan contact add KH000001 Bé --notify hoa", "hoa", "Notice|Contact|LH000002|1|lan|"),
  ])
  func tellsWhomItConcerns(line: String, login: String, wanted: String) {
    fixture.done(line)
    #expect(told(login) == [wanted])
    // Nobody else, and never who did it.
    #expect(told("an") == [])
    // What was taken back is not told, and told again once it is done again.
    let actor = Fixture.words(line)[0]
    fixture.done("\(actor) undo")
    #expect(told(login) == [])
    fixture.done("\(actor) redo")
    #expect(told(login) == [wanted])
  }

  /// One row an operation, event and kind, however many records.
  @Test func tellsOnceOfManyRecords() throws {
    fixture.done("an customer edit --where 'code ~ KH' --owner chi --notify hoa")
    #expect(told("chi") == ["Hand-over|Customer||3|an|"])
    #expect(told("hoa") == ["Notice|Customer||3|an|"])
    let file = try fixture.file("in.csv", "Name,Owner\nA,lan\nB,lan\nC,chi\nD,tu\nE,cu\n")
    fixture.done("an customer import \(file)")
    #expect(told("lan") == ["Hand-over|Customer||2|an|"])
    #expect(told("chi").first == "Hand-over|Customer|KH000006|1|an|")
    #expect(told("tu") == ["Hand-over|Customer|KH000007|1|an|"])
  }

  @Test func tellsAGroupThoseWhoSeeIt() {
    fixture.done("an user-group add 'Dự án' --members lan --members tu --members an --members cu")
    let outcome = fixture.run(
      as: "an", Fixture.words("order edit DH000001 --note x --notify 'Dự án'"))
    // Who cannot be told is named.
    #expect(
      outcome.errors.contains("tu does not see order DH000001 and is not told of it.\n"),
      "\(outcome)")
    #expect(told("lan") == ["Notice|Order|DH000001|1|an|"])
    #expect(told("tu") == [])
    // A member twice is told once.
    fixture.done("an order edit DH000001 --note y --notify lan --notify 'Dự án'")
    #expect(told("lan").count == 2)
  }

  @Test(arguments: [
    (
      "tu", 1,
      """
      crm: tu cannot see order DH000001 and cannot be told of it
        Share it first: crm order share DH000001 --with user:tu

      """
    ),
    (
      "'Nhóm tú'", 1,
      """
      crm: Nhóm tú cannot see order DH000001 and cannot be told of it
        Share it first: crm order share DH000001 --with 'group:Nhóm tú'

      """
    ),
    (
      "cu", 1,
      """
      crm: user cu (Cũ) no longer works here
        Name somebody else, or: crm user edit cu --active yes

      """
    ),
    ("nobody", 1, "crm: there is no user “nobody”\n"),
  ])
  func refusesWhoCannotBeTold(name: String, code: Int32, errors: String) {
    fixture.done("an user-group add 'Nhóm tú' --members tu")
    let outcome = fixture.run(
      as: "an", Fixture.words("order edit DH000001 --note x --notify \(name)"))
    #expect(outcome.code == code)
    #expect(outcome.errors == errors)
    // Nothing of it stays.
    #expect(!fixture.run("order", "list", "--columns", "note").output.contains("x"))
    #expect(
      fixture.run(["order", "edit", "DH000001", "--note", "x", "--notify", "tu"], language: .vi)
        .errors.hasPrefix("crm: tu không xem được đơn hàng DH000001 nên không báo được\n"))
  }

  /// What is being added cannot be shared yet: who is to be told is made a viewer, where there are any.
  @Test func suggestsHowANewRecordIsSeen() {
    let customer = fixture.run(as: "an", Fixture.words("customer add Mới --notify tu"))
    #expect(customer.errors.hasSuffix("\n  Let them see it: add --viewers tu\n"), "\(customer)")
    #expect(customer.code == 1)
    #expect(
      fixture.run(as: "an", Fixture.words("customer add Mới --viewer tu --notify tu")).code == 0)
    let order = fixture.run(as: "an", Fixture.words("order add KH000001 --notify tu"))
    #expect(order.code == 1 && !order.errors.contains("order share"), "\(order)")
  }

  @Test func saysThatNobodyWasTold() {
    fixture.done("an order edit DH000001 --note x")
    let words = Fixture.words("order edit DH000001 --note x --notify minh")
    let outcome = fixture.run(as: "an", words)
    #expect(
      outcome.errors == """
        Nothing changed, so that nobody was told.
        Order DH000001 stays as it is.

        """)
    #expect(told("minh") == [])
    #expect(
      fixture.run(["--as", "an"] + words, language: .vi).errors.hasPrefix(
        "Không có gì đổi nên không báo ai.\n"))
  }

  /// What brings something back works as it is printed.
  @Test func printsHowToBringBackWhatHasAName() {
    fixture.done("an role add 'Bán lẻ'")
    let outcome = fixture.run(as: "an", "role", "delete", "Bán lẻ")
    let command = outcome.errors.split(separator: "\n").last?.split(separator: "crm ").last ?? ""
    #expect(command.hasPrefix("role restore "), "\(outcome)")
    fixture.done("an \(command)")
  }

  /// What somebody no longer sees is no news, and is told without code and name.
  @Test func namesNothingThatIsNotToBeSeen() {
    fixture.done("an customer transfer KH000001 --to chi", "an customer transfer KH000001 --to tu")
    #expect(told("chi") == [])
    #expect(
      fixture.run(as: "chi", "customer", "summary").output.contains("Notifications\t0\t"))
    #expect(told("chi", "--all") == ["Hand-over|Customer||1|an|"])
    let row = fixture.run(as: "chi", "notification", "list", "--all", "--json").output
    #expect(row.contains("\"record\": null, \"name\": null"))
    #expect(!row.contains("Nguyễn"))
  }

  @Test func isNewUntilItIsRead() {
    fixture.done(
      "an customer edit KH000001 --owner chi", "an order edit DH000001 --note a --notify hoa")
    let number = fixture.run(as: "chi", "notification", "list", "--json").output
    #expect(number.contains("\"code\": \"1\""))
    #expect(
      fixture.run(as: "chi", "customer", "summary").output.contains(
        "Notifications\t1\tcrm notification list\n"))
    let read = fixture.run(as: "chi", "notification", "read", "1")
    #expect(read.errors == "Read: 1 notification (1).\n")
    #expect(fixture.run(as: "chi", "notification", "list").output == "")
    #expect(
      fixture.run(as: "chi", "notification", "read", "1").errors == "Read: 0 notifications.\n")
    #expect(told("chi", "--all") == ["Hand-over|Customer|KH000001|1|an|"])
    // Reading is an operation that its number takes back; hoa's is hers. What one did last is not
    // that, for who types undo.
    #expect(fixture.run(as: "chi", "undo").code == 1)
    let operation = fixture.run(as: "chi", "log", "--limit", "1", "--format", "tsv").output
      .split(separator: "\n").last?.prefix { $0 != "\t" }
    fixture.done("chi undo \(operation ?? "")")
    #expect(told("chi").count == 1)
    #expect(told("hoa").count == 1)
    #expect(
      fixture.run(["--as", "chi", "notification", "read", "--all"], language: .vi).errors
        == "Đã đọc: 1 thông báo (1).\n")
  }

  @Test func refusesWhatIsNoNotification() {
    let unknown = fixture.run(as: "hoa", "notification", "read", "7")
    #expect(
      unknown.errors == """
        crm: hoa has no notification 7
          See them with: crm notification list --all

        """)
    #expect(unknown.code == 1)
    #expect(fixture.run(as: "hoa", "notification", "read").code == 2)
    #expect(fixture.run(as: "root", "notification", "list").output == "")
    #expect(fixture.run(as: "root", "notification", "read", "--all").code == 0)
  }

  @Test func findsByEventKindAuthorAndDay() {
    fixture.done(
      "lan order edit DH000001 --note a --notify hoa",
      "an contact edit LH000001 --position b --notify hoa",
      "an customer viewer add KH000001 hoa", "lan comment add KH000001 'gấp @hoa'",
      "lan comment add KH000001 'xong'")
    #expect(
      told("hoa") == [
        "Mention|Customer|KH000001|1|lan|gấp @hoa", "Comment|Customer|KH000001|1|lan|xong",
        "Viewer|Customer|KH000001|1|an|", "Notice|Contact|LH000001|1|an|",
        "Notice|Order|DH000001|1|lan|",
      ])
    #expect(told("hoa", "--important").count == 1)
    #expect(told("hoa", "--event notice,viewer").count == 3)
    #expect(told("hoa", "--event comment") == ["Comment|Customer|KH000001|1|lan|xong"])
    #expect(told("hoa", "--kind customer").count == 3)
    #expect(told("hoa", "--kind order").count == 1)
    #expect(told("hoa", "--from an").count == 2)
    #expect(told("hoa", "--dates 2026-11-22").count == 5)
    #expect(told("hoa", "--dates ..2026-11-21").count == 0)
    #expect(told("hoa", "--limit 1 --offset 1") == ["Comment|Customer|KH000001|1|lan|xong"])
    #expect(fixture.run(as: "hoa", "notification", "list", "--from", "ai").code == 1)
    fixture.done("hoa comment ack TD000001", "hoa notification read --all")
    #expect(told("hoa") == [])
    #expect(told("hoa", "--all --event mention").count == 1)
  }

  /// Every noun's `add` and `edit` can tell somebody, those that are its own included.
  @Test func everyAddAndEditTells() {
    var found = 0
    for kind in Catalogue.nouns {
      for command in NounCommands.commands(of: Catalogue.entity(kind))
      where command.words.count == 2 && ["add", "edit"].contains(command.words[1]) {
        found += 1
        #expect(command.options.contains { $0.long == "notify" }, "\(command.name)")
      }
    }
    #expect(found > 40)
    fixture.done("lan comment add KH000001 'Gọi lại' --notify minh")
    #expect(told("minh") == ["Notice|Comment|TD000001|1|lan|"])
  }
}
