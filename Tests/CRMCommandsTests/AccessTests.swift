import CRMEngine
import CRMTestSupport
import Testing

/// `crm access check`, and what a refusal suggests.
@Suite struct AccessTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.offices() }

  /// lan (sales) owns KH000001; minh (manager) has her unit below his; hoa only looks; an has no
  /// limits; tu is of another unit.
  @Test(arguments: [
    ("lan", "view", "KH000001", true, ["owner", "role Kinh doanh: all others, view: own records"]),
    ("lan", "edit", "KH000001", true, ["owner"]),
    ("lan", "delete", "KH000001", false, ["role Kinh doanh: says nothing of it"]),
    ("lan", "view", "KH000002", false, []), ("lan", "configure", "KH000001", false, []),
    ("minh", "edit", "KH000001", true, ["role Quản lý: all others, edit: the unit"]),
    ("minh", "delete", "KH000001", true, []), ("tu", "view", "KH000001", false, []),
    ("tu", "edit", "KH000003", false, []),
    ("hoa", "view", "KH000002", true, ["role Người xem: all others, view: everything"]),
    ("hoa", "edit", "KH000002", false, []), ("hoa", "export", "KH000002", false, []),
    ("an", "destroy", "KH000002", true, ["role Quản trị: all others, all others: everything"]),
  ]) func answers(user: String, action: String, code: String, isAllowed: Bool, why: [String]) {
    let outcome = fixture.run("access", "check", user, action, code)
    #expect(outcome.code == (isAllowed ? 0 : 1), "\(outcome)")
    #expect(outcome.output.contains(isAllowed ? "\ttrue\t" : "\tfalse\t"))
    for reason in why { #expect(outcome.output.contains(reason), "\(outcome.output)") }
    #expect(outcome.errors.isEmpty == isAllowed)
    let vietnamese = fixture.runVietnamese("access", "check", user, action, code)
    #expect(vietnamese.code == outcome.code)
  }

  /// It says what the doors do: who is allowed to is let, who is not is refused.
  @Test func saysWhatTheDoorsDo() throws {
    _ = fixture.run("customer", "share", "KH000003", "--with", "user:lan", "--rights", "edit")
    _ = fixture.run("customer", "share", "KH000002", "--with", "group:all", "--with", "user:tu")
    _ = fixture.run("customer", "edit", "KH000002", "--add-viewer", "lan")
    let deeds: [(action: String, words: (String) -> [String])] = [
      ("view", { ["customer", "show", $0] }),
      ("edit", { ["customer", "edit", $0, "--description", "x", "--dry-run"] }),
      ("delete", { ["customer", "delete", $0, "--dry-run"] }),
      ("assign", { ["customer", "hand-over", $0, "--to", "minh", "--dry-run"] }),
      ("share", { ["customer", "share", $0, "--with", "user:hoa", "--dry-run"] }),
    ]
    var allowed = 0
    for user in ["lan", "minh", "tu", "hoa", "an"] {
      for code in ["KH000001", "KH000002", "KH000003"] {
        for deed in deeds {
          let answer = fixture.run("access", "check", user, deed.action, code)
          let done = fixture.run(["--as", user] + deed.words(code))
          #expect((answer.code == 0) == (done.code == 0), "\(user) \(deed.action) \(code)")
          if answer.code == 0 { allowed += 1 }
        }
      }
    }
    #expect((20...60).contains(allowed), "\(allowed)")
  }

  @Test func tellsOfOthersToWhoMayConfigure() {
    #expect(fixture.run(as: "lan", "access", "check", "lan", "edit", "KH000001").code == 0)
    let other = fixture.run(as: "lan", "access", "check", "minh", "edit", "KH000001")
    #expect(other.code == 4 && other.output == "")
    let hidden = fixture.run(as: "lan", "access", "check", "lan", "view", "KH000002")
    #expect(hidden.code == 1 && hidden.output == "" && hidden.errors.contains("KH000002"))
    let unseen = fixture.run("access", "check", "lan", "view", "KH000002")
    #expect(unseen.errors.hasPrefix("lan does not see customer KH000002\n"))
    let unknown = fixture.run("access", "check", "lan", "fly", "KH000001")
    #expect(unknown.code == 2 && unknown.errors.contains("“fly” is no action"))
    _ = fixture.run("user", "edit", "lan", "--active", "no")
    #expect(fixture.run("access", "check", "lan", "view", "KH000001").code == 1)
  }

  /// A locked record is changed by nobody who does not unlock it.
  @Test func knowsTheLock() throws {
    let order = try fixture.add(.order, ["customer": "KH000001", "owner": "lan"])
    #expect(fixture.run("access", "check", "lan", "edit", order).code == 0)
    #expect(fixture.run(as: "lan", "order", "submit", order).code == 0)
    #expect(fixture.run("order", "approve", order).code == 0)
    let outcome = fixture.run("access", "check", "lan", "edit", order)
    #expect(outcome.code == 1 && outcome.errors.contains("locked"))
  }

  /// What `approve` would do: the state, the step, who submitted it.
  @Test func knowsWhoApproves() throws {
    let order = try fixture.add(.order, ["customer": "KH000001", "owner": "lan"])
    func answer(_ user: String) -> Fixture.Outcome {
      fixture.run("access", "check", user, "approve", order)
    }
    #expect(answer("minh").errors.contains("it is “not submitted”"))
    _ = fixture.run("config", "set", "approval.order", "user:minh, user:an")
    _ = fixture.run(as: "lan", "order", "submit", order)
    #expect(answer("minh").code == 0)
    #expect(!answer("minh").output.contains("Gives"))
    // No grant to a role would help whom the step does not name.
    #expect(
      answer("an").errors
        == "an does not decide on order \(order) at step 1 of 2\n  It waits for: minh\n")
    #expect(answer("lan").errors.hasPrefix("who submitted order \(order) does not decide on it\n"))
    _ = fixture.run(as: "minh", "order", "approve", order)
    _ = fixture.run("order", "approve", order)
    let again = answer("minh")
    #expect(again.code == 1 && !again.errors.contains("Submit it first"))
  }

  @Test func refusesInPlainWords() {
    #expect(
      fixture.run("access", "check", "lan", "view", "XX1").errors
        == "crm: there is no record “XX1”\n")
    #expect(
      fixture.run(as: "lan", "access", "check", "minh", "view", "KH000001").errors.hasPrefix(
        "crm: lan may ask only about themself\n"))
    _ = fixture.run("customer", "share", "KH000002", "--with", "all")
    let shared = fixture.run("access", "check", "lan", "view", "KH000002").output
    #expect(shared.contains("Shared with all") && !shared.contains("own records"), "\(shared)")
  }

  // MARK: What a refusal suggests

  /// What is suggested is enough, and what reaches less is not.
  @Test func suggestsTheLeast() throws {
    let cases: [(user: String, words: [String], grant: [String])] = [
      (
        "lan", ["customer", "delete", "KH000001"],
        ["role", "grant", "Kinh doanh", "--on", "customer", "--to", "delete", "--reach", "own"]
      ),
      (
        "hoa", ["customer", "edit", "KH000002", "--description", "x"],
        ["customer", "share", "KH000002", "--with", "user:hoa", "--rights", "edit"]
      ),
    ]
    for (user, words, grant) in cases {
      let refused = fixture.run(["--as", user] + words)
      #expect(refused.code == 4, "\(refused)")
      let command = (["crm"] + grant).map { $0.contains(" ") ? "'\($0)'" : $0 }
      #expect(refused.errors.contains(command.joined(separator: " ")), "\(refused.errors)")
      #expect(fixture.run(grant).code == 0)
      #expect(fixture.run(["--as", user] + words).code == 0)
    }
  }

  // MARK: Roles

  @Test func showsAndCopiesARole() {
    let shown = fixture.run("role", "show", "sales")
    #expect(shown.output.contains("Rights (11)") && shown.output.contains("Users (1)"))
    #expect(shown.output.contains("All others  View    Own records"))
    #expect(fixture.run("role", "duplicate", "sales", "--name", "Bán lẻ").code == 0)
    func rights(_ role: String) -> [String] {
      fixture.run("role", "rights", role).output.split(separator: "\n").dropFirst()
        .map { $0.split(separator: "\t").dropFirst().joined(separator: "\t") }
    }
    #expect(rights("Bán lẻ") == rights("sales") && rights("sales").count == 11)
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("role", "rights", "Bán lẻ").code == 1)
  }

  /// Who sells does not take the company's data along: nothing is deleted, and only their own goes
  /// out.
  @Test func salesNeitherDeletesNorExportsAll() {
    #expect(fixture.run(as: "lan", "customer", "delete", "KH000001").code == 4)
    let out = fixture.run(as: "lan", "export", "customer", "--csv", "-")
    #expect(out.output.contains("KH000001") && !out.output.contains("KH000002"))
  }
}
