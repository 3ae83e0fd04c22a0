import CRMArguments
import CRMTestSupport
import Foundation
import Testing

@testable import CRMCommands

@Suite struct CompletionTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("completions")

  @Test(arguments: Shell.allCases)
  func checkedInScriptsAreThoseTheProgramPrints(shell: Shell) throws {
    let printed = try Fixture().run("completion", shell.rawValue).output
    let file = Self.folder.appendingPathComponent(shell.fileName(for: "crm"))
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == printed)
  }

  @Test func anUnknownShellIsRefused() throws {
    let outcome = try Fixture().run("completion", "csh")
    #expect(
      outcome.errors == "crm: there is no completion for “csh”\n  One of: bash, zsh, fish\n")
    #expect(outcome.code == 2)
  }

  @Test(arguments: [
    (["custom"], ":\ncustomer\tCustomers\n"),
    (
      ["customer", "show", "KH"],
      ":\nKH000001\tNguyễn Đức An\nKH000002\tCông ty Sao Mai\nKH000003\tNguyen Duc Binh\n"
    ),
    (["customer", "show", "sao m"], ":\nKH000002\tCông ty Sao Mai\n"),
    (["customer", "edit", "--add-groups", "mien n"], ":\nMiền Nam\tNH000003\n"),
    (["customer", "edit", "--owner", "l"], ":\nlan\tPhạm Lan\n"),
    (["customer", "edit", "--province", "can"], ":\nCần Thơ\n"),
    (["customer", "list", "--columns", "code,las"], ":nospace\ncode,last_contact\tLast contact\n"),
    (["customer", "share", "KH000001", "--with", "user:l"], ":\nuser:lan\tPhạm Lan\n"),
    (["customer", "restore", "KH"], ":\n"),
    (["care-card", "generate", "--from-order", ""], ":\nDH000001\n"),
    (["view", "add", "--kind", "cont"], ":\ncontact\tContact\ncontract\tContract\n"),
    (["--db", "/nowhere/crm.sqlite", "customer", "show", "K"], ":\n"),
  ])
  func answersFromTheDatabase(words: [String], answer: String) throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(["__complete", "--"] + words)
    #expect(outcome == .init(output: answer, errors: "", code: 0))
  }
}
