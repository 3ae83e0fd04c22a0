import CRMCommands
import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

/// What decides what others see, or what runs for them, takes the right to configure.
@Suite struct SteeringTests {
  let fixture: Fixture

  /// minh may do everything with every kind but configure.
  init() throws {
    fixture = try Fixture.offices()
    try fixture.add(.role, ["code": "TP", "name": "Trưởng phòng"])
    for action in Action.allCases where action != .configure && action != .destroy {
      #expect(
        fixture.run("role", "grant", "TP", "--on", "all", "--to", action.rawValue, "--reach", "all")
          .code == 0)
    }
    try fixture.edit(.user, "minh", ["role": "TP"])
    try fixture.add(.userGroup, ["name": "Nhóm A"])
    try fixture.add(.commonRule, ["name": "Huế", "condition": "province = Huế"])
    try fixture.add(.tier, ["name": "Vàng", "rank": "1"])
    for line in [
      "field add --kind customer --name 'Sở thích'", "view add --name 'Của an' --kind customer",
    ] {
      #expect(fixture.run(Fixture.words(line)).code == 0)
    }
  }

  private func refuses(_ words: [String], input: String = "") {
    let before = fixture.run("log").output
    let outcome = fixture.run(["--as", "minh"] + words, input: input)
    #expect(outcome.code == 4, "\(words): \(outcome)")
    #expect(outcome.output == "", "\(words)")
    #expect(
      outcome.errors.hasPrefix("crm: minh may not configure")
        || outcome.errors.contains("made by somebody else")
        || outcome.errors.contains("may not destroy"), "\(outcome)")
    #expect(fixture.run("log").output == before, "\(words)")
  }

  static let lines = [
    "user add Mới --code new", "user edit minh --role admin", "user edit minh --unit 'Miền Nam'",
    "user edit lan --active no", "user delete lan", "user edit an --code bo",
    "role add --name Mới", "role edit TP --name X", "role delete viewer",
    "role grant TP --on customer --to configure", "role revoke sales", "unit add --name X",
    "unit edit 'Hà Nội' --parent 'Miền Nam'", "unit delete 'Hà Nội'", "user-group add --name X",
    "user-group edit 'Nhóm A' --members minh", "user-group delete 'Nhóm A'",
    "field add --kind customer --name X", "field edit TTC000001 --name X", "field delete TTC000001",
    "common-rule add --name X --condition 'province = Huế'",
    "common-rule edit Huế --condition 'code ~ K'", "common-rule delete Huế",
    "tier add --name Bạc --rank 2", "tier edit Vàng --discount 90", "tier delete Vàng",
    "config set forgotten-days 5", "view edit 'Của an' --condition 'code ~ K'",
    "view delete 'Của an'", "trash empty --confirm all",
  ]

  @Test(arguments: SteeringTests.lines)
  func isRefused(line: String) throws {
    if line.hasPrefix("trash") { try fixture.delete(.customer, "KH000003") }
    refuses(Fixture.words(line))
  }

  /// Every kind that steers is among them.
  @Test func areAllTried() {
    for kind in Catalogue.nouns where !Catalogue.entity(kind).traits.isDisjoint(with: [.configures])
    {
      for verb in ["add", "edit", "delete"] {
        #expect(
          SteeringTests.lines.contains { line in
            let parts = line.split(separator: " ").map(String.init)
            return parts[0] == kind.rawValue && parts[1] == verb
          }, "\(kind) \(verb)")
      }
    }
  }

  /// Neither by a file.
  @Test(arguments: [
    ("user", "Login,Name,Role\nminh,Minh,admin\n"), ("user", "Login,Name\nmoi,Mới\n"),
    ("role", "Code,Name\nR9,Mới\n"), ("unit", "Name,Parent\nHà Nội,Miền Nam\n"),
    ("tier", "Name,Rank\nBạc,7\n"), ("common-rule", "Name,Condition\nMọi,code ~ K\n"),
    ("view", "Code,Name,Kind,Condition\nGDN000001,Của an,customer,code ~ K\n"),
  ])
  func comesInByNoFile(noun: String, text: String) throws {
    let file = try fixture.file("in.csv", text)
    let before = fixture.run(noun, "export", "--csv", "-").output
    let outcome = fixture.run(["--as", "minh", noun, "import", file])
    #expect(outcome.code != 0)
    #expect(
      (outcome.errors + ((try? fixture.contents("in.rejects.csv")) ?? "")).contains(
        noun == "view" ? "made by somebody else" : "minh may not configure"), "\(outcome)")
    #expect(fixture.run(noun, "export", "--csv", "-").output == before)
  }

  /// What somebody made for themselves is theirs; nobody else's job runs another mapping.
  @Test func keepsViewsAndMappingsByTheirAuthors() {
    let save = ["import", "mapping", "save", "Đêm", "--map", "Tên=name"]
    #expect(fixture.run(save).code == 0)
    refuses(["import", "mapping", "save", "Đêm", "--map", "Tên=description"])
    refuses(["import", "mapping", "delete", "Đêm"])
    let own = ["--as", "minh", "import", "mapping"]
    #expect(fixture.run(own + ["save", "Của tôi", "--map", "Tên=name"]).code == 0)
    #expect(fixture.run(own + ["save", "Của tôi", "--map", "Tên KH=name"]).code == 0)
    #expect(fixture.run("import", "mapping", "save", "Của tôi", "--map", "T=name").code == 0)
    #expect(fixture.run(own + ["delete", "Của tôi"]).code == 0)
    #expect(fixture.run(as: "minh", "view", "add", "--name", "M", "--kind", "order").code == 0)
    #expect(fixture.run(as: "minh", "view", "edit", "M", "--columns", "code").code == 0)
    #expect(fixture.run(as: "lan", "view", "edit", "M", "--columns", "total").code == 4)
    #expect(fixture.run("view", "delete", "M").code == 0)
  }

  /// The last who may configure stays, whatever takes the right away.
  @Test func leavesSomebodyWhoMayConfigure() {
    for words in [
      ["user", "delete", "an"], ["user", "edit", "an", "--active", "no"],
      ["user", "edit", "an", "--role", "sales"], ["role", "revoke", "admin"],
      ["role", "grant", "admin", "--on", "all", "--to", "configure", "--reach", "none"],
    ] {
      let outcome = fixture.run(words)
      #expect(outcome.code == 1, "\(words): \(outcome)")
    }
    _ = fixture.run("user", "edit", "minh", "--role", "admin")
    #expect(fixture.run("user", "edit", "an", "--active", "no").code == 0)
    // Nor by an undo: of what made minh the administrator that is left.
    let made = fixture.run("--as", "minh", "log", "--format", "tsv", "--limit", "20").output.split(
      separator: "\n"
    )
    .first { $0.contains("user edit minh --role admin") }?.split(separator: "\t").first
    let undone = fixture.run("--as", "minh", "undo", String(made ?? ""))
    #expect(
      undone.errors.hasPrefix("crm: after this nobody could configure any more\n"), "\(undone)")
    #expect(
      fixture.run(["--as", "minh", "user", "edit", "minh", "--active", "no"], language: .vi).errors
        .hasPrefix("crm: sau thay đổi này không còn ai có quyền cấu hình\n"))
  }

  @Test func leavesALoginToNobodyElse() {
    #expect(fixture.run("user", "edit", "lan", "--code", "lan2").code == 0)
    let taken = fixture.run("user", "add", "Lan mới", "--code", "lan")
    #expect(taken.errors.hasPrefix("crm: lan was the login of lan2 before, and stays theirs\n"))
    #expect(fixture.run("user", "edit", "hoa", "--code", "LAN").code == 1)
    #expect(fixture.run("user", "edit", "lan2", "--code", "lan").code == 0)
    #expect(fixture.run("user", "delete", "lan", "--to", "hoa").code == 0)
    #expect(fixture.run("user", "add", "Lan mới", "--code", "lan").code == 1)
  }

  /// Reports and emptying the trash are rights of their own, and go as far as seeing and
  /// configuring where nothing is said of them.
  @Test func reportsAndDestroys() throws {
    let report = ["--as", "hoa", "customer", "revenue", "KH000001"]
    #expect(fixture.run(report).code == 0)
    _ = fixture.run(
      "role", "grant", "viewer", "--on", "customer", "--to", "report", "--reach", "none")
    let outcome = fixture.run(report, language: .vi)
    #expect(outcome.code == 4)
    #expect(outcome.errors.hasPrefix("crm: hoa không được xem báo cáo khách hàng"))
    #expect(fixture.run(as: "hoa", "customer", "list", "--count").output == "3\n")
    try fixture.delete(.source, "NG000001")
    let empty = ["trash", "empty", "--kind", "source", "--confirm", "source"]
    refuses(empty)
    _ = fixture.run("role", "grant", "TP", "--on", "source", "--to", "destroy", "--reach", "all")
    #expect(fixture.run(["--as", "minh"] + empty).code == 0)
  }
}
