import CRMEngine
import CRMValues

extension Kind {
  public static let payment = Kind(34, "payment")
}

extension Entity {
  /// Money received of a customer, or paid to one, allocated to one or several orders or contracts.
  /// What is not allocated is kept for later.
  public static let payment = Entity(
    .payment, Label("Payment", vi: "Thanh toán"), plural: Label("Payments", vi: "Thanh toán"),
    codePrefix: "PT", codeLabel: Label("Code", vi: "Số phiếu"),
    codeHeaders: ["Số phiếu thu", "Mã phiếu thu", "Payment number"],
    fields: [
      Field(
        "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"), required: true,
        headers: ["Mã khách hàng", "Mã KH"], spareHeaders: Entity.customerWords, belongs: true),
      Field(
        "amount", .money, Label("Amount", vi: "Số tiền"), required: true,
        headers: ["Số tiền thu", "Đã thu"]),
      Field(
        "payment_method", .reference(.paymentMethod),
        Label("Payment method", vi: "Phương thức thanh toán"),
        short: Label("Paid by", vi: "Cách trả"), headers: ["Hình thức thanh toán"]),
      Field(
        "date", .day, Label("Date", vi: "Ngày thanh toán"), short: Label("Date", vi: "Ngày"),
        headers: ["Ngày thu", "Ngày", "Payment date"], defaultValue: "today"),
      Field(
        "status", .choice(Entity.paymentStatuses), Label("Status", vi: "Tình trạng"),
        headers: ["Trạng thái"], defaultValue: "confirmed",
        help: Label("only confirmed payments count", vi: "chỉ tính khoản đã xác nhận")),
      StandardFields.owner,
      Field("note", .longText, Label("Note", vi: "Ghi chú")),
    ],
    traits: [.ownedAlong, .tagged, .approvable], nameField: "code",
    likeness: RowLikeness(["customer", "amount", "payment_method", "date", "note"], isSame: false),
    listed: ["code", "customer", "date", "amount", "payment_method", "status", "owner"],
    yields: ["owner", "status", "payment_method"],
    asked: ["customer", "amount", "payment_method", "date", "note"],
    parts: [.paymentOrder, .paymentContract],
    happens: "date",
    indexes: [["customer", "deleted", "status", "date", "amount"]])

  static let paymentStatuses: [Choice] = [
    Choice("pending", Label("Pending", vi: "Chờ xác nhận"), .open),
    Choice("confirmed", Label("Confirmed", vi: "Đã xác nhận"), [.counts, .done]),
    Choice("cancelled", Label("Cancelled", vi: "Đã hủy"), .lost),
  ]
}

/// The fields of a payment that rules look at.
package enum PaymentField: String, FieldHandle {
  case customer, amount, status, date

  package static var entity: Entity { .payment }
}
