import CRMTestSupport
import Testing

@Suite struct TransferTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    try fixture.add(.user, ["code": "minh", "name": "Trần Minh"])
    try fixture.add(.user, ["code": "cu", "name": "Lê Cũ", "active": "no"])
  }

  private func history(_ words: String...) -> String {
    fixture.run(["customer", "transfers", "list"] + words).output.split(separator: "\n")
      .dropFirst().map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(2)
          .joined(separator: ",")
      }.joined(separator: "\n")
  }

  @Test(arguments: ["transfer", "hand-over"])
  func givesCustomersToAnotherOwner(verb: String) {
    let outcome = fixture.run("customer", verb, "KH000001", "KH000003", "--to", "minh")
    #expect(outcome.errors == "Handed over 2 customers to minh.\n")
    #expect(
      fixture.runVietnamese("customer", verb, "--where", "owner = minh", "--to", "lan").errors
        == "Đã bàn giao 2 khách hàng cho lan.\n")
    #expect(
      fixture.run("customer", verb, "KH000001", "KH000002", "--to", "lan").errors == """
        Handed over 1 customer to lan.
        1 customer already was of lan.

        """)
    #expect(fixture.run("customer", "list", "--owner", "lan", "--count").output == "3\n")
    // One line a command, however many owners it took from, the latest first.
    #expect(
      history() == """
        Transfer,an,an,lan,,1,
        Transfer,an,minh,lan,,2,
        Transfer,an,lan,minh,,2,
        """)
  }

  @Test func whoNoLongerWorksHereIsGivenNothing() {
    let message = """
      crm: user cu (Lê Cũ) no longer works here
        Name somebody else, or: crm user edit cu --active yes

      """
    for words in [
      ["transfer", "KH000001", "--to", "cu"], ["hand-over", "KH000001", "--to", "cu"],
      ["edit", "KH000001", "--owner", "cu"], ["share", "KH000001", "--with", "user:cu"],
      ["viewer", "add", "KH000001", "cu"],
    ] {
      let outcome = fixture.run(["customer"] + words)
      #expect(outcome == .init(output: "", errors: message, code: 1))
    }
    #expect(history() == "")
    // What was given before can still be taken back.
    #expect(fixture.run("customer", "share", "KH000001", "--with", "user:cu", "--remove").code == 0)
    #expect(fixture.run("customer", "viewer", "remove", "KH000001", "cu").code == 0)
  }

  /// Dealt in turn or evenly, in the order of the list, with what is open of the former owner.
  @Test(arguments: [("turns", "minh,an,minh"), ("even", "minh,minh,an")])
  func dealsToSeveral(split: String, owners: String) throws {
    _ = fixture.run("customer", "edit", "KH000001", "KH000002", "KH000003", "--owner", "lan")
    for code in ["KH000001", "KH000003"] {
      try fixture.add(
        .transaction, ["customer": code, "name": "Gọi", "owner": "lan", "status": "planned"])
    }
    try fixture.add(
      .transaction, ["customer": "KH000001", "name": "Xong", "owner": "lan", "status": "done"])
    let before = fixture.run("log", "--limit", "1").output
    let words = [
      "customer", "transfer", "--where", "owner = lan", "--to", "minh", "an", "--split", split,
      "--with", "transactions", "--yes",
    ]
    #expect(fixture.run(words + ["--dry-run"]).code == 0)
    #expect(fixture.run("log", "--limit", "1").output == before)
    #expect(
      fixture.run(words).errors == "Handed over 3 customers, 2 transactions to minh, an.\n")
    func column(_ kind: String, _ condition: String) -> String {
      fixture.run(kind, "list", "--where", condition, "--columns", "owner", "--sort", "code").output
        .split(separator: "\n").dropFirst().joined(separator: ",")
    }
    #expect(column("customer", "code is not empty") == owners)
    #expect(column("transaction", "name = Gọi") == (split == "turns" ? "minh,minh" : "minh,an"))
    #expect(column("transaction", "name = Xong") == "lan")
    #expect(history().hasPrefix("Transfer,an,lan,"))
    #expect(history().split(separator: "\n")[0].hasSuffix(",,3,"))
    #expect(fixture.run("undo").code == 0)
    #expect(column("customer", "code is not empty") == "lan,lan,lan")
    #expect(column("transaction", "name = Gọi") == "lan,lan")
    let wrong = fixture.run(
      "customer", "transfer", "KH000001", "--to", "minh", "--with", "groups")
    #expect(wrong.code == 2)
    #expect(
      wrong.errors.hasPrefix("crm: --with: “groups” is nothing that goes along\n  One of: "))
  }

  /// Every way an owner, a share or a viewer changes is kept; what is new comes with an owner.
  @Test func keepsEveryTransferShareAndViewer() throws {
    _ = fixture.run("customer", "edit", "KH000001", "--owner", "")
    _ = fixture.run("customer", "add", "--name", "Mới", "--owner", "minh", "--viewers", "lan")
    _ = fixture.run("customer", "share", "KH000001", "KH000002", "--with", "user:lan", "all")
    _ = fixture.run(
      "customer", "share", "KH000001", "--with", "user:lan", "--rights", "edit", "--as", "lan")
    _ = fixture.run("customer", "share", "KH000001", "--with", "all", "--remove")
    _ = fixture.run("customer", "edit", "KH000001", "--viewers", "lan", "--viewers", "minh")
    _ = fixture.run("customer", "viewer", "remove", "KH000001", "KH000003", "lan")
    try fixture.add(.group, ["name": "Khác"])
    _ = fixture.run("customer", "edit", "KH000001", "--groups", "Khác")
    #expect(
      history() == """
        Viewer removed,an,,lan,,1,
        Viewer added,an,,lan,,1,
        Viewer added,an,,minh,,1,
        End of a share,an,,all,,1,
        Share,lan,,lan,Edit,1,
        Share,an,,lan,View,2,
        Share,an,,all,View,2,
        Transfer,an,lan,,,1,
        """)
    #expect(
      history("--action", "share", "--action", "unshare", "--to", "all") == """
        End of a share,an,,all,,1,
        Share,an,,all,View,2,
        """)
  }

  @Test func isSearchedByActionPeopleAndDays() {
    func transfer(_ code: String, _ to: String, as user: String, at seconds: Int64) {
      _ = fixture.run(
        ["customer", "transfer", code, "--to", to], variables: ["SUDO_USER": user],
        now: .init(seconds: Fixture.now.seconds + seconds))
    }
    let day: Int64 = 86_400
    transfer("KH000001", "minh", as: "an", at: 0)
    transfer("KH000002", "lan", as: "an", at: day)
    transfer("KH000001", "an", as: "root", at: 2 * day)
    let first = "Transfer,an,lan,minh,,1,"
    let second = "Transfer,an,an,lan,,1,"
    let third = "Transfer,root,minh,an,,1,"
    #expect(history() == [third, second, first].joined(separator: "\n"))
    #expect(history("--by", "an") == second + "\n" + first)
    #expect(history("--by", "root") == third)
    #expect(history("--from", "an") == second + "\n" + first)
    #expect(history("--from", "lan") == first)
    #expect(history("--from", "minh") == third)
    #expect(history("--to", "minh") == first)
    #expect(history("--to", "user:an") == third)
    #expect(history("--dates", "23/11/2026") == second)
    #expect(history("--dates", "23/11/2026..") == third + "\n" + second)
    #expect(history("--dates", "..22/11/2026", "--by", "an") == first)
    #expect(history("--limit", "1", "--offset", "1") == second)
    #expect(history("--action", "share") == "")
    #expect(
      fixture.run("customer", "transfers", "list", "--by", "lam").errors
        == "crm: there is no user “lam”\n  Did you mean lan?\n")
    #expect(fixture.run("customer", "transfers", "list", "--action", "sell").code == 2)
  }

  @Test func isNamedCustomerByCustomer() throws {
    _ = fixture.run("customer", "transfer", "KH000001", "KH000002", "--to", "minh")
    _ = fixture.run("customer", "share", "KH000003", "KH000001", "--with", "user:lan")
    let transfer = try #require(number(of: "Transfer"))
    let share = try #require(number(of: "Share"))
    #expect(
      fixture.runVietnamese("customer", "transfers", "show", transfer).output == """
        Mã khách hàng\tTên khách hàng\tHành động\tChủ cũ\tNgười nhận\tQuyền
        KH000001\tNguyễn Đức An\tChuyển chủ sở hữu\tlan\tminh\t
        KH000002\tCông ty Sao Mai\tChuyển chủ sở hữu\tan\tminh\t

        """)
    let shared = """
      Code\tName\tAction\tFormer owner\tTo\tRights
      KH000003\tNguyen Duc Binh\tShare\t\tlan\tView
      KH000001\tNguyễn Đức An\tShare\t\tlan\tView

      """
    #expect(fixture.run("customer", "transfers", "show", share).output == shared)
    // It says what was done then, whatever became of it.
    _ = fixture.run("customer", "share", "KH000001", "--with", "user:lan", "--rights", "edit")
    _ = fixture.run("customer", "share", "KH000001", "--with", "user:lan", "--remove")
    _ = fixture.run("customer", "share", "KH000003", "--with", "user:lan", "--remove")
    #expect(fixture.run("customer", "transfers", "show", share).output == shared)
    let other = fixture.run("customer", "transfers", "show", "2")
    #expect(
      other.errors == """
        crm: operation 2 neither transferred nor shared customers
          See the list with: crm customer transfers list

        """)
    #expect(other.output == "" && other.code == 1)
  }

  private func number(of action: String) -> String? {
    fixture.run("customer", "transfers", "list").output.split(separator: "\n")
      .first { $0.split(separator: "\t")[2] == action }
      .map { String($0.split(separator: "\t")[0]) }
  }

  @Test func saysWhatWasUndone() throws {
    _ = fixture.run("customer", "transfer", "KH000001", "--to", "minh")
    _ = fixture.run("customer", "share", "KH000001", "--with", "all")
    let share = try #require(number(of: "Share"))
    _ = fixture.run("undo")
    let undo = try #require(Int64(share)) + 1
    #expect(history() == "Share,an,,all,View,1,\(undo)\nTransfer,an,lan,minh,,1,")
    #expect(fixture.run("customer", "transfers", "show", share).output.contains("KH000001"))
    _ = fixture.run("redo")
    #expect(history() == "Share,an,,all,View,1,\nTransfer,an,lan,minh,,1,")
    #expect(fixture.run("customer", "share", "KH000001").output.contains("all\tView"))
  }
}
