import CRMArguments
import CRMCommands
import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

@testable import CRMCommands

/// Two databases that differ only in what is hidden answer alike, whatever is asked (RULES 11.4).
///
/// The commands come from the command table, so that new ones are in; what is hidden is listed here,
/// a record of each kind that can be. What may differ is what
/// everybody may be told: a customer look-up, and whose a phone, a duplicate or a referrer is.
@Suite struct TwinTests {
  /// What is hidden: all of it differs between the two.
  struct Secret {
    let word, phone, email, day, province, amount: String
    let extra: Int
  }

  static let secrets = [
    Secret(
      word: "Zirconi", phone: "0977000111", email: "zirconi@example.vn", day: "23/11/1990",
      province: "Huế", amount: "100000", extra: 0),
    Secret(
      word: "Beryli", phone: "0988222333", email: "beryli@example.vn", day: "05/03/1985",
      province: "Cần Thơ", amount: "250000", extra: 3),
  ]

  /// lan sees what is hers, hoa what is shared with her, tu his unit's, moi nothing, chi what she
  /// may import.
  static let logins = ["lan", "hoa", "tu", "moi", "chi"]

  private static func company(_ secret: Secret) throws -> Fixture {
    let fixture = try Fixture.offices()
    try fixture.add(.role, ["code": "R1", "name": "Chỉ của mình"])
    for action in [
      "view", "add", "edit", "delete", "import", "export", "share", "report", "assign",
    ] {
      _ = fixture.run(
        "role", "grant", "R1", "--on", "all", "--to", action, "--reach", "own")
    }
    try fixture.edit(.user, "lan", ["role": "R1"])
    try fixture.edit(.user, "hoa", ["role": "R1"])
    try fixture.add(.role, ["code": "R2", "name": "Không gì"])
    try fixture.add(.user, ["code": "moi", "name": "Mới", "role": "R2"])
    try fixture.add(.user, ["code": "chi", "name": "Chi", "role": "sales"])
    try fixture.edit(.customer, "KH000001", ["owner": "lan"])
    try fixture.edit(.customer, "KH000003", ["owner": "an"])
    _ = fixture.run("customer", "share", "KH000001", "--with", "user:hoa")
    try hide(secret, in: fixture)
    return fixture
  }

  private static func hide(_ secret: Secret, in fixture: Fixture) throws {
    var records: [(kind: Kind, fields: [String: String])] = []
    for number in 0...secret.extra {
      let customer = "BM\(number)"
      let isFirst = number == 0
      records += [
        (
          .customer,
          [
            "code": customer, "name": "Công ty \(secret.word)", "owner": "an",
            "phones": isFirst ? secret.phone : "", "emails": isFirst ? secret.email : "",
            "office_address": "1 \(secret.word)", "description": secret.word,
            "birthday": secret.day, "province": secret.province,
            "website": "https://\(secret.word).vn",
          ]
        ),
        (
          .contact,
          [
            "code": "BML\(number)", "customer": customer, "name": "Bà \(secret.word)",
            "birthday": secret.day,
          ]
        ),
        (
          .contract,
          [
            "code": "BMH\(number)", "customer": customer, "name": secret.word,
            "value": secret.amount, "owner": "an", "expiry_date": "25/12/2026",
          ]
        ),
        (
          .transaction,
          [
            "code": "BMG\(number)", "customer": customer, "name": secret.word,
            "type": "Gọi điện", "description": secret.word,
          ]
        ),
        (
          .careCard,
          [
            "code": "BMT\(number)", "customer": customer, "content": secret.word, "owner": "an",
            "channel": "call",
          ]
        ),
        (
          .task,
          [
            "code": "BMV\(number)", "customer": customer, "name": secret.word, "owner": "an",
            "performers": "an", "due": "2026-11-21", "repeat": "weekly",
          ]
        ),
        (
          .appointment,
          [
            "code": "BMH\(number)9", "customer": customer, "name": secret.word, "owner": "an",
            "performers": "an", "start": "2026-11-23 9h", "place": secret.word,
          ]
        ),
        (
          .call,
          [
            "code": "BMA\(number)", "customer": customer, "content": secret.word, "owner": "an",
            "start": "2026-11-23 10h", "phone": secret.word,
          ]
        ),
        (
          .note,
          ["code": "BMN\(number)", "customer": customer, "content": secret.word, "owner": "an"]
        ),
        (
          .consultation,
          ["code": "BMU\(number)", "customer": customer, "content": secret.word, "owner": "an"]
        ),
        (
          .payment,
          [
            "code": "BMP\(number)", "customer": customer, "amount": secret.amount, "owner": "an",
            "note": secret.word,
          ]
        ),
        (
          .order,
          [
            "code": "BMD\(number)", "customer": customer, "note": secret.word, "owner": "an",
            "channel": "tele",
          ]
        ),
        (
          .orderLine,
          [
            "order": "BMD\(number)", "product": "SP01", "quantity": "2", "price": secret.amount,
          ]
        ),
        (
          .comment,
          ["code": "BMC\(number)", "customer": customer, "text": secret.word, "author": "an"]
        ),
      ]
    }
    try fixture.addAll(records)
    // What was lan's for a while is told to her, and is not there any more; what is hidden waits for
    // approval.
    for line in [
      ["customer", "transfer", "BM0", "--to", "lan"],
      ["customer", "transfer", "BM0", "--to", "an"],
      ["order", "submit", "BMD0", "--reason", secret.word], ["contract", "submit", "BMH0"],
    ] { #expect(fixture.run(line).code == 0) }
  }

  private let twins: [Fixture]

  init() throws { twins = try TwinTests.secrets.map(TwinTests.company) }

  /// Words that name, or may find, what is hidden in the one or in the other.
  private static let words =
    secrets.flatMap { [$0.word, $0.phone, $0.email] } + ["BM0", "BMD0", "BM2", "KH000002", "KH0"]

  /// Conditions that hidden records answer differently.
  private static let conditions = [
    "name ~ Zirconi", "province = Huế", "orders.count > 0", "orders.total > 200000",
    "contacts.count >= 1", "referrer.name ~ Beryli", "birthday = 23/11", "not (code ~ KH)",
  ]

  private static func commands() -> [Command<Session>] {
    commandTable.groups.flatMap { $0.commands() }.filter { command in
      ![["customer", "lookup"], ["init"], ["completion"], ["__complete"]].contains(command.words)
    }
  }

  /// Every way a command is asked: with each word as its operand, and each option with some value.
  private static func lines() -> [[String]] { commandLines().flatMap(\.self) }

  /// The same, a list a command.
  private static func commandLines() -> [[[String]]] {
    commands().enumerated().map { place, command in
      var lines: [[String]] = []
      let tail = command.options.contains { $0.long == "dry-run" } ? ["--dry-run"] : []
      let wantsFile = command.options.contains { $0.long == "csv" && $0.value != nil }
      let base = command.words + (wantsFile ? ["--csv", "-"] : [])
      let needed = command.operands.filter { $0.arity == .one || $0.arity == .oneOrMore }.count
      var asked = [[String]]()
      if needed == 0 { asked.append([]) }
      if !command.operands.isEmpty {
        let words = command.operands[0].placeholder.english == "N" ? numbers : words
        asked += words.map { [String](repeating: $0, count: max(needed, 1)) }
      }
      lines += asked.map { base + $0 + tail }
      let operand = needed > 0 ? [String](repeating: "KH000001", count: needed) : []
      let entity = command.words.first.flatMap(Catalogue.noun).map(Catalogue.entity)
      for (turn, option) in command.options.enumerated() where option.long != "dry-run" {
        // Whom one names as a referrer is told to everybody.
        let field = entity?.fields.first { $0.option == option.long }
        if field?.target != nil, field?.target == entity?.kind { continue }
        // What is written to files is compared as what is written on standard output.
        if case .files = option.value?.completion { continue }
        guard option.value != nil else {
          lines.append(base + operand + ["--" + option.long] + tail)
          continue
        }
        let isCondition = option.long == "where"
        var values = isCondition ? conditions : [words[(place + turn) % words.count], "BM0"]
        if case .choices(let choices) = option.value?.completion {
          values = choices.prefix(2).map(\.value)
        }
        lines += values.map { base + operand + ["--" + option.long, $0] + tail }
      }
      return lines
    }
  }

  /// Numbers of operations.
  private static let numbers = (1...40).map(String.init)

  /// What everybody may be told of others (RULES 11.4): that a code is taken, and whose a duplicate
  /// is.
  private static func isTold(_ outcome: Fixture.Outcome) -> Bool {
    [
      "already exists in", "already exists among", "exists in a contact", "is already taken",
      "already has the code",
    ]
    .contains {
      outcome.errors.contains($0)
    }
  }

  @Test(arguments: logins) func answerAlike(login: String) {
    var differing: [String] = []
    var answered = 0
    // All of them as one; of every command the first few and a part of the rest as the others.
    let turn = TwinTests.logins.firstIndex(of: login) ?? 0
    let lines = TwinTests.commandLines().flatMap { lines in
      lines.enumerated().filter { turn == 0 || $0.offset < 3 || $0.offset % 4 + 1 == turn }
        .map(\.element)
    }
    #expect(lines.count > (turn == 0 ? 2000 : 600))
    for words in lines {
      let line = ["--as", login] + words
      let answers = twins.map { fixture in
        let outcome = fixture.run(line)
        return Fixture.Outcome(
          output: outcome.output.replacing(fixture.folder, with: ""),
          errors: outcome.errors.replacing(fixture.folder, with: ""), code: outcome.code)
      }
      if answers[0].code == 0 { answered += 1 }
      guard answers[0] != answers[1], !answers.contains(where: TwinTests.isTold) else { continue }
      differing.append(
        "\(words.joined(separator: " "))\n  \(answers[0])\n  \(answers[1])")
    }
    #expect(answered > (turn == 0 ? 800 : 100))
    #expect(differing == [], "\(differing.prefix(5).joined(separator: "\n"))")
  }

  /// Whatever may be hidden is.
  @Test func hidesEveryKind() {
    for kind in Catalogue.nouns where !Catalogue.entity(kind).isCommon {
      let counts = twins.map { twin in
        ["an", "moi"].map { twin.run(["--as", $0, kind.rawValue, "list", "--count"]).output }
      }
      for count in counts { #expect(count[0] != count[1], "\(kind): \(count)") }
    }
  }

  @Test func completeAlike() {
    for login in TwinTests.logins {
      for noun in Catalogue.nouns.map(\.rawValue) {
        for typed in ["", "BM", "Z", "B", "0", "K"] {
          let answers = twins.map {
            $0.run("--as", login, "__complete", "--", noun, "show", typed).output
          }
          #expect(answers[0] == answers[1], "\(login) \(noun) \(typed)")
        }
      }
    }
  }

  /// The administrator sees the difference, so that the test would notice.
  @Test func differForWhoSees() {
    let differing = TwinTests.lines().prefix(400).filter { words in
      twins[0].run(words).output != twins[1].run(words).output
    }
    #expect(differing.count > 10)
  }

  /// A file finds and tells nothing of what one does not see.
  @Test(arguments: logins) func importAlike(login: String) throws {
    let files: [(noun: String, text: String, options: [String])] = [
      ("customer", "Name,Birthday\nA,23/11/1990\nB,05/03/1985\n", ["--match", "birthday"]),
      ("customer", "Name,Email\nA,zirconi@example.vn\n", ["--match", "email", "--mode", "update"]),
      ("customer", "Name,Province\nA,Huế\n", ["--match", "province"]),
      ("customer", "Code,Name\nBM0,Công ty Zirconi\n", ["--mode", "update"]),
      ("customer", "Code,Name\nBM0,Công ty Zirconi\n", []),
      ("customer", "Code,Province\nBM0,Huế\n", ["--mode", "update"]),
      ("contact", "Customer,Name\nBM0,X\n", []), ("contact", "Customer,Name\nBM3,X\n", []),
      ("contact", "Customer,Name\nzirconi@example.vn,X\n", []),
      ("contact", "Customer,Name,Birthday\nKH000001,X,23/11/1990\n", ["--match", "birthday"]),
      ("order", "Code,Customer,Note\nBMD0,KH000001,Zirconi\n", []),
      ("care-card", "Customer,Order\nKH000001,BMD0\n", []),
      ("transaction", "Code,Customer,Name,Type\nBMG0,KH000001,Zirconi,Gọi điện\n", []),
      ("payment", "Customer,Amount,Order\nKH000001,5000,BMD0\n", []),
    ]
    for file in files {
      var answers: [Fixture.Outcome] = []
      for fixture in twins {
        let path = try fixture.file("in.csv", file.text)
        let outcome = fixture.run(
          ["--as", login, file.noun, "import", path, "--dry-run"] + file.options)
        answers.append(
          Fixture.Outcome(
            output: outcome.output.replacing(fixture.folder, with: ""),
            errors: outcome.errors.replacing(fixture.folder, with: ""), code: outcome.code))
      }
      if answers.contains(where: TwinTests.isTold) { continue }
      #expect(answers[0] == answers[1], "\(file)")
    }
  }
}
