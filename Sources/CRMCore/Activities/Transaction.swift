import CRMEngine
import CRMValues

extension Kind {
  public static let transaction = Kind(18, "transaction", table: "dealing")
}

extension Entity {
  /// A logged dealing with a customer, with type and status; not a payment (RULES 9.1).
  public static let transaction = Entity(
    .transaction, Label("Transaction", vi: "Giao dịch"),
    plural: Label("Transactions", vi: "Giao dịch"),
    codePrefix: "GD", codeLabel: Label("Code", vi: "Mã giao dịch"),
    fields: [
      Field(
        "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"), required: true,
        headers: ["Mã khách hàng", "Mã KH"], spareHeaders: Entity.customerWords, belongs: true),
      Field(
        "name", .text, Label("Name", vi: "Tên giao dịch"), short: Label("Name", vi: "Tên"),
        required: true),
      Field(
        "type", .reference(.transactionType), Label("Type", vi: "Loại giao dịch"),
        short: Label("Type", vi: "Loại"),
        headers: ["Loại"]),
      Field(
        "status", .choice(Entity.transactionStatuses), Label("Status", vi: "Tình trạng"),
        headers: ["Trạng thái"], defaultValue: "planned"),
      Field(
        "date", .day, Label("Date", vi: "Ngày giao dịch"), short: Label("Date", vi: "Ngày"),
        defaultValue: "today"),
      StandardFields.owner,
      Field("description", .longText, Label("Description", vi: "Mô tả"), headers: ["Ghi chú"]),
    ],
    traits: [.ownedAlong, .tagged, .approvable], search: ["code", "name", "description"],
    listed: ["code", "customer", "name", "type", "status", "date", "owner"],
    yields: ["owner", "type", "status"],
    asked: ["customer", "name", "type", "status", "description"],
    happens: "date",
    indexes: [["customer", "deleted", "status", "type", "date"]])

  static let transactionStatuses: [Choice] = [
    Choice("planned", Label("Planned", vi: "Dự kiến"), .open),
    Choice("doing", Label("Doing", vi: "Đang thực hiện"), .open),
    Choice("done", Label("Done", vi: "Hoàn thành"), .done),
    Choice("cancelled", Label("Cancelled", vi: "Đã hủy"), .lost),
  ]
}

/// The fields of a transaction that rules look at.
package enum TransactionField: String, FieldHandle {
  case customer, status, date

  package static var entity: Entity { .transaction }

  /// The statuses of a transaction that was completed, as SQL lists them.
  static let done = Entity.transaction.field(status.rawValue)?.list(of: .done) ?? ""
}
