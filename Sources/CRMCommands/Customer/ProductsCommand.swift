import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer products CODE`: what a customer buys most, and what it supplies (RULES 6.3).
enum ProductsCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "products"],
      Label(
        "Show what a customer buys most, and what it supplies",
        vi: "Xem sản phẩm khách hàng mua nhiều, sản phẩm cung cấp"),
      details: [
        Label(
          "Of orders that are neither drafts nor cancelled; amounts with tax. What it supplies "
            + "comes from purchase orders.",
          vi: "Từ các đơn hàng trừ đơn nháp và đã hủy; tiền có thuế. Sản phẩm cung cấp lấy từ đơn "
            + "mua.")
      ],
      operands: [RecordOperands.one(Catalogue.entity(.customer))],
      options: [
        Option(
          "by", value: .one("FIGURE", .choices(figures)),
          Label("The most by quantity or amount (quantity)", vi: "Nhiều nhất theo (số lượng)")),
        RevenueCommand.days,
      ] + GlobalOptions.format,

      examples: [
        Example(
          "crm customer products KH000001 --by amount --dates this-year",
          Label("What brought most this year", vi: "Sản phẩm doanh thu cao nhất năm nay"))
      ],
      reads: { invocation, session in
        let figure = try invocation.choice("by") ?? "quantity"
        return Look(reporting: .customer) { reader in
          let id = try reader.one(.customer, invocation.operands[0])
          let products = try reader.products(
            ofCustomer: id, byAmount: figure == "amount", days: try RevenueCommand.days(session))
          try put(products, figure, session)
        }
      })
  }

  private static let figures: [Completion.Choice] = [
    .init("quantity", Label("Quantity", vi: "Số lượng")),
    .init("amount", Label("Amount", vi: "Thành tiền")),
  ]

  private static let columns = [
    RowColumn(
      "kind",
      .choice([
        Choice("sale", Label("Bought", vi: "Mua")),
        Choice("purchase", Label("Supplied", vi: "Cung cấp")),
      ]), Label("Kind", vi: "Loại")),
    RowColumn("code", .code, Label("Code", vi: "Mã sản phẩm")),
    RowColumn("name", .text, Label("Name", vi: "Tên sản phẩm")),
    RowColumn("quantity", .decimal, Label("Quantity", vi: "Số lượng")),
    RowColumn("amount", .money, Label("Amount", vi: "Thành tiền")),
    RowColumn("orders", .integer, Label("Orders", vi: "Số đơn")),
    RowColumn("last", .day, Label("Last", vi: "Gần nhất")),
  ]

  private static func put(
    _ products: [CustomerProduct], _ figure: String, _ session: Session
  ) throws {
    let rows: [[Value]] = products.map {
      [
        .text($0.kind), .text($0.code), .text($0.name), .integer($0.quantity),
        .integer($0.amount), .integer($0.orders), $0.last.map(Value.text) ?? .null,
      ]
    }
    if rows.isEmpty, try session.outputForm() == .table {
      return session.say("no products", vi: "chưa có sản phẩm nào")
    }
    try session.putBars(
      rows, columns, of: figure, key: "products", title: Label("Products", vi: "Sản phẩm"))
  }
}
