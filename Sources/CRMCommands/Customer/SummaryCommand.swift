import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer summary`: how many customers there are to see, how many comments of theirs the
/// acting user has not read, how much else is new for them, and how many customers are forgotten (RULES 6.5).
enum SummaryCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "summary"],
      Label(
        "Count all customers, unread comments, those forgotten",
        vi: "Đếm tất cả khách hàng, trao đổi chưa đọc, Đừng quên"),
      options: [FieldCriteria.mine] + GlobalOptions.format,
      examples: [
        Example(
          "crm customer summary --mine", Label("Of mine alone", vi: "Chỉ khách của tôi"))
      ],
      reads: { invocation, session in
        Look(reporting: .customer) { reader in
          let own =
            invocation.has("mine") ? [Criterion.mine(Catalogue.entity(.customer), session)] : []
          let mine = own.isEmpty ? "" : " --mine"
          let forgotten = ForgottenCustomers.condition(
            days: try ForgottenCustomers.days(reader))
          func row(
            _ key: String, _ conditions: [Expression], _ command: String
          ) throws -> [Value] {
            var query = Query(.customer)
            query.conditions = own + conditions
            return [.text(key), .integer(Int64(try reader.count(query))), .text(command)]
          }
          try session.putRows(
            [
              try row("all", [], "crm customer list\(mine)"),
              [
                .text("unread"),
                .integer(Int64(try UnreadCriterion.count(session, reader, mine: !own.isEmpty))),
                .text("crm comment list --unread"),
              ],
              [
                .text("notifications"),
                .integer(Int64(try NotificationRow.count(session, reader))),
                .text("crm notification list"),
              ],
              try row("forgotten", [forgotten], "crm customer list --forgotten\(mine)"),
            ], columns, key: "summary", title: Label("Customers", vi: "Khách hàng"))
        }
      })
  }

  private static let columns = [
    RowColumn(
      "what",
      .choice([
        Choice("all", Label("All", vi: "Tất cả")),
        Choice("unread", Label("Unread comments", vi: "Mới cập nhật")),
        Choice("notifications", Label("Notifications", vi: "Thông báo mới")),
        Choice("forgotten", Label("Forgotten", vi: "Đừng quên")),
      ]), Label("What", vi: "Mục")),
    RowColumn("count", .integer, Label("Count", vi: "Số lượng")),
    RowColumn("command", .text, Label("List them with", vi: "Xem bằng")),
  ]
}
