import CRMTestSupport
import Testing

/// The whole picture of a customer: revenue, products, referrals; and the summary of all.
@Suite struct PictureTests {
  let fixture: Fixture

  /// KH000001 has DH000001 of 01/11/2026 over 290,250 đ: 2 × SP01 and 1.5 × SP02.
  init() throws {
    fixture = try Fixture.company()
    try order("05/12/2024", [["product": "SP01", "quantity": "1", "price": "580500", "tax": "0"]])
    try order(
      "07/12/2024", [["product": "SP02", "quantity": "9", "price": "1", "tax": "0"]], "draft")
    try order(
      "31/10/2026", [["product": "SP02", "quantity": "20", "price": "1000", "tax": "0"]],
      kind: "purchase")
    try order("02/11/2026", [["product": "SP01", "quantity": "9", "tax": "0"]], "cancelled")
  }

  private func order(
    _ date: String, _ lines: [[String: String]], _ status: String = "confirmed",
    kind: String = "sale"
  ) throws {
    try fixture.addOrder(
      ["customer": "KH000001", "date": date, "status": status, "kind": kind], lines: lines)
  }

  @Test func tellsRevenueByYearAsChartTableAndData() {
    // Half of the greatest is half as long; the year between is there without a bar.
    #expect(
      fixture.run(
        ["customer", "revenue", "KH000001", "--no-color"], language: .vi, terminal: 45
      ).output == """
        Năm   Số đơn  Doanh thu
        2024       1    580.500  ████████████████████
        2025       0          0
        2026       1    290.250  ██████████

        """)
    #expect(
      fixture.run("customer", "revenue", "KH000001").output
        == "Year\tOrders\tRevenue\n2024\t1\t580500\n2025\t0\t0\n2026\t1\t290250\n")
    #expect(
      fixture.run("customer", "revenue", "KH000001", "--format", "jsonl").output
        .hasPrefix("{\"year\": \"2024\", \"orders\": 1, \"revenue\": 580500}\n"))
    #expect(
      fixture.run("customer", "revenue", "KH000001", "--format", "csv").output
        .hasPrefix("Year,Orders,Revenue\r\n2024,1,580500\r\n"))
  }

  @Test func tellsRevenueByMonthOfSomeDays() {
    let words = ["customer", "revenue", "KH000001", "--by", "month", "--format"]
    let months = fixture.run(words + ["table"], language: .vi).output.split(separator: "\n")
    #expect(months.count == 25)
    #expect(months[1].hasPrefix("12/2024       1    580.500  █"))
    #expect(months[24].hasPrefix("11/2026       1    290.250  █"))
    #expect(
      fixture.run(words + ["tsv", "--dates", "2026"]).output
        == "Month\tOrders\tRevenue\n2026-11\t1\t290250\n")
    #expect(fixture.run(words + ["tsv", "--dates", "..2023"]).output == "Month\tOrders\tRevenue\n")
    #expect(
      fixture.run(words + ["table", "--dates", "..2023"], language: .vi)
        == .init(output: "", errors: "chưa có doanh thu\n", code: 0))
  }

  @Test func leavesNoGapOfACenturyWhereADateIsWrong() throws {
    try order("01/01/0024", [["product": "SP01", "quantity": "1", "price": "1", "tax": "0"]])
    #expect(
      fixture.run("customer", "revenue", "KH000001").output
        == "Year\tOrders\tRevenue\n0024\t1\t1\n2024\t1\t580500\n2025\t0\t0\n2026\t1\t290250\n")
  }

  @Test func tellsProductsBoughtAndSupplied() {
    #expect(
      fixture.run("customer", "products", "KH000001").output == """
        Kind\tCode\tName\tQuantity\tAmount\tOrders\tLast
        Bought\tSP01\tSữa\t3\t796500\t2\t2026-11-01
        Bought\tSP02\tTrà\t1.5\t74250\t1\t2026-11-01
        Supplied\tSP02\tTrà\t20\t20000\t1\t2026-10-31

        """)
    // The bars are those of the figure that was asked for.
    #expect(
      fixture.run(
        ["customer", "products", "KH000001", "--by", "amount", "--dates", "2024..", "--no-color"],
        language: .vi, terminal: 99
      ).output == """
        Loại      Mã sản phẩm  Tên sản phẩm  Số lượng  Thành tiền  Số đơn  Gần nhất
        Mua       SP01         Sữa                  3     796.500       2  01/11/2026  \
        ████████████████████
        Mua       SP02         Trà                1,5      74.250       1  01/11/2026  █▉
        Cung cấp  SP02         Trà                 20      20.000       1  31/10/2026  ▌

        """)
    #expect(
      fixture.run("customer", "products", "KH000001", "--dates", "2024", "--format", "jsonl").output
        == """
        {"kind": "sale", "code": "SP01", "name": "Sữa", "quantity": 1, "amount": 580500, \
        "orders": 1, "last": "2024-12-05"}

        """)
    #expect(
      fixture.run(["customer", "products", "KH000002"], terminal: 80)
        == .init(output: "", errors: "no products\n", code: 0))
  }

  @Test func summarises() throws {
    #expect(
      fixture.run("customer", "summary", "--today", "2027-02-21").output == """
        What\tCount\tList them with
        All\t3\tcrm customer list
        Unread comments\t0\tcrm comment list --unread
        Notifications\t0\tcrm notification list
        Forgotten\t3\tcrm customer list --forgotten

        """)
    #expect(
      fixture.runVietnamese("customer", "summary", "--mine").output == """
        Mục\tSố lượng\tXem bằng
        Tất cả\t1\tcrm customer list --mine
        Mới cập nhật\t0\tcrm comment list --unread
        Thông báo mới\t0\tcrm notification list
        Đừng quên\t0\tcrm customer list --forgotten --mine

        """)
    try fixture.delete(.customer, "KH000001")
    #expect(fixture.run("customer", "summary", "--json").output.contains("\"count\": 2"))
  }
}
