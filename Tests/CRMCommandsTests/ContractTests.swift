import CRMTestSupport
import Testing

@Suite struct ContractTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func level(_ code: String) -> String {
    fixture.run("customer", "list", "--code", code, "--columns", "level,last_contact").output
  }

  @Test func marksTheCustomerAsSigned() {
    let add = ["contract", "add", "--customer", "KH000002", "--name", "Bảo trì"]
    let outcome = fixture.run(
      add + ["--date", "01/11/2026", "--value", "120tr", "--term", "12", "--mark-signed"])
    #expect(outcome.output == "HD000001\n")
    #expect(outcome.errors == "Added contract HD000001 Bảo trì.\n")
    #expect(level("KH000002") == "Level\tLast contact\nSigned\t2026-11-01\n")
    #expect(
      fixture.runVietnamese("contract", "list").output == """
        Số hợp đồng\tKhách hàng\tTên hợp đồng\tLoại hợp đồng\tGiá trị hợp đồng\tTình trạng\t\
        Ngày ký\tNgày hết hạn
        HD000001\tKH000002\tBảo trì\tBán\t120000000\tĐang hiệu lực\t2026-11-01\t2027-11-01

        """)
    _ = fixture.run("undo")
    #expect(level("KH000002") == "Level\tLast contact\nNew\t\n")
  }

  @Test(arguments: [[], ["--mark-signed", "no"], ["--mark-signed=không"]])
  func approachesTheCustomerOtherwise(words: [String]) {
    _ = fixture.run(
      ["contract", "add", "--name", "X"] + words + ["--customer", "KH000002"])
    #expect(level("KH000002") == "Level\tLast contact\nApproached\t2026-11-22\n")
  }

  @Test func comesFromAFileWithItsMark() throws {
    let file = try fixture.file(
      "hop-dong.csv",
      """
      Số hợp đồng,Mã KH,Tên hợp đồng,Giá trị,Ngày ký,Thời hạn (tháng),Chuyển khách sang Đã ký
      HD7,KH000001,Bảo trì,"1,5 tỷ",01/02/2026,6,x
      HD8,KH000002,Cung cấp,200tr,03/02/2026,,
      HD9,KH000003,Sai,1tr,03/02/2026,0,
      """)
    let outcome = fixture.run("import", file)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.contains("hop-dong.csv:4: a contract has a term of 1 to 1200 months, not 0\n"))
    #expect(
      fixture.run("contract", "list", "--columns", "code,value,expiry_date").output
        == "Code\tValue\tExpires on\nHD7\t1500000000\t2026-08-01\nHD8\t200000000\t\n")
    #expect(level("KH000001") == "Level\tLast contact\nSigned\t2026-11-10\n")
    #expect(level("KH000002") == "Level\tLast contact\nApproached\t2026-02-03\n")
  }
}
