import CRMTestSupport
import Testing

/// RULES 2.5: whether a customer is known, whoever owns it.
@Suite struct LookupTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    try fixture.edit(.customer, "KH000001", ["registered_address": "5 Hàng Đào"])
  }

  @Test func showsFiveFieldsAndNoMore() {
    let outcome = fixture.run("customer", "lookup")
    #expect(
      outcome.output == """
        Code\tName\tOwner\tRegistered address\tOffice address
        KH000001\tNguyễn Đức An\tlan\t5 Hàng Đào\t
        KH000002\tCông ty Sao Mai\tan\t\t=1 Lê Lợi
        KH000003\tNguyen Duc Binh\t\t\t

        """)
    #expect(outcome.errors == "")
    for option in ["--columns", "--sort", "--where", "--email"] {
      #expect(fixture.run("customer", "lookup", option, "name").code == 2, "\(option)")
    }
  }

  @Test(arguments: [
    (["--code", "kh000002"], [2]), (["--name", "duc"], [1, 3]), (["--owner", "lan"], [1]),
    (["--registered-address", "hang dao"], [1]), (["--office-address", "lê lợi"], [2]),
    (["--phone", "+84 912 345 678"], [1]), (["--name", "duc", "--owner", "lan"], [1]),
    (["nguyen", "duc"], [3, 1]), (["KH000003"], [3]), (["sao", "m"], [2]), (["lê lợi"], [2]),
    (["0912.345.678"], [1]), (["0912", "345", "678"], [1]), (["0325000000"], [2]),
    (["hà nội"], []), (["quen"], []), (["example"], []), (["Trần Thị Hoa"], []),
  ])
  func finds(words: [String], customers: [Int]) {
    let outcome = fixture.run(["customer", "lookup"] + words)
    let codes = outcome.output.split(separator: "\n").dropFirst().map { $0.prefix(8) }
    #expect(codes == customers.map { "KH00000\($0)" })
    #expect(outcome.code == 0)
    #expect(
      fixture.run(["customer", "lookup", "--count"] + words).output == "\(customers.count)\n")
  }

  @Test func tellsWhoseContactIsCalling() {
    #expect(
      fixture.runVietnamese("customer", "lookup", "0325 000 000").errors
        == "Số điện thoại 0325000000 đã tồn tại trong liên hệ của khách hàng KH000002 "
        + "Công ty Sao Mai / chủ sở hữu an\n")
  }

  @Test func offersToAddWhomItDoesNotFind() {
    let outcome = fixture.run("customer", "lookup", "Lê", "Thị Mới")
    #expect(outcome.output == "Code\tName\tOwner\tRegistered address\tOffice address\n")
    #expect(outcome.errors == "Nobody found. To add: crm customer add --name 'Lê Thị Mới'\n")
    #expect(outcome.code == 0)
    #expect(
      fixture.runVietnamese("customer", "lookup", "0909 000 999").errors
        == "Không tìm thấy. Thêm mới: crm customer add --phones '0909 000 999'\n")
    #expect(
      fixture.run(
        "customer", "lookup", "--name", "O'Bé", "--phone", "0909000999", "--office-address", "Huế",
        "--count"
      ).errors
        == "Nobody found. To add: crm customer add --name 'O'\\''Bé' --phones 0909000999 "
        + "--office-address Huế\n")
    #expect(
      fixture.run(["customer", "lookup", "zzz"], terminal: 80)
        == .init(
          output: "",
          errors: "no customers\nNobody found. To add: crm customer add --name zzz\n", code: 0))
  }
}
