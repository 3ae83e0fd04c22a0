import CRMTestSupport
import CRMValues
import Testing

/// Comments: who may write, change and read them, whom they tell, how they are found.
@Suite struct CommentTests {
  let fixture: Fixture

  /// KH000001 is of lan; minh sees all customers, hoa none.
  init() throws {
    fixture = try Fixture.company()
    try fixture.edit(.user, "lan", ["role": "sales"])
    try fixture.add(.user, ["code": "minh", "name": "Minh", "role": "viewer"])
    try fixture.add(.user, ["code": "hoa", "name": "Hoa", "role": "sales"])
  }

  private func run(_ login: String, _ words: String...) -> Fixture.Outcome {
    fixture.run(as: login, words)
  }

  private func comments(_ login: String, _ words: String...) -> [String] {
    fixture.run(["--as", login, "comment", "list", "--columns", "code", "--sort", "code"] + words)
      .output.split(separator: "\n").dropFirst().map(String.init)
  }

  private func value(_ column: String, _ noun: String = "comment", of code: String) -> String {
    String(
      fixture.run(noun, "list", "--where", "code = \(code)", "--columns", column).output
        .split(separator: "\n", omittingEmptySubsequences: false).dropFirst().first ?? "")
  }

  @Test func keepsWhatWasSaidByWhomAndWhen() {
    let added = run(
      "lan", "comment", "add", "KH000001", "Hẹn gửi báo giá", "--location", "21.02,105.85")
    #expect(added.output == "TD000001\n")
    #expect(added.errors == "Added comment TD000001.\n")
    #expect(
      fixture.run("comment", "list", "--columns", "customer,author,date,text,exchange,location")
        .output
        .hasSuffix("KH000001\tlan\t2026-11-22\tHẹn gửi báo giá\ttrue\t21.02,105.85\n"))
    let lines = fixture.run(
      ["--as", "lan", "comment", "add", "KH000001", "-"], input: "Dòng một\nDòng hai\n")
    #expect(lines.code == 0)
    #expect(fixture.run("comment", "show", "TD000002").output.contains("Dòng một\n"))
    _ = fixture.run(as: "lan", "undo")
    #expect(comments("an") == ["TD000001"])
  }

  // Who may: the owner, viewers, those it is shared with for editing, those mentioned.
  @Test(arguments: [
    (["customer", "viewer", "add", "KH000001", "hoa"], true),
    (["customer", "share", "KH000001", "--with", "user:hoa", "--rights", "edit"], true),
    (["customer", "transfer", "KH000001", "--to", "hoa"], true),
    (["customer", "share", "KH000001", "--with", "user:hoa"], false),
    (["customer", "common", "add", "KH000001"], false),
  ])
  func letsThoseConcernedComment(deed: [String], may: Bool) {
    // Not seen at all, it is as if it were not there.
    #expect(
      run("hoa", "comment", "add", "KH000001", "x").errors.hasPrefix("crm: there is no customer"))
    _ = fixture.run(deed)
    let outcome = run("hoa", "comment", "add", "KH000001", "x")
    #expect(outcome.code == (may ? 0 : 4))
    guard !may else { return }
    #expect(
      outcome.errors == """
        crm: hoa may not comment on customer KH000001: only its owner, its viewers, those it is \
        shared with for editing, those mentioned there and who added it may
          Make hoa a viewer: crm customer viewer add KH000001 hoa

        """)
  }

  /// On a terminal a text stands as it was written, blank lines, too.
  @Test func showsBlankLinesOfATerminal() {
    _ = fixture.run(
      ["--as", "lan", "comment", "add", "KH000001", "-"], input: "Một\n\n  \nHai\n")
    #expect(
      fixture.run("comment", "list", terminal: 80).output.hasSuffix("  Một\n\n\n  Hai\n"))
    let none = fixture.run("comment", "list", "--where", "code = TD9", terminal: 80)
    #expect(none.output.isEmpty && none.code == 0)
  }

  @Test func letsTheMentionedReply() {
    #expect(run("minh", "comment", "add", "KH000001", "x").code == 4)
    #expect(run("lan", "comment", "add", "KH000001", "@minh xem giúp").code == 0)
    #expect(run("minh", "comment", "add", "KH000001", "đã xem").code == 0)
    #expect(value("mentions", of: "TD000001") == "minh")
    // To mention oneself tells nobody.
    #expect(run("lan", "comment", "add", "KH000001", "@lan nhớ gọi").code == 0)
    #expect(value("mentions", of: "TD000003") == "")
  }

  @Test(arguments: [
    (
      "@đạt xem",
      "crm: @đạt is the name of several: @d1, @d2\n  Write the login.\n"
    ),
    (
      "@mihn xem",
      "crm: @mihn is no user\n  Did you mean @minh?\n"
        + "  For the plain word write @@mihn.\n"
    ),
    (
      "@cu xem",
      "crm: user cu (Cũ) no longer works here\n"
        + "  Name somebody else, or: crm user edit cu --active yes\n"
    ),
  ])
  func refusesToMentionWhoWouldNotBeTold(text: String, errors: String) throws {
    try fixture.add(.user, ["code": "cu", "name": "Cũ", "active": "no"])
    try fixture.add(.user, ["code": "d1", "name": "Vũ Đạt"])
    try fixture.add(.user, ["code": "d2", "name": "Lê Đạt"])
    let outcome = run("lan", "comment", "add", "KH000001", text)
    #expect(outcome.errors == errors)
    #expect(outcome.code == 1)
    #expect(comments("an") == [])
  }

  /// Who does not see the customer becomes its viewer, where the author may edit it; else it is said
  /// whom to ask.
  @Test func letsTheMentionedSee() {
    _ = fixture.run("customer", "viewer", "add", "KH000001", "minh")
    let refused = run("minh", "comment", "add", "KH000001", "@hoa xem")
    #expect(
      refused.errors == "crm: hoa cannot see customer KH000001 and cannot be mentioned there\n"
        + "  Ask lan for: crm customer viewer add KH000001 hoa\n")
    #expect(refused.code == 1)
    let told = run("lan", "comment", "add", "KH000001", "@Hoa xem")
    #expect(
      told.errors == "hoa can see customer KH000001 from now on, as a viewer.\n"
        + "Added comment TD000001.\n")
    #expect(run("hoa", "customer", "show", "KH000001").code == 0)
    _ = run("lan", "undo")
    #expect(run("hoa", "customer", "show", "KH000001").code != 0)
  }

  /// A comment that is refused lets nobody see.
  @Test func letsNobodySeeWithoutAComment() throws {
    let columns = "Mã trao đổi,Mã khách hàng,Nội dung\n"
    let first = try fixture.file("mot.csv", columns + "TD000001,KH000001,Gọi lần đầu\n")
    #expect(fixture.run("import", first, "--into", "comment").code == 0)
    _ = fixture.run("comment", "delete", "TD000001")
    let second = try fixture.file("hai.csv", columns + "TD000001,KH000001,@hoa xem giúp\n")
    #expect(fixture.run("import", second, "--into", "comment").code == 1)
    #expect(comments("an") == [])
    #expect(run("hoa", "customer", "show", "KH000001").code != 0)
  }

  /// A login or a name, whatever its case; the name with its marks, or without where it is one
  /// person's.
  @Test(arguments: ["@MINH", "@trầnVân", "@vân", "@Van,"])
  func mentionsByName(text: String) throws {
    try fixture.add(.user, ["code": "v", "name": "Trần Vân", "role": "viewer"])
    #expect(run("lan", "comment", "add", "KH000001", "\(text) xem").code == 0)
    #expect(value("mentions", of: "TD000001") == (text == "@MINH" ? "minh" : "v"))
  }

  /// Who added a customer takes part in its conversation, and who may configure.
  @Test func letsTheCreatorAndAdministratorsComment() throws {
    #expect(run("hoa", "customer", "add", "Gỗ Việt").code == 0)
    #expect(fixture.run("customer", "edit", "KH000004", "--owner", "lan").code == 0)
    #expect(fixture.run("customer", "common", "add", "KH000004").code == 0)
    #expect(run("hoa", "comment", "add", "KH000004", "x").code == 0)
    #expect(run("minh", "comment", "add", "KH000004", "x").code == 4)
    #expect(run("an", "comment", "add", "KH000004", "x").code == 0)
  }

  @Test func takesOnlyUsersAsAuthors() {
    let outcome = run("root", "comment", "add", "KH000001", "x")
    #expect(
      outcome.errors.hasPrefix(
        "crm: root is no user and cannot comment\n  Say who comments with --as USER"))
    #expect(outcome.code == 4)
    #expect(run("root", "comment", "list", "--unread").code == 1)
    #expect(run("root", "customer", "summary").output.contains("Unread comments\t0\t"))
    #expect(run("root", "customer", "list", "--unread", "--count").output == "0\n")
    #expect(run("root", "notification", "list").output == "")
  }

  @Test func tellsThoseConcernedUntilTheyHaveRead() {
    _ = fixture.run("customer", "viewer", "add", "KH000001", "hoa")
    _ = run("lan", "comment", "add", "KH000001", "một @minh")
    _ = run("hoa", "comment", "add", "KH000001", "hai")
    // One's own is read; minh is told of what mentions, not of the rest.
    #expect(comments("lan", "--unread") == ["TD000002"])
    #expect(comments("hoa", "--unread") == ["TD000001"])
    #expect(comments("minh", "--unread") == ["TD000001"])
    #expect(comments("an", "--unread") == [])
    #expect(comments("lan", "--read") == ["TD000001"])
    #expect(
      run("lan", "customer", "list", "--unread", "--columns", "code").output == "Code\nKH000001\n")
    #expect(run("lan", "customer", "list", "--unread", "--unassigned", "--count").output == "0\n")
    #expect(run("an", "customer", "list", "--unread", "--count").output == "0\n")
    #expect(
      fixture.run(["--as", "lan", "customer", "summary"], language: .vi).output
        .contains("Mới cập nhật\t1\tcrm comment list --unread\n"))
    #expect(run("lan", "comment", "read", "KH000001").errors == "Read: comment TD000002.\n")
    #expect(comments("lan", "--unread") == [])
    #expect(run("lan", "customer", "list", "--unread", "--count").output == "0\n")
    #expect(comments("hoa", "--unread") == ["TD000001"])
    // Reading is an operation like any other.
    _ = run("lan", "undo")
    #expect(comments("lan", "--unread") == ["TD000002"])
    #expect(run("lan", "comment", "read", "--all").code == 0)
    #expect(run("lan", "comment", "read", "--all").errors == "Read: 0 comments.\n")
    #expect(run("lan", "comment", "read").code == 2)
  }

  @Test func keepsMentionsImportantUntilTheyAreAcknowledged() {
    _ = run("lan", "comment", "add", "KH000001", "gấp @minh")
    #expect(
      fixture.run(["--as", "minh", "notification", "list"], language: .vi).output
        == "Mục\tThời gian\tMã\tSự kiện\tLoại\tBản ghi\tTên\tSố lượng\tTừ\tNội dung\n"
        + "Quan trọng\t2026-11-22 10:00:00\tTD000001\tNhắc tên\tKhách hàng\tKH000001\t"
        + "Nguyễn Đức An\t1\tlan\tgấp @minh\n")
    _ = run("minh", "notification", "read", "--all")
    #expect(run("minh", "notification", "list").output.contains("Important\t"))
    #expect(run("minh", "comment", "ack", "TD000001").errors == "Acknowledged: comment TD000001.\n")
    #expect(run("minh", "notification", "list").output == "")
    // The author sees who has.
    #expect(run("lan", "comment", "show", "TD000001").output.contains("Acknowledged by: minh"))
    let refused = run("lan", "comment", "ack", "TD000001")
    #expect(
      refused.errors
        == "crm: comment TD000001 does not mention lan: there is nothing to acknowledge\n")
    #expect(refused.code == 1)
  }

  @Test func findsByKeyWhateverItsCaseAndMarks() {
    _ = run("lan", "comment", "add", "KH000001", "gọi #Tele #báo_giá")
    _ = run("lan", "comment", "add", "KH000001", "gặp #TELE", "--internal")
    _ = run("lan", "comment", "add", "KH000001", "gặp lại #telesale")
    #expect(comments("lan", "--key", "tele") == ["TD000001", "TD000002"])
    #expect(comments("lan", "--key", "#tele", "--key", "bao_gia") == ["TD000001"])
    #expect(comments("lan", "--key", "không-có") == [])
    #expect(comments("lan", "--internal") == ["TD000002"])
    #expect(comments("lan", "--exchanges", "--author", "lan") == ["TD000001", "TD000003"])
    #expect(comments("lan", "--author", "minh") == [])
    #expect(comments("lan", "KH000001", "--mentions-me") == [])
    #expect(
      fixture.run("comment", "search", "gap lai", "--columns", "code").output == "Code\nTD000003\n")
  }

  @Test func changesOnlyByTheAuthorWithinTwoHours() throws {
    _ = fixture.run("customer", "viewer", "add", "KH000001", "minh")
    _ = run("lan", "comment", "add", "KH000001", "@minh #tele một")
    let others = run("minh", "comment", "edit", "TD000001", "hai")
    #expect(others.errors == "crm: comment TD000001 is by lan; minh may not change or delete it\n")
    #expect(others.code == 4)
    #expect(run("an", "comment", "delete", "TD000001").code == 4)
    #expect(run("lan", "comment", "edit", "TD000001", "#zalo hai").code == 0)
    #expect(value("mentions", of: "TD000001") == "")
    #expect(value("keys", of: "TD000001") == "#zalo;")
    #expect(value("edited", of: "TD000001") == "2026-11-22 10:00:00")
    func edit(after seconds: Int64, _ text: String) -> Fixture.Outcome {
      fixture.run(
        ["--as", "lan", "comment", "edit", "TD000001", text],
        now: Instant(seconds: Fixture.now.seconds + seconds))
    }
    #expect(edit(after: 7200, "ba").code == 0)
    let late = edit(after: 7201, "bốn")
    #expect(
      late.errors == "crm: comment TD000001 was posted more than 2 hours ago and stays as it is\n"
        + "  Write another: crm comment add KH000001 TEXT\n")
    #expect(late.code == 1)
    #expect(value("text", of: "TD000001") == "ba")
    // Deleting has no such limit, and keeps it as deleted.
    #expect(run("lan", "comment", "delete", "TD000001").code == 0)
    #expect(comments("lan") == [])
    #expect(comments("lan", "--deleted") == ["TD000001"])
    #expect(comments("minh", "--unread") == [])
    #expect(run("minh", "comment", "restore", "TD000001").code == 4)
  }

  @Test func likesOnesOwnAndThoseOfOthers() {
    _ = run("lan", "comment", "add", "KH000001", "một")
    #expect(run("minh", "comment", "like", "TD000001").errors == "Liked: comment TD000001.\n")
    _ = run("lan", "comment", "like", "TD000001")
    #expect(value("likes", of: "TD000001") == "lan; minh")
    #expect(run("minh", "comment", "like", "TD000001").errors == "Liked: 0 comments.\n")
    #expect(
      run("minh", "comment", "unlike", "TD000001").errors == "No longer liked: comment TD000001.\n")
    #expect(value("likes", of: "TD000001") == "lan")
  }

  /// Later readers leave no trace in when the comment was changed; its author's words do.
  @Test func onlyAnEditIsAChange() {
    _ = run("lan", "comment", "add", "KH000001", "một @minh")
    let written = value("updated", of: "TD000001")
    let later = Instant(seconds: Fixture.now.seconds + 60)
    for verb in ["like", "read", "ack"] {
      let outcome = fixture.run(["--as", "minh", "comment", verb, "TD000001"], now: later)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(value("updated", of: "TD000001") == written)
    _ = fixture.run(["--as", "lan", "comment", "edit", "TD000001", "hai"], now: later)
    #expect(value("text", of: "TD000001") == "hai")
    #expect(value("updated", of: "TD000001") != written)
  }

  @Test(arguments: [
    ([], "2026-11-22"), (["--date", "20/11/2026"], "2026-11-20"), (["--internal"], ""),
  ])
  func movesTheLastContactOn(options: [String], day: String) {
    _ = fixture.run("customer", "transfer", "KH000003", "--to", "lan")
    #expect(value("last_contact", "customer", of: "KH000003") == "")
    _ = fixture.run(["--as", "lan", "comment", "add", "KH000003", "gọi"] + options)
    #expect(value("last_contact", "customer", of: "KH000003") == day)
    _ = fixture.run(as: "lan", "undo")
    #expect(value("last_contact", "customer", of: "KH000003") == "")
  }

  @Test func goesWithItsCustomer() {
    _ = fixture.run("customer", "transfer", "KH000003", "--to", "lan")
    _ = run("lan", "comment", "add", "KH000003", "một")
    #expect(fixture.run("customer", "merge", "KH000001", "KH000003").code == 0)
    #expect(value("customer", of: "TD000001") == "KH000001")
    #expect(
      fixture.run("customer", "show", "KH000001").output
        .contains(
          "Comments (1)\nCode      Author          Date        Text  Liked by\nTD000001  Phạm Lan (lan)  2026-11-22  một\n"
            + "  + crm comment add KH000001 TEXT\n"))
    _ = fixture.run("undo")
    _ = fixture.run("customer", "delete", "KH000003", "--yes")
    #expect(comments("an") == [])
    _ = fixture.run("undo")
    #expect(comments("an") == ["TD000001"])
  }

  /// What was written in another program comes in with its authors and days; mentions of nobody
  /// are plain words there.
  @Test func bringsInWhatWasWrittenElsewhere() throws {
    let file = try fixture.file(
      "trao-doi.csv",
      "Mã khách hàng,Người viết,Ngày trao đổi,Nội dung\n"
        + "KH000001,lan,01/10/2026,Gọi lần đầu #tele @ai_do\nKH000002,minh,02/10/2026,Gặp\n")
    #expect(fixture.run("import", file, "--into", "comment").code == 0)
    #expect(
      fixture.run("comment", "list", "--columns", "customer,author,date,keys", "--sort", "date")
        .output
        .hasSuffix("KH000001\tlan\t2026-10-01\t#tele;\nKH000002\tminh\t2026-10-02\t\n"))
    let others = try fixture.file(
      "khac.csv",
      "Mã khách hàng,Người viết,Nội dung\nKH000001,lan,Của tôi\nKH000001,minh,Của minh\n")
    #expect(run("lan", "import", others, "--into", "comment").code == 1)
    let rejects = try fixture.contents("khac.rejects.csv")
    #expect(rejects.contains("lan may not bring in comments of others"))
    #expect(!rejects.contains("Của tôi"))
  }
}
