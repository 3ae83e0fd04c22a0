import CRMCommands
import CRMCore
import CRMTestSupport
import Testing

/// Ways round the doors that somebody found, each shut.
@Suite struct DoorsTests {
  let fixture: Fixture

  /// lan and minh2 sell, each their own; moi has a role without rights.
  init() throws {
    fixture = try Fixture.offices()
    try fixture.add(.user, ["code": "minh2", "name": "Minh Hai", "role": "sales"])
    _ = fixture.run("role", "grant", "sales", "--on", "all", "--to", "delete", "--reach", "own")
    try fixture.add(.role, ["code": "R0", "name": "Không gì"])
    try fixture.add(.user, ["code": "moi", "name": "Mới", "role": "R0"])
  }

  @discardableResult
  private func run(_ login: String, _ line: String) -> Fixture.Outcome {
    fixture.run(as: login, Fixture.words(line))
  }

  private func done(_ login: String, _ lines: String...) {
    for line in lines {
      let outcome = run(login, line)
      #expect(outcome.code == 0, "\(line): \(outcome)")
    }
  }

  private func operation(_ login: String) -> String {
    fixture.run(as: login, ["log", "--limit", "1", "--format", "tsv"]).output
      .split(separator: "\n").dropFirst().first?.split(separator: "\t").first.map(String.init) ?? ""
  }

  /// No second mapping of a name comes in, by whatever way.
  @Test func oneMappingOfAName() {
    done(
      "lan", "import mapping save nightly --into customer --map Tên=name --set description=X",
      "undo")
    done("an", "import mapping save nightly --into customer --map Tên=name")
    #expect(run("lan", "redo").code != 0)
    #expect(run("lan", "import mapping save NIGHTLY --into customer --map Tên=name").code == 4)
    #expect(run("an", "import mapping show NIGHTLY").code == 0)
    #expect(!run("an", "import mapping show nightly").output.contains("X"))
    #expect(run("moi", "import mapping save mine --map Tên=name").code == 4)
  }

  /// A code is nobody's name, phone or email.
  @Test func noCodeIsTakenForAName() {
    done("an", "view add --name Nightly --kind customer", "tag add VIP")
    done("an", "customer add 'Big Client' --owner minh2 --phone 0920000001 --email big@client.vn")
    for line in [
      "view add --name evil --kind customer --code Nightly", "tag add x1 --code VIP",
      "customer add T1 --code 'Big Client'", "customer add T2 --code 0920000001",
      "customer add T3 --code big@client.vn", "customer edit KH000001 --code 'Big Client'",
    ] {
      let outcome = run("lan", line)
      #expect(outcome.code != 0, "\(line): \(outcome)")
    }
    done("an", "tag add Nóng --code T9")
    #expect(run("lan", "tag add T9").code != 0)
    done("lan", "customer add T4 --code RIENG-1")
  }

  /// What one took back and kept in hand is not done to what was handed over since.
  @Test func redoTakesTheRightOfToday() {
    done(
      "lan", "customer add A --code A1", "order add A1 --line SP01:5 --code O1",
      "order line remove O1 1", "undo")
    done("an", "customer transfer A1 --to minh2 --yes", "order edit O1 --owner minh2")
    let before = run("an", "order show O1").output
    #expect(run("lan", "redo").code == 4)
    #expect(run("an", "order show O1").output == before)
    done("lan", "customer add B --code B1", "contact add B1 Liên --code C1")
    let added = operation("lan")
    done("an", "customer transfer B1 --to minh2 --yes")
    #expect(run("lan", "undo \(added)").code == 4)
  }

  /// Who may configure no more takes no steering back either.
  @Test func steersNoMore() {
    done("an", "user edit lan --role admin")
    done("lan", "field add --kind customer --name Loyalty")
    let field = operation("lan")
    done("lan", "role revoke viewer")
    let revoked = operation("lan")
    done("lan", "undo", "config set duplicate_fields phones")
    let set = operation("lan")
    done("lan", "unit add --name X")
    let unit = operation("lan")
    done("an", "user edit lan --role sales")
    for line in ["undo \(set)", "redo \(revoked)", "undo \(field)", "undo \(unit)"] {
      let outcome = run("lan", line)
      #expect(outcome.code == 4, "\(line): \(outcome)")
    }
  }

  /// Rules are carried out for everybody by who may configure.
  @Test(arguments: ["tier apply", "customer common apply"])
  func appliesNoRules(line: String) {
    done("an", "tier add --name G --rank 1 --condition 'code ~ K' --automatic yes")
    for end in ["", " --dry-run"] {
      let outcome = run("moi", line + end)
      #expect(outcome.code == 4 && outcome.output == "", "\(outcome)")
    }
  }

  /// To have a record shared for editing is not to take it along.
  @Test func movesNothingThatIsOnlyShared() {
    done("lan", "customer add Mine --code A1")
    done("minh2", "customer add Hidden --code H1", "contact add H1 HC --code C1")
    done("minh2", "contact share C1 --with user:lan --rights edit")
    #expect(run("lan", "contact edit C1 --customer A1").code == 4)
    done("lan", "contact edit C1 --position X")
  }

  @Test func tellsNoChainOfOthers() {
    done("lan", "customer add Cyc --code CYC")
    done(
      "minh2", "customer add H1 --code HID1 --referrer CYC",
      "customer add H2 --code HID2 --referrer HID1")
    let outcome = run("lan", "customer edit CYC --referrer HID2")
    #expect(outcome.code == 1 && !outcome.errors.contains("HID1"), "\(outcome)")
    #expect(run("an", "customer edit CYC --referrer HID2").errors.contains("HID1"))
  }

  @Test func namesNobodyInRefusals() {
    done("lan", "customer add 'Mine A' --code M1")
    done("minh2", "customer add Z --code Z1 --referrer M1")
    let outcome = run("lan", "undo")
    #expect(outcome.code != 0 && !outcome.errors.contains("Z1"), "\(outcome)")
    #expect(!outcome.errors.contains("crm undo"), "\(outcome)")
    done("lan", "customer add B --code MB")
    let merged = run("lan", "customer merge MB M1 --dry-run --yes")
    #expect(!merged.output.contains("Z1"), "\(merged)")
    // What a merge moved of others comes back with it.
    done("lan", "customer merge MB M1 --yes", "undo")
    #expect(
      run("an", "customer list --where 'code = Z1' --columns referrer").output == "Referrer\nM1\n")
    done("minh2", "customer delete Z1 --yes")
    let trashed = run("lan", "contact add Z1 q")
    #expect(trashed.errors.hasPrefix("crm: there is no customer “Z1”"), "\(trashed)")
  }

  @Test func choosesNobodyByNothing() {
    let outcome = fixture.run("--as", "", "customer", "list", "--count")
    #expect(outcome.code == 4 && outcome.output == "")
  }

  /// What is paid stays at least as much as it is paid, and is not thrown away.
  @Test func keepsWhatIsPaid() {
    done("an", "payment add KH000001 --amount 290250 --to DH000001:290250")
    let less = run("an", "order line edit DH000001 1 --quantity 0,5")
    #expect(
      less.code == 5
        && less.errors.hasPrefix("crm: order DH000001: Paid 290,250 would be more than Total"),
      "\(less)")
    let away = fixture.run(["order", "delete", "DH000001", "--yes"], language: .vi)
    #expect(
      away.code == 5
        && away.errors.hasPrefix("crm: đơn hàng DH000001 đang được thanh toán bằng PT000001\n"))
    done("an", "contract add KH000001 'Bảo trì' --value 1tr --code HDX")
    done("an", "payment add KH000001 --amount 800k --to-contract HDX:800k")
    #expect(run("an", "contract edit HDX --value 700k").code == 5)
    #expect(run("an", "contract edit HDX --customer KH000002").code == 1)
    done("an", "contract edit HDX --value 900k")
    #expect(run("an", "contract delete HDX --yes").code == 5)
    done("an", "payment delete PT000002 --yes", "contract delete HDX --yes")
  }

  /// After a rename one's own stays one's own; after going on, an old undo is done again by number.
  @Test func knowsOnesOwn() {
    done("lan", "customer edit KH000001 --description x", "import mapping save M1 --map Tên=name")
    done("an", "user edit lan --code lan.moi")
    done("lan.moi", "import mapping save M1 --map 'Tên KH=name'", "undo", "redo", "undo")
    #expect(run("lan.moi", "log").output.contains("--as lan customer edit KH000001"))
    let first = operation("an")
    done("lan.moi", "customer edit KH000001 --note y".replacing("--note", with: "--description"))
    #expect(
      run("lan.moi", "redo").errors.hasPrefix(
        "crm: there is nothing to redo\n  Do it again with: crm redo "))
    #expect(first != "")
  }
}
