import CRMArguments
import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

@testable import CRMCommands

/// Nobody sees what is not theirs (RULES 11.4): every reading command is run as somebody who may
/// see next to nothing, on a database full of a word that must not come out.
@Suite struct HiddenRecordsTests {
  static let secret = "Zirconi"
  static let phone = "0977000111"

  let fixture: Fixture
  /// The codes of what is hidden.
  let codes: [String]

  init() throws {
    fixture = try Fixture.company()
    let secret = HiddenRecordsTests.secret
    try fixture.edit(.user, "lan", ["role": "sales"])
    try fixture.edit(.customer, "KH000001", ["owner": "an"])
    let customer = try fixture.add(
      .customer,
      [
        "name": "Công ty \(secret)", "phones": HiddenRecordsTests.phone, "owner": "an",
        "emails": "\(secret)@example.vn", "office_address": "1 \(secret)",
        "registered_address": "2 \(secret)", "description": secret, "birthday": "23/11/1990",
        "website": "https://\(secret).vn", "province": secret, "fax": "0243 \(secret)",
        "groups": "VIP", "referrer": "KH000001",
      ])
    let contact = try fixture.add(
      .contact,
      ["customer": customer, "name": "Bà \(secret)", "position": secret, "birthday": "22/11/1980"])
    let transaction = try fixture.add(
      .transaction,
      ["customer": customer, "name": "Gọi \(secret)", "type": "Gọi điện", "description": secret])
    let contract = try fixture.add(
      .contract,
      [
        "customer": customer, "name": "Hợp đồng \(secret)", "value": "90000000",
        "date": "01/11/2026", "effective_date": "01/11/2026", "expiry_date": "25/11/2026",
      ])
    let order = try fixture.addOrder(
      [
        "customer": customer, "date": "02/11/2026", "note": secret, "channel": "tele",
        "status": "confirmed",
      ], lines: [["product": "SP01", "quantity": "3", "price": "100000"]])
    let card = try fixture.add(
      .careCard,
      [
        "customer": customer, "order": order, "care_date": "03/11/2026", "content": secret,
        "status": "planned", "channel": "call",
      ])
    let comment = try fixture.add(
      .comment, ["customer": customer, "text": "Nói với \(secret)", "author": "an"])
    try fixture.edit(.customer, customer, ["description": "\(secret) nữa"])
    let gone = try fixture.add(.customer, ["name": "Đã xóa \(secret)", "owner": "an"])
    try fixture.delete(.customer, gone)
    codes = [customer, contact, comment, transaction, contract, order, card, gone]
  }

  /// What a command may be asked about: nothing, the hidden records, words and phones of theirs; an
  /// operation by its number.
  private func operands(of command: Command<Session>) -> [String?] {
    if command.operands.first?.placeholder.english == "N" { return (1...30).map(String.init) }
    let isNeeded = command.operands.contains { $0.arity == .one || $0.arity == .oneOrMore }
    let words = codes + ["KH000001", "zirconi", "0977 000 111"]
    return (isNeeded ? [] : [nil]) + (command.operands.isEmpty ? [] : words)
  }

  private func reading() -> [Command<Session>] {
    commandTable.groups.flatMap { $0.commands() }.filter { command in
      // A lookup is meant to tell of what one may not see; what it tells has a test of its own. What
      // makes a file would take a code for its name: a backup is for who sees everything.
      command.effect == .reads && command.words != ["customer", "lookup"]
        && !command.operands.contains {
          if case .files(.made, _) = $0.completion { true } else { false }
        }
    }
  }

  /// Returns the outputs of every reading command that hold the secret.
  private func leaks(as login: String) -> [String] {
    var found: [String] = []
    for command in reading() {
      let isExport = command.options.contains { $0.long == "csv" && $0.value != nil }
      for operand in operands(of: command) {
        let asked = operand.map { [$0] } ?? []
        let words = command.words + asked + (isExport ? ["--csv", "-"] : [])
        let outcome = fixture.run(["--as", login] + words)
        let text = outcome.output + outcome.errors
        if text.contains(HiddenRecordsTests.secret) || text.contains(HiddenRecordsTests.phone) {
          found.append(words.joined(separator: " "))
        }
      }
    }
    return found
  }

  @Test func showsNothingOfThemToWhoMayNotSeeThem() {
    #expect(leaks(as: "lan") == [])
  }

  /// The same commands do tell who may see it: the test above would notice.
  @Test func showsThemToWhoMay() {
    let found = Set(leaks(as: "an"))
    for words in [
      "customer list", "customer show \(codes[0])", "customer search zirconi",
      "customer filter", "customer referrals KH000001", "contact list", "transaction list",
      "contract list", "comment list", "order show \(codes[5])", "care-card show \(codes[6])",
      "trash list",
      "remind birthdays", "remind contracts", "search zirconi", "customer export --csv -",
      "customer history \(codes[0])",
    ] {
      #expect(found.contains(words), "\(words)")
    }
    #expect(found.contains { $0.hasPrefix("log show ") })
    #expect(found.count > 30)
  }

  @Test func completesNoCodesOfThem() {
    func completed(as login: String) -> String {
      fixture.run("--as", login, "__complete", "--", "customer", "show", "KH").output
    }
    #expect(completed(as: "an").contains(codes[0]))
    #expect(!completed(as: "lan").contains(codes[0]))
  }

  @Test func countsNothingOfThem() throws {
    func run(_ words: String...) -> String { fixture.run(["--as", "lan"] + words).output }
    #expect(run("customer", "list", "--count") == "0\n")
    // An order of one's own is seen, whoever its customer is.
    #expect(run("order", "list", "--count", "--where", "owner = me") == "1\n")
    #expect(run("order", "list", "--count", "--where", "owner != me") == "0\n")
    #expect(run("customer", "summary", "--format", "tsv").contains("All\t0\t"))
    // A filter does not look into what it may not show, though a record refers to it.
    try fixture.add(.customer, ["name": "Của lan", "owner": "lan", "referrer": codes[0]])
    let asks = ["customer", "list", "--count", "--where", "referrer.name ~ zirconi"]
    #expect(fixture.run(["--as", "an"] + asks).output == "1\n")
    #expect(fixture.run(["--as", "lan"] + asks).output == "0\n")
    #expect(
      fixture.run("--as", "lan", "customer", "list", "--phone", HiddenRecordsTests.phone).output
        == "Code\tName\tPhones\tEmails\tProvince\tOwner\tRelationship\tStars\n")
  }

  /// The exception: a lookup tells code, name, owner and the two addresses, nothing else.
  @Test func looksUpFiveFieldsOfEverybody() {
    let found = fixture.run("--as", "lan", "customer", "lookup", HiddenRecordsTests.phone)
    #expect(
      found.output == "Code\tName\tOwner\tRegistered address\tOffice address\n"
        + "\(codes[0])\tCông ty Zirconi\tan\t2 Zirconi\t1 Zirconi\n")
  }

  /// The exception: whose contact has a number.
  @Test func saysWhoseContactHasANumber() throws {
    try fixture.edit(.contact, codes[1], ["phones": "0966000222"])
    let outcome = fixture.run("--as", "lan", "customer", "list", "--phone", "0966000222")
    #expect(
      outcome.errors.hasPrefix(
        "Phone 0966000222 exists in a contact of customer \(codes[0]) Công ty Zirconi / owner an\n")
    )
    #expect(!outcome.output.contains(codes[0]))
  }

  /// Nothing that one does not see can be named in what one writes, by whatever it answers to.
  @Test func namesNothingOfThem() throws {
    let own = try fixture.add(.customer, ["name": "Của lan", "owner": "lan"])
    let word = HiddenRecordsTests.secret
    for customer in [codes[0], "Công ty \(word)", HiddenRecordsTests.phone, "\(word)@example.vn"] {
      for words in [
        ["order", "add", customer, "--line", "SP01:1"], ["contract", "add", customer, "Bảo trì"],
        ["payment", "add", customer, "--amount", "1tr"],
      ] {
        #expect(fixture.run(["--as", "lan"] + words).code != 0, "\(words)")
        #expect(fixture.run(["--as", "an"] + words).code == 0, "\(words)")
        _ = fixture.run("undo")
      }
    }
    for words in [
      ["payment", "add", own, "--amount", "1tr", "--to", codes[5]],
      ["payment", "add", own, "--amount", "1tr", "--to-contract", codes[4]],
      ["care-card", "add", own, "--order", codes[5]],
    ] {
      let outcome = fixture.run(["--as", "lan"] + words)
      #expect(outcome.code != 0 && outcome.errors.contains("there is no"), "\(words) \(outcome)")
    }
    // Who brought a customer may be anybody's.
    let code = fixture.run(
      "--as", "lan", "customer", "add", "--name", "Mới", "--referrer", codes[0]
    ).code
    #expect(code == 0)
  }
}
