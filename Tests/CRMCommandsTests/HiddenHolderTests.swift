import CRMTestSupport
import Testing

/// A record that one sees without seeing its customer: the customer shows there as code and name,
/// and stays otherwise hidden (RULES 11.4).
@Suite struct HiddenHolderTests {
  let fixture: Fixture

  /// TCS000001 is handed over to khanh, who may only see and change own records; its customer
  /// KH000001 is of lan, its order DH000001, too.
  init() throws {
    fixture = try Fixture.company()
    try fixture.add(
      .user, ["code": "khanh.ho6", "name": "Hồ Văn Khánh", "role": "sales"])
    #expect(fixture.run("care-card", "hand-over", "TCS000001", "--to", "khanh.ho6").code == 0)
  }

  private func run(_ words: String...) -> Fixture.Outcome {
    fixture.run(["--as", "khanh.ho6"] + words)
  }

  @Test func isThereForItsNewOwner() {
    #expect(
      run("care-card", "list", "--mine").output
        == "Code\tCustomer\tOrder\tCare date\tStatus\tChannel\tSatisfaction\tOwner\n"
        + "TCS000001\tKH000001\tDH000001\t2026-11-02\tPlanned\tCall\t\tkhanh.ho6\n")
    let card = run("care-card", "show", "TCS000001")
    #expect(card.code == 0)
    #expect(card.output.contains("Customer: KH000001 (Nguyễn Đức An)\n"))
    #expect(card.output.contains("Order: DH000001\n"))
    #expect(!card.output.contains("0912345678"))
    #expect(run("care-card", "edit", "TCS000001", "--status", "doing").code == 0)
    #expect(run("care-card", "show", "TCS000001").output.contains("Status: Doing\n"))
  }

  @Test func hidesItsCustomerOtherwise() {
    for words in [
      ["customer", "show", "KH000001"], ["customer", "edit", "KH000001", "--name", "X"],
      ["order", "show", "DH000001"], ["care-card", "show", "TCS000002"],
      ["care-card", "add", "--customer", "KH000001", "--channel", "call"],
    ] {
      let outcome = fixture.run(["--as", "khanh.ho6"] + words)
      #expect(outcome.code == 1, "\(words): \(outcome.output)")
      #expect(!outcome.errors.contains("Nguyễn"), "\(words)")
    }
    #expect(run("customer", "list", "--count").output == "0\n")
    #expect(run("customer", "search", "nguyen", "--format", "tsv").output.contains("KH") == false)
  }

  @Test func tellsCodeAndNameInColumns() {
    let paths = "code,customer,customer.code,customer.name,customer.phones,customer.owner"
    #expect(
      run("care-card", "list", "--columns", paths + ",customer.groups,order.code,order.total")
        .output.split(separator: "\n").last
        == "TCS000001\tKH000001\tKH000001\tNguyễn Đức An\t\t\t\tDH000001\t")
    // Two steps lead through a record that is hidden itself.
    #expect(
      run("care-card", "list", "--columns", "code,order.customer.name").output
        .split(separator: "\n").last == "TCS000001\t")
    #expect(
      run("care-card", "list", "--columns", "customer,customer.name,customer.phones", "--json")
        .output.contains(
          #"{"customer": "KH000001", "customer.name": "Nguyễn Đức An", "customer.phones": null}"#))
    let card = run("care-card", "show", "TCS000001", "--json").output
    #expect(card.contains(#""customer": "KH000001""#))
    #expect(run("care-card", "export", "--csv", "-").output.contains(",KH000001,"))
  }

  @Test(arguments: [
    ("customer.name ~ duc", 1), ("customer.code = KH000001", 1), ("customer ~ duc", 1),
    ("order.code = DH000001", 0), ("customer.name ~ sao", 0), ("not customer.name ~ duc", 0),
    ("customer.phones = 0912345678", 0), ("customer.phones ~ 0912", 0),
    ("customer.owner = lan", 0), ("customer.owner is empty", 1), ("customer.phones is empty", 1),
    ("customer.groups = VIP", 0), ("customer.province ~ noi", 0), ("order.total > 0", 0),
    ("customer.orders.count > 0", 0), ("order.customer.name ~ duc", 0),
  ])
  func filtersByCodeAndNameOnly(filter: String, count: Int) {
    #expect(
      run("care-card", "list", "--where", filter, "--count").output == "\(count)\n", "\(filter)")
    #expect(
      run("care-card", "list", "--where", filter, "--columns", "code").output
        .split(separator: "\n").count == count + 1, "\(filter)")
    // What is changed is chosen by the same.
    let outcome = run("care-card", "edit", "--where", filter, "--content", "x", "--dry-run")
    #expect(outcome.errors.contains("TCS000001") == (count == 1), "\(filter): \(outcome.errors)")
  }

  @Test func sortsByWhatIsTold() throws {
    #expect(fixture.run("care-card", "hand-over", "TCS000002", "--to", "khanh.ho6").code == 0)
    #expect(
      fixture.run("care-card", "edit", "TCS000001", "--customer", "KH000002", "--order", "").code
        == 0)
    func codes(_ sort: String) -> String {
      run("care-card", "list", "--columns", "code", "--sort", sort).output
    }
    #expect(codes("customer.name") == "Code\nTCS000001\nTCS000002\n")
    #expect(codes("-customer.name") == "Code\nTCS000002\nTCS000001\n")
    #expect(codes("-customer") == "Code\nTCS000002\nTCS000001\n")
  }

  @Test func editsASharedOrderAndItsLines() {
    let order = ["order", "edit", "DH000001"]
    #expect(run("order", "list", "--count").output == "0\n")
    #expect(
      fixture.run("order", "share", "DH000001", "--with", "user:khanh.ho6", "--rights", "view").code
        == 0)
    #expect(
      run("order", "list", "--columns", "code,customer.name").output.contains("Nguyễn Đức An"))
    #expect(fixture.run(["--as", "khanh.ho6"] + order + ["--note", "x"]).code == 4)
    let line = ["--as", "khanh.ho6", "order", "line", "add", "DH000001", "SP02:3"]
    #expect(fixture.run(line).code == 4)
    #expect(
      fixture.run("order", "share", "DH000001", "--with", "user:khanh.ho6", "--rights", "edit").code
        == 0)
    #expect(fixture.run(["--as", "khanh.ho6"] + order + ["--note", "Giao sớm"]).code == 0)
    #expect(fixture.run(line).code == 0)
    let shown = run("order", "show", "DH000001").output
    #expect(shown.contains("Note: Giao sớm\n"))
    #expect(shown.contains("Customer: KH000001 (Nguyễn Đức An)\n"))
    #expect(shown.contains("\nTrà (SP02) "))
    #expect(run("customer", "show", "KH000001").code == 1)
    #expect(run("customer", "list", "--count").output == "0\n")
  }

  @Test func isRemindedOfWhatOneSees() throws {
    let contract = [
      "customer": "KH000001", "date": "01/11/2026", "effective_date": "01/11/2026",
      "expiry_date": "25/11/2026",
    ]
    try fixture.add(
      .contract, contract.merging(["name": "Bảo trì", "owner": "khanh.ho6"]) { $1 })
    let shared = try fixture.add(.contract, contract.merging(["name": "Chung"]) { $1 })
    #expect(fixture.run("contract", "edit", shared, "--owner", "").code == 0)
    #expect(fixture.run("contract", "share", shared, "--with", "user:khanh.ho6").code == 0)
    try fixture.add(
      .contact,
      ["customer": "KH000001", "name": "Bà Mai", "birthday": "23/11/1980", "owner": "khanh.ho6"])
    let contracts = run("remind", "contracts", "--format", "tsv").output.split(separator: "\n")
      .dropFirst()
    #expect(contracts.count == 2)
    #expect(contracts.allSatisfy { $0.contains("KH000001\tNguyễn Đức An") }, "\(contracts)")
    #expect(contracts.allSatisfy { !$0.contains("lan") }, "\(contracts)")
    #expect(run("remind", "birthdays").output.contains("Bà Mai"))
  }
}
