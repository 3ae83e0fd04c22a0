import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer revenue CODE`: what a customer bought year by year, as a chart and a table
/// (RULES 6.2).
enum RevenueCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "revenue"],
      Label(
        "Show the revenue of a customer year by year", vi: "Xem doanh thu của khách hàng theo năm"),
      details: [
        Label(
          "Sale orders that are neither drafts nor cancelled, by their totals with tax.",
          vi: "Tính tổng tiền có thuế của đơn bán, trừ đơn nháp và đã hủy.")
      ],
      operands: [RecordOperands.one(Catalogue.entity(.customer))],
      options: [
        Option(
          "by", value: .one("PERIOD", .choices(periods)),
          Label("year or month (year)", vi: "year hoặc month (năm)")), days,
      ] + GlobalOptions.format,

      examples: [
        Example(
          "crm customer revenue KH000001", Label("A bar a year", vi: "Mỗi năm một thanh")),
        Example(
          "crm customer revenue KH000001 --by month --dates this-year --json",
          Label("The months of this year, for a program", vi: "Các tháng năm nay, dạng JSON")),
      ],
      reads: { invocation, session in
        let name = try invocation.choice("by") ?? "year"
        let period = CustomerRevenue.Period(rawValue: name) ?? .year
        return Look(reporting: .customer) { reader in
          let id = try reader.one(.customer, invocation.operands[0])
          let revenue = try reader.revenue(
            ofCustomer: id, by: period, days: try days(session))
          try put(revenue, period, session)
        }
      })
  }

  private static let periods: [Completion.Choice] = [
    .init("year", Label("Year", vi: "Năm")), .init("month", Label("Month", vi: "Tháng")),
  ]

  /// `--dates`, of commands that look at orders.
  static let days = Option(
    "dates", value: .one("RANGE"),
    Label(
      "Only orders of these days: 2026, this-year, 01/01/2026..",
      vi: "Chỉ đơn hàng trong thời gian: 2026, năm nay, 01/01/2026.."))

  static func days(_ session: Session) throws -> Bounds<Day>? {
    try session.invocation.value("dates").map {
      try parseDayRange($0, today: session.moment.today)
    }
  }

  private static func put(
    _ revenue: [CustomerRevenue], _ period: CustomerRevenue.Period, _ session: Session
  ) throws {
    let isForPeople = session.style(try session.outputForm()).audience == .people
    let columns = [
      RowColumn(
        period.rawValue, .text,
        period == .year ? Label("Year", vi: "Năm") : Label("Month", vi: "Tháng")),
      RowColumn("orders", .integer, Label("Orders", vi: "Số đơn")),
      RowColumn("revenue", .money, Label("Revenue", vi: "Doanh thu")),
    ]
    let rows: [[Value]] = revenue.map {
      [
        ($0.period.map { .text(isForPeople ? shown($0, session) : $0) }) ?? .null,
        .integer($0.orders), .integer($0.amount),
      ]
    }
    let title = Label("Revenue", vi: "Doanh thu")
    guard !rows.isEmpty || !isForPeople else {
      return session.say("no revenue", vi: "chưa có doanh thu")
    }
    try session.putBars(rows, columns, of: "revenue", key: "revenue", title: title)
  }

  /// A month as people write it: `05/2026`.
  private static func shown(_ period: String, _ session: Session) -> String {
    let parts = period.split(separator: "-")
    guard parts.count == 2, session.language == .vi else { return period }
    return "\(parts[1])/\(parts[0])"
  }
}
