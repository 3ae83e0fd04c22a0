import CRMTestSupport
import CRMValues
import Testing

@Suite struct RemindTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func tellsBirthdaysAndFoundingDaysByDay() {
    #expect(
      fixture.run("remind", "birthdays", "--format", "tsv").output == """
        Date\tOccasion\tCode\tName\tPhones\tOwner\tYears
        2026-11-22\tFounding day\tKH000002\tCông ty Sao Mai\t\tan\t
        2026-11-22\tBirthday, contact\tLH000001\tTrần Thị Hoa\t0325000000\tan\t38
        2026-11-25\tBirthday, customer\tKH000001\tNguyễn Đức An\t0912345678\tlan\t27

        """)
    #expect(
      fixture.runVietnamese(
        "remind", "birthdays", "--days", "3", "--contact-days", "0", "--format", "tsv",
        "--today", "23/11/2026"
      ).output == """
        Ngày\tDịp\tMã\tTên\tĐiện thoại\tChủ sở hữu\tSố tuổi
        2026-11-25\tSinh nhật khách hàng\tKH000001\tNguyễn Đức An\t0912345678\tlan\t27

        """)
    #expect(
      fixture.run("remind", "birthdays", "--days", "0", "--format", "jsonl").output == """
        {"date": "2026-11-22", "kind": "founding", "code": "KH000002", "name": "Công ty Sao Mai", \
        "phones": null, "owner": "an", "age": null}
        {"date": "2026-11-22", "kind": "contact", "code": "LH000001", "name": "Trần Thị Hoa", \
        "phones": "0325000000", "owner": "an", "age": 38}

        """)
  }

  /// Mail of cron is for people: days and phones as they read them.
  @Test func printsForPeopleWhereverItPrints() {
    #expect(
      fixture.runVietnamese("remind", "birthdays", "--days", "3", "--contact-days", "0").output
        == """
        Ngày        Dịp                   Mã        Tên              Điện thoại    Chủ sở hữu  Tuổi
        22/11/2026  Ngày thành lập        KH000002  Công ty Sao Mai                an
        22/11/2026  Sinh nhật liên hệ     LH000001  Trần Thị Hoa     0325 000 000  an            38
        25/11/2026  Sinh nhật khách hàng  KH000001  Nguyễn Đức An    0912 345 678  Phạm Lan      27

        """)
  }

  /// Days, how many ahead, and the days that are told: over the year's end, and those of
  /// 29 February in years with and without it.
  @Test(arguments: [
    ("2027-02-27", "1", "2027-02-28"), ("2027-02-28", "0", "2027-02-28"),
    ("2027-03-01", "3", ""), ("2028-02-28", "0", ""), ("2028-02-28", "1", "2028-02-29"),
    ("2028-02-29", "0", "2028-02-29"), ("2026-12-28", "7", "2026-12-31 2027-01-01"),
    ("2026-12-31", "366", "2026-12-31 2027-01-01 2027-02-28 2027-11-22 2027-11-25"),
  ]) func mindsTheCalendar(_ today: String, _ days: String, _ told: String) throws {
    try fixture.add(.customer, ["name": "Cuối năm", "birthday": "31/12/1980"])
    try fixture.add(.customer, ["name": "Đầu năm", "birthday": "01/01"])
    let outcome = fixture.run(
      "remind", "birthdays", "--today", today, "--days", days, "--contact-days", "0",
      "--format", "tsv")
    let dates = outcome.output.split(separator: "\n").dropFirst().map { $0.prefix(10) }
    #expect(dates.joined(separator: " ") == told)
    #expect(outcome.code == 0)
  }

  /// RULES 10.2: whose birthday is 20 December is told from 1 December on and no more on the 21st.
  @Test(arguments: [
    ("2026-11-30", ""), ("2026-12-01", "lan"), ("2026-12-20", "lan"), ("2026-12-21", ""),
  ]) func tellsStaffFromTheFirstOfTheMonthUntilTheDay(_ today: String, _ told: String) throws {
    try fixture.add(.user, ["code": "cu", "name": "Cũ", "birthday": "20/12", "active": "no"])
    let outcome = fixture.run("remind", "staff-birthdays", "--today", today, "--format", "tsv")
    let expected =
      told.isEmpty
      ? ""
      : "Date\tLogin\tName\tPhones\tYears\n2026-12-20\tlan\tPhạm Lan\t0901000001\t36\n"
    #expect(outcome == .init(output: expected, errors: "", code: 0))
  }

  @Test func tellsForgottenCustomersTheLongestFirst() {
    #expect(
      fixture.run("remind", "forgotten", "--today", "2027-02-21", "--format", "tsv").output == """
        Last contact\tDays\tContacted\tCode\tName\tPhones\tOwner
        2026-11-10\t103\ttrue\tKH000001\tNguyễn Đức An\t0912345678\tlan
        2026-11-22\t91\tfalse\tKH000002\tCông ty Sao Mai\t\tan
        2026-11-22\t91\tfalse\tKH000003\tNguyen Duc Binh\t0987654321\t

        """)
    #expect(
      fixture.runVietnamese(
        "remind", "forgotten", "--today", "2027-02-21", "--mine", "--format", "tsv"
      ).output
        == """
        Liên hệ lần cuối\tSố ngày\tĐã liên hệ\tMã khách hàng\tTên khách hàng\tĐiện thoại\t\
        Chủ sở hữu
        2026-11-22\t91\tfalse\tKH000002\tCông ty Sao Mai\t\tan

        """)
    #expect(
      fixture.run("remind", "forgotten", "--days", "11", "--json").output == """
        [
        {"last_contact": "2026-11-10", "days": 12, "contacted": true, "code": "KH000001", \
        "name": "Nguyễn Đức An", "phones": "0912345678", "owner": "lan"}
        ]

        """)
  }

  private func addContract(_ name: String, _ expiry: String, _ more: [String: String] = [:]) throws
  {
    let fields = [
      "customer": "KH000001", "name": name, "date": "01/01/2025", "expiry_date": expiry,
    ]
    try fixture.add(.contract, fields.merging(more) { $1 })
  }

  @Test func tellsContractsInForceThatEndSoon() throws {
    try addContract("Hôm qua", "21/11/2026")
    try addContract("Tháng sau", "22/12/2026", ["value": "50tr", "owner": "an"])
    try addContract("Hôm nay", "22/11/2026")
    try addContract("Xa hơn", "23/12/2026", ["customer": "KH000003"])
    try addContract("Nháp", "01/12/2026", ["status": "draft"])
    try addContract("Xóa", "01/12/2026")
    try fixture.delete(.contract, "HD000006")
    #expect(
      fixture.run("remind", "contracts", "--format", "tsv").output == """
        Expires on\tDays left\tCode\tName\tCustomer\tCustomer name\tValue\tOwner
        2026-11-22\t0\tHD000003\tHôm nay\tKH000001\tNguyễn Đức An\t\tlan
        2026-12-22\t30\tHD000002\tTháng sau\tKH000001\tNguyễn Đức An\t50000000\tan

        """)
    func told(_ words: String...) -> [Substring] {
      fixture.run(["remind", "contracts", "--format", "tsv"] + words).output.split(separator: "\n")
        .dropFirst()
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false)[2] }
    }
    #expect(told("--days", "0") == ["HD000003"])
    #expect(told("--days", "31") == ["HD000003", "HD000002", "HD000004"])
    #expect(told("--mine", "--days", "31") == ["HD000002"])
    #expect(told("--today", "2026-11-23", "--days", "28") == [])
    _ = fixture.run("config", "set", "contract_days", "31")
    #expect(told().count == 3)
    _ = fixture.run("config", "set", "contract_days", "0")
    #expect(
      fixture.runVietnamese("remind", "contracts", "--format", "tsv").output == """
        Ngày hết hạn\tCòn số ngày\tSố hợp đồng\tTên hợp đồng\tMã khách hàng\tTên khách hàng\t\
        Giá trị hợp đồng\tChủ sở hữu
        2026-11-22\t0\tHD000003\tHôm nay\tKH000001\tNguyễn Đức An\t\tlan

        """)
  }

  @Test(arguments: [
    ["birthdays", "--today", "2026-10-01"], ["staff-birthdays"], ["forgotten"],
    ["forgotten", "--days", "12"], ["contracts"], ["birthdays", "--today", "2026-10-01", "--json"],
  ]) func printsNothingWhereNothingIsDue(_ words: [String]) {
    #expect(fixture.run(["remind"] + words) == .init(output: "", errors: "", code: 0))
    // Who sits before it is told that it has worked, unless a form is asked for.
    let said = words.contains("--json") ? "" : "Nothing is due.\n"
    #expect(
      fixture.run(["remind"] + words, terminal: 80) == .init(output: "", errors: said, code: 0))
  }

  @Test func tellsNobodyInTheTrash() throws {
    try fixture.delete(.customer, "KH000001")
    #expect(!fixture.run("remind", "birthdays").output.contains("KH000001"))
    #expect(!fixture.run("remind", "forgotten", "--days", "1").output.contains("KH000001"))
  }

  @Test func tellsNoMoreForgottenThanAsked() {
    let today = ["remind", "forgotten", "--today", "2027-02-21", "--format", "tsv"]
    let all = fixture.run(today).output.split(separator: "\n")
    #expect(all.count == 4)
    #expect(
      fixture.run(today + ["--limit", "2"]).output.split(separator: "\n") == Array(all.prefix(3)))
    #expect(fixture.run(today + ["--limit", "0"]).output == "")
  }
}
