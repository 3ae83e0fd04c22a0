import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm care-card generate`: a care card of an order, filled from it (RULES 7.3).
enum GenerateCommand {
  static var command: Command<Session> {
    let entity = Catalogue.entity(.careCard)
    return Command(
      ["care-card", "generate"],
      Label("Make a care card of an order", vi: "Sinh thẻ chăm sóc từ đơn hàng"),
      details: [
        Label(
          "Customer, owner, unit and products come from the order; other fields are given by "
            + "option. One order at a time. Prints the new code.",
          vi: "Khách hàng, người phụ trách, đơn vị và sản phẩm lấy từ đơn hàng; các trường khác "
            + "ghi bằng tùy chọn. Mỗi lần một đơn hàng. In mã mới.")
      ],
      options: [
        Option(
          "from-order", value: .many("ORDER", .codes(kind: Kind.order.rawValue)),
          Label("The order", vi: "Đơn hàng"), necessity: .required, repeats: true)
      ] + FieldOptions.options(entity, requires: false, except: ["customer", "order"]),

      examples: [
        Example(
          "crm care-card generate --from-order DH000001 --care-date 25/11/2026",
          Label("Plans the care of order DH000001", vi: "Lập thẻ chăm sóc của đơn DH000001"))
      ],
      writes: { invocation, _ in
        let orders = invocation.values("from-order")
        guard let order = orders.first, orders.count == 1 else { throw severalOrders(orders) }
        let draft = RecordAdding.Draft(try FieldOptions.typed(entity, invocation))
        return RecordAdding(entity).work(
          [draft], preset: { try $0.careCard(from: $0.one(.order, order)) })
      })
  }

  private static func severalOrders(_ orders: [String]) -> CRMError {
    CRMError(
      .usage, "care cards are made of one order at a time, not \(orders.count)",
      vi: "chỉ sinh được thẻ chăm sóc lần lượt từng đơn hàng, không phải \(orders.count)",
      hints: orders.map {
        Label(same: "crm care-card generate --from-order \($0)")
      })
  }
}
