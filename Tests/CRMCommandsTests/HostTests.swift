import CRMArguments
import CRMTables
import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMCommands

/// A host that people share: who acts, on what, and what nobody chooses. With accounts of a machine
/// Tests/Accounts/run tries the same.
@Suite struct HostTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.offices()
    for (path, mode) in [(fixture.folder, 0o700), (fixture.path, 0o600)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
  }

  /// The account 990 keeps the data; 1001 is lan, 1002 somebody unknown to the company, 1003 gone,
  /// 1004 two at once.
  private func host(
    _ starter: System.Starter = .sudo, account: UInt32 = 990, identity: String = "os"
  ) -> System {
    let path = fixture.path
    return System(
      account: account, hostFile: { "# shared\ndatabase = \(path)\nidentity = \(identity)\n" },
      owner: { _ in 990 }, starter: { starter },
      names: { [1001: ["lan"], 1002: ["moi"], 1004: ["lan", "minh"], 990: ["crm"]][$0] ?? [] })
  }

  private func run(
    _ words: [String], _ variables: [String: String], _ system: System,
    language: Language = .en
  ) -> Fixture.Outcome {
    // The fixture names its database by a variable, which nobody may here.
    fixture.run(
      words, language: language, variables: variables.merging(["CRM_DB": ""]) { own, _ in own },
      system: system)
  }

  private let lan = ["SUDO_UID": "1001", "SUDO_USER": "lan"]

  @Test func actsAsWhoCameThroughSudo() {
    let outcome = run(["customer", "add", "Của Lan"], lan, host())
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(fixture.run("log", "--limit", "1", "--format", "tsv").output.contains("\tlan\t"))
    // Without a shell between, sudo leaves the person's own process as parent.
    #expect(run(["customer", "list"], lan, host(.account(1001))).code == 0)
  }

  @Test(arguments: [
    (
      ["SUDO_UID": "1001"], System.Starter.account(990),
      "SUDO_UID says 1001, but sudo has not started this"
    ),
    (["SUDO_UID": "1001"], .account(1002), "SUDO_UID says 1001, but sudo has not started this"),
    (["SUDO_UID": "lan"], .sudo, "sudo does not say who you are"),
    (["SUDO_UID": ""], .account(990), "sudo does not say who you are"),
    ([:], .sudo, "sudo does not say who you are"),
    (["SUDO_UID": "1003"], .sudo, "the account with the number 1003 is no more"),
    (["SUDO_UID": "1004"], .sudo, "the number 1004 is that of several accounts (lan, minh)"),
    (
      ["SUDO_UID": "1001", "SUDO_USER": "minh"], .sudo,
      "the number 1001 is that of several accounts (lan, minh)"
    ),
    (["SUDO_UID": "1002"], .sudo, "moi is no user of this database"),
  ]) func believesNobodyElse(
    variables: [String: String], starter: System.Starter, message: String
  ) {
    for words in [["customer", "list"], ["customer", "add", "X"], ["undo"]] {
      let outcome = run(words, variables, host(starter))
      #expect(outcome.code == 4 && outcome.output == "")
      #expect(outcome.errors.hasPrefix("crm: \(message)"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    (["--as", "an", "customer", "list"], [:], "--as"),
    (["customer", "list", "--as=an"], [:], "--as"),
    (["--db", "/tmp/x", "customer", "list"], [:], "--db"),
    (["customer", "list"], ["CRM_USER": "an"], "CRM_USER"),
    (["customer", "list"], ["CRM_DB": "/tmp/x"], "CRM_DB"),
    (["customer", "list"], ["CRM_TODAY": "2026-01-01"], "CRM_TODAY"),
    (["customer", "list"], ["PAGER": "sh"], "PAGER"),
    (["customer", "list"], ["CRM_PAGER": "sh"], "CRM_PAGER"),
    (["log"], ["CRM_USER": "an"], "CRM_USER"), (["log"], ["TZ": "XXX24"], "TZ"),
  ]) func letsNobodyChoose(words: [String], variables: [String: String], name: String) {
    let outcome = run(words, lan.merging(variables) { _, new in new }, host())
    #expect(outcome.code == 4 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("crm: \(name) cannot be used on this host"))
    let vietnamese = run(
      words, lan.merging(variables) { _, new in new }, host(), language: .vi)
    #expect(vietnamese.errors.hasPrefix("crm: không dùng được \(name) trên máy này"))
  }

  /// Accounts of the system differ by case, users do not: one is not taken for the other.
  @Test func takesTheLoginToTheLetter() {
    var system = host()
    system.names = { _ in ["Lan"] }
    let outcome = run(["customer", "list"], ["SUDO_UID": "1001"], system)
    #expect(outcome.code == 4 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("crm: the account Lan is not the user lan\n"))
  }

  /// Through sudo as another account than root nobody chooses, whatever is wrong with root's file.
  @Test func refusesWithoutTheHostsFile() {
    var gone = host()
    gone.hostFile = { nil }
    var elsewhere = host()
    elsewhere.owner = { _ in 0 }
    for system in [gone, elsewhere] {
      for words in [["customer", "list"], ["init"], ["export", "customer", "--csv", "x.csv"]] {
        let outcome = run(words, lan, system)
        #expect(outcome.code == 4 && outcome.output == "", "\(words)")
        #expect(outcome.errors.hasPrefix("crm: /etc/crm.conf does not say which database"))
      }
    }
    // Root itself, and sudo to root, go on as ever.
    var root = host(account: 0)
    root.hostFile = { nil }
    #expect(fixture.run(["log"], variables: lan, system: root).code == 0)
  }

  /// What completes a line answers no more than the line would.
  @Test func completesAsTheSame() {
    let words = ["__complete", "--", "--as", "an", "customer", "show", "KH"]
    #expect(run(words, lan, host()).output == ":\n")
    #expect(run(["__complete", "--", "customer", "show", "KH"], lan, host()).output != ":\n")
  }

  @Test(arguments: [
    ["import", "kh.csv"], ["customer", "import", "/etc/shadow"], ["import", "/dev/stdin"],
    ["export", "customer", "--csv", "kh.csv"], ["customer", "add", "--json", "../kh.json"],
    ["customer", "merge", "--pairs=kh.csv"],
    ["import", "-", "--type", "csv", "--rejects", "x.csv"],
    ["import", "template", "customer"], ["import", "template", "customer", "x.csv"],
    ["remind", "birthdays", "--ics", "x.ics"],
  ]) func opensNoFile(words: [String]) {
    let outcome = run(words, lan, host())
    #expect(outcome.code == 4 && outcome.output == "", "\(outcome)")
    #expect(outcome.errors.contains("files are opened by you, not by the account"))
  }

  @Test func makesNoDatabase() {
    let outcome = run(["init"], lan, host())
    #expect(outcome.code == 4)
    #expect(outcome.errors.hasPrefix("crm: whoever keeps this host makes its database"))
  }

  /// The account itself acts on its file, as nobody else; other accounts have nothing to do with it.
  @Test func leavesTheAccountItself() {
    #expect(run(["customer", "list", "--count"], [:], host(.account(990))).output == "3\n")
    #expect(run(["customer", "list", "--count"], ["SUDO_UID": "990"], host()).output == "3\n")
    let chosen = run(["--as", "lan", "customer", "list"], [:], host(.account(990)))
    #expect(chosen.code == 4 && chosen.errors.hasPrefix("crm: --as cannot be used"))
    let other = fixture.run(
      ["customer", "list", "--count"], system: host(.account(1002), account: 1002))
    #expect(other.output == "3\n")
    #expect(run(["--as", "lan", "log"], lan, host(identity: "trust")).code == 0)
  }

  @Test(arguments: [
    ("", "lacks a line of the form “database"), ("database = crm.sqlite", "lacks a line"),
    ("database = /a/b\n", "lacks a line of the form “identity"),
    ("database = /a/b\nidentity = open", "lacks a line of the form “identity"),
    ("database = /a/b\n\nuser = an", "line 3: “user = an” says nothing"),
    ("database = /a/b\ndatabase = /c/d", "line 2:"), ("nothing", "line 1:"),
  ]) func readsTheHostsFile(text: String, message: String) {
    #expect {
      _ = try Host(reading: text)
    } throws: { error in
      (error as? CRMError)?.kind == .database
        && (error as? CRMError)?.message.en.contains(message) == true
    }
  }

  // MARK: The setting

  @Test func isSetWhereNobodyElseOpensTheFile() throws {
    for (path, mode, command) in [
      (fixture.folder, 0o755, "chmod 700 "), (fixture.path, 0o640, "chmod 600 "),
    ] {
      let before = path == fixture.path ? 0o600 : 0o700
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let outcome = fixture.run("config", "set", "identity", "os")
      #expect(outcome.code == 3 && outcome.errors.contains(command), "\(outcome.errors)")
      try FileManager.default.setAttributes([.posixPermissions: before], ofItemAtPath: path)
    }
    #expect(fixture.run("config", "set", "identity", "os").code == 0)
    for mode in [0o644, 0o660, 0o604] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: fixture.path)
      for words in [["log"], ["customer", "add", "X"]] {
        let outcome = run(words, lan, host())
        #expect(outcome.code == 3 && outcome.output == "")
        #expect(outcome.errors.contains("can be opened by others"))
      }
    }
  }

  @Test func holdsWithoutTheHostsFile() {
    #expect(fixture.run("config", "set", "identity", "os").code == 0)
    let chosen = fixture.run("log", "--as", "lan")
    #expect(chosen.code == 4 && chosen.errors.contains("does not vouch for “lan”"))
    let system = fixture.run(["log"], variables: ["SUDO_USER": "lan"], ownsFiles: false)
    #expect(system.code == 4 && system.errors.contains("does not vouch for “lan”"))
    #expect(fixture.run("config", "set", "identity", "trust").code == 0)
    #expect(fixture.run("log", "--as", "lan").code == 0)
    #expect(fixture.run("--as", "lan", "config", "set", "identity", "os").code == 4)
  }
}
