import CRMTestSupport
import Testing

@Suite struct ShowTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func showsFieldsAndRelatedLists() {
    #expect(
      fixture.run("customer", "show", "KH000002", "--all").output == """
        Code: KH000002
        Name: Công ty Sao Mai
        Kind: Organisation
        Birthday: --11-22
        Tax code: 0100109106
        Province: Cần Thơ
        Office address: =1 Lê Lợi
        Owner: an
        Groups: Miền Nam
        Level: New
        Supplier: No
        Common customer: No
        Score: 0
        Stars: 0
        Approval: Not submitted
        Created: 2026-11-22 10:00:00
        Created by: an
        Updated: 2026-11-22 10:00:00

        Contacts (1)
        Code      Name          Position  Phones        Emails  Birthday
        LH000001  Trần Thị Hoa  Kế toán   0325 000 000          1988-11-22
          + crm contact add --customer KH000002

        Comments (0)
          + crm comment add KH000002 TEXT

        Orders (0)
          + crm order add --customer KH000002

        Care cards (0)
          + crm care-card add --customer KH000002

        Transactions (0)
          + crm transaction add --customer KH000002

        Contracts (0)
          + crm contract add --customer KH000002

        Payments (0)
          + crm payment add --customer KH000002

        Tasks (0)
          + crm task add --customer KH000002

        Appointments (0)
          + crm appointment add --customer KH000002

        Calls (0)
          + crm call add --customer KH000002

        Notes (0)
          + crm note add --customer KH000002

        Consultations (0)
          + crm consultation add --customer KH000002

        Referrals (0)
          + crm customer add --referrer KH000002

        Viewers (0)
          + crm customer viewer add KH000002 USER

        """)
  }

  @Test func leavesOutEmptyLists() {
    let output = fixture.run("customer", "show", "KH000002").output
    #expect(output.contains("\nContacts (1)\n"))
    #expect(!output.contains("(0)") && !output.contains("crm comment add"))
  }

  @Test func namesWhatCodesReferToAndIndentsFurtherLines() {
    let output = fixture.runVietnamese("customer", "show", "KH000001").output
    #expect(output.contains("\nMô tả: Khách quen\n  Gọi buổi sáng\n"))
    #expect(output.contains("\nChủ sở hữu: lan (Phạm Lan)\n"))
    #expect(output.contains("\nNgày sinh: 25/11/1999\n"))
    #expect(output.contains("\nNhóm khách hàng: Miền Bắc; VIP; 15-25\n"))
    #expect(
      output.contains(
        "\nKhách hàng được giới thiệu (1)\n"
          + "Mã        Tên              Điện thoại    Email  Tỉnh/TP  Chủ sở hữu  Mối quan hệ  Sao\n"
          + "KH000003  Nguyen Duc Binh  0987 654 321" + String(repeating: " ", count: 45)
          + "0\n  + crm customer add --referrer KH000001\n"))
  }

  @Test func showsTheNewestTenAndWhereTheOthersAre() throws {
    for day in 1...11 {
      try fixture.add(
        .transaction, ["customer": "KH000003", "name": "Lần \(day)", "date": "\(day)/10/2026"])
    }
    let output = fixture.run("customer", "show", "KH000003").output
    #expect(output.contains("\nTransactions (11)\n"))
    #expect(output.contains("Lần 11 "))
    #expect(output.contains("Lần 2 "))
    #expect(!output.contains("Lần 1 "))
    #expect(output.contains("\n  … crm transaction list --where 'customer = KH000003'\n"))
  }

  @Test func showsTheLinesOfAnOrder() {
    let output = fixture.runVietnamese("order", "show", "DH000001").output
    #expect(output.hasPrefix("Số đơn hàng: DH000001\nKhách hàng: KH000001 (Nguyễn Đức An)\n"))
    #expect(
      output.hasSuffix(
        """

        Dòng hàng
        Sản phẩm    Số lượng  Đơn giá  CK %  Thuế %  Trước thuế  Tiền thuế  Thành tiền
        Sữa (SP01)         2  100.000    0%      8%     200.000     16.000     216.000
        Trà (SP02)       1,5   50.000   10%     10%      67.500      6.750      74.250

        Thẻ chăm sóc (2)
        Mã         Khách hàng                Ngày        Tình trạng      Kênh      Hài lòng  \
        Chủ sở hữu
        TCS000002  Nguyễn Đức An (KH000001)  20/11/2026  Chưa thực hiện  Gọi điện            \
        Phạm Lan (lan)
        TCS000001  Nguyễn Đức An (KH000001)  02/11/2026  Chưa thực hiện  Gọi điện            \
        Phạm Lan (lan)
          + crm care-card add --order DH000001

        """))
  }

  @Test func givesProgramsOneObjectForOneCodeAndAnArrayForSeveral() {
    let one = fixture.run("order", "show", "dh000001", "--json").output
    #expect(one.hasPrefix("{\"code\": \"DH000001\",\n \"customer\": \"KH000001\",\n"))
    #expect(
      one.hasSuffix(
        """
         "lines": [
          {"product": "SP01", "quantity": 2, "price": 100000, "discount": 0, "tax": 8, \
        "subtotal": 200000, "tax_amount": 16000, "total": 216000},
          {"product": "SP02", "quantity": 1.5, "price": 50000, "discount": 10, "tax": 10, \
        "subtotal": 67500, "tax_amount": 6750, "total": 74250}
        ]}

        """))
    #expect(one == fixture.runVietnamese("order", "show", "DH000001", "--json").output)
    let several = fixture.run("group", "show", "VIP", "15-25", "--json").output
    #expect(several.hasPrefix("[\n{\"code\": \"NH000004\",\n \"name\": \"VIP\",\n"))
    #expect(several.hasSuffix("}\n]\n"))
    let read = fixture.run("group", "show", "-", "--json", input: "VIP\n").output
    #expect(read.hasPrefix("[\n"))
  }

  @Test func explainsScoreAndStars() {
    #expect(
      fixture.run("customer", "show", "KH000001", "--explain").output == """
        KH000001 Nguyễn Đức An
          group Miền Bắc: 0
          group VIP: 30
          group 15-25: 0
          done transactions, Gọi điện: 1 × 5 = 5
        Score: 35
        Stars: 2 (one star each from 10, 20, 40, 60, 80)

        """)
    #expect(
      fixture.runVietnamese("customer", "show", "KH000002", "--explain").output == """
        KH000002 Công ty Sao Mai
          nhóm Miền Nam: 0
        Điểm tiềm năng: 0
        Xếp hạng tiềm năng: 0 sao (mỗi mốc một sao: 10, 20, 40, 60, 80)

        """)
  }

  @Test func showsThePanelsOfACareCard() {
    #expect(
      fixture.run("care-card", "show", "TCS000002", "--panel", "care", "--history").output == """
        Code: TCS000002
        Care date: 2026-11-20
        Status: Planned
        Channel: Call
        Content: Hỏi thăm

        Cards before TCS000002 (1)
        Code       Order     Care date   Status   Channel  Satisfaction  Content
        TCS000001  DH000001  2026-11-02  Planned  Call                   Hỏi thăm

        """)
    #expect(
      fixture.runVietnamese("care-card", "show", "TCS000001", "--panel", "purchases").output
        == """
        KH000001 Nguyễn Đức An (1)
        Thời gian         Loại      Mã        Nội dung                      Người
        01/11/2026 00:00  Đơn hàng  DH000001  Đã xác nhận · Tele · 290.250  an
          + crm order add --customer KH000001
          + crm contract add --customer KH000001
          + crm payment add --customer KH000001

        """)
    #expect(
      fixture.run("care-card", "show", "TCS000001", "--panel", "activity").output.contains(
        "Transaction  GD000001  Gọi chào hàng"))
    #expect(
      fixture.run("care-card", "show", "TCS000001", "--history").output
        == "Cards before TCS000001 (0)\n")
  }

  @Test(arguments: [
    (["customer", "show", "KH000009"], 1, "crm: there is no customer “KH000009”"),
    (["customer", "show"], 2, "crm: missing CODE (Codes, or - to read them)"),
  ]) func saysWhatIsWrong(_ words: [String], _ code: Int32, _ message: String) {
    let outcome = fixture.run(words)
    #expect(outcome.code == code)
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == message)
  }
}
