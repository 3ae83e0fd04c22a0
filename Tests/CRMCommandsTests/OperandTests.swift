import CRMCore
import CRMEngine
import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCommands

/// The operands of `add` and `list`, singular options, and codes of the wrong kind
/// (RULES 1.1, 1.2, 1.3).
@Suite struct OperandTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func run(_ words: String...) -> Fixture.Outcome { fixture.run(words) }

  /// Returns one field of a record.
  private func value(_ noun: String, _ code: String, _ field: String) -> String {
    let outcome = run(
      noun, "list", "--where", "code = \(code)", "--columns", field)
    return outcome.output.split(separator: "\n").last.map(String.init) ?? outcome.errors
  }

  /// A login is typed: it comes before the name, which may be an option.
  @Test func loginsComeFirst() throws {
    let fixture = try Fixture()
    for words in [["tuan", "Lê Tuấn"], ["hoa", "--name", "Lê Hoa"], ["Lê Chi", "--code", "chi"]] {
      let outcome = fixture.run(["user", "add"] + words)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(
      fixture.run("user", "list", "--columns", "code,name", "--no-header").output
        == "an\tan\ntuan\tLê Tuấn\nhoa\tLê Hoa\nchi\tLê Chi\n")
    #expect(fixture.run("user", "add", "Trần Văn").code == 2)
    #expect(fixture.run("user", "add", "van", "Văn", "--name", "Văn").code == 2)
  }

  @Test func oneOperandIsTheName() {
    #expect(run("source", "add", "Tiktok Shop").code == 0)
    #expect(run("source", "show", "Tiktok Shop").output.contains("Tiktok Shop"))
    let customer = run("customer", "add", "Nguyễn Văn Bốn", "--phone", "0911222333")
    #expect(customer.code == 0)
    #expect(run("customer", "list", "--phones", "0911222333", "--count").output == "1\n")
  }

  @Test func twoAreHolderAndName() {
    #expect(run("contact", "add", "KH000001", "Chị Hoa").code == 0)
    #expect(run("contact", "list", "KH000001", "--count").output == "1\n")
    #expect(run("transaction", "add", "KH000001", "Gọi hỏi thăm").code == 0)
    #expect(run("transaction", "list", "KH000001", "--count").output == "2\n")
  }

  @Test func oneIsTheHolderWhereTheNameIsAnOptionOrTheCode() {
    #expect(run("contact", "add", "KH000001", "--name", "Chị Hoa").code == 0)
    #expect(run("contact", "add", "Anh Ba", "--customer", "KH000001").code == 0)
    #expect(run("order", "add", "KH000003", "--line", "SP01:2").code == 0)
    #expect(run("order", "list", "KH000003", "--count").output == "1\n")
    #expect(run("care-card", "add", "KH000003").code == 0)
    let contacts = run("contact", "list", "Nguyễn Đức An", "--columns", "name").output
    #expect(contacts.contains("Chị Hoa") && contacts.contains("Anh Ba"))
  }

  @Test func jsonNamesItsRecordsItself() {
    let outcome = fixture.run(
      ["contact", "add", "KH000001", "--json", "-"], input: #"[{"name":"Một"},{"name":"Hai"}]"#)
    #expect(outcome.code == 0)
    #expect(run("contact", "list", "KH000001", "--count").output == "2\n")
  }

  @Test(arguments: [
    (["source", "add", "Zalo 2", "--name", "Zalo 2"], "name is given twice: “Zalo 2” and --name"),
    (
      ["contact", "add", "KH000001", "--customer", "KH000001", "--name", "A"],
      "customer is given twice: “KH000001” and --customer"
    ),
    (
      ["order", "add", "KH000001", "--customer", "KH000002"],
      "customer is given twice: “KH000001” and --customer"
    ),
    (
      ["order", "list", "KH000001", "--customer", "KH000002"],
      "customer is given twice: “KH000001” and --customer"
    ),
  ])
  func givenTwiceIsAnError(words: [String], message: String) {
    let outcome = fixture.run(words)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains(message))
    #expect(fixture.run(words, language: .vi).errors.contains("được ghi hai lần"))
  }

  @Test func whatIsMissingIsNamed() {
    let outcome = run("contact", "add", "Chị Hoa")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("contact needs: Customer (--customer)"))
    #expect(run("source", "list", "Zalo").errors.contains("unexpected 'Zalo'"))
    #expect(
      run("customer", "list", "Lê", "Oanh").errors
        == """
        crm: unexpected 'Lê'
          Search with: crm customer search 'Lê Oanh'
          usage: crm customer list [OPTION…]

        """)
  }

  @Test(arguments: [
    ["order", "add", "DH000001"], ["order", "add", "--customer", "DH000001"],
    ["order", "list", "DH000001"], ["customer", "show", "DH000001"],
    ["comment", "list", "DH000001"], ["contact", "add", "order:DH000001", "Chị Hoa"],
    ["customer", "show", "order:DH000001"],
    ["order", "edit", "DH000001", "--customer", "DH000001"],
  ])
  func aCodeOfAnotherKindIsTold(words: [String]) {
    let outcome = fixture.run(words)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("DH000001” is an order, not a customer"))
    #expect(fixture.run(words, language: .vi).errors.contains("là đơn hàng, không phải khách hàng"))
  }

  @Test func aKindMayBeNamedBeforeTheCode() {
    #expect(run("customer", "show", "customer:KH000001").output.contains("Nguyễn Đức An"))
    #expect(run("contact", "add", "customer:KH000001", "Chị Hoa").code == 0)
    #expect(run("contact", "list", "customer:KH000001", "--count").output == "1\n")
    #expect(run("customer", "edit", "KH000001", "--owner", "user:an").code == 0)
    let wrong = run("customer", "edit", "KH000001", "--group", "user:an")
    #expect(wrong.errors.contains("“user:an” is a user, not a group"))
  }

  @Test func aCodeOfSeveralKindsAsksWhich() throws {
    try fixture.add(.product, ["code": "DH000001", "name": "Đồng hồ"])
    let kinds: [Kind] = [.order, .product, .customer]
    func found(_ text: String) throws -> Kind {
      try fixture.store.read(as: Actor(login: fixture.login), at: Fixture.moment) {
        try $0.one(of: kinds, text).kind
      }
    }
    let error = try #require(throws: CRMError.self) { try found("DH000001") }
    #expect(error.message.en == "“DH000001” is an order and a product")
    #expect(error.message.vi == "“DH000001” là đơn hàng và sản phẩm")
    #expect(error.hints.map(\.en) == ["Say which: order:DH000001 or product:DH000001"])
    #expect(try found("order:DH000001") == .order)
    #expect(try found("product:DH000001") == .product)
    #expect(try found("Đồng hồ") == .product)
    #expect(try found("KH000001") == .customer)
    let absent = try #require(throws: CRMError.self) { try found("XX1") }
    #expect(absent.message.en == "“XX1” is not an order or a product or a customer")
    let other = try #require(throws: CRMError.self) { try found("LH000001") }
    #expect(other.message.en == "“LH000001” is a contact, not an order or a product or a customer")
  }

  @Test func singularOptionsAreTheSame() {
    let outcome = run(
      "customer", "edit", "KH000002", "--add-group", "VIP", "--emails", "a@example.vn", "--email",
      "b@example.vn", "--viewer", "lan")
    #expect(outcome.code == 0)
    #expect(value("customer", "KH000002", "emails") == "a@example.vn; b@example.vn")
    #expect(value("customer", "KH000002", "groups").contains("VIP"))
    #expect(run("customer", "edit", "KH000002", "--remove-group", "VIP").code == 0)
    #expect(!value("customer", "KH000002", "groups").contains("VIP"))
    #expect(run("help", "customer", "add").output.contains("(also --phone)"))
    let words = run("__complete", "--", "customer", "add", "--ph").output
    #expect(words.contains("--phones\t") && words.contains("--phone\t"))
  }
}
