import CRMEngine
import CRMValues

extension Kind {
  public static let order = Kind(15, "order", table: "sales_order")
}

extension Entity {
  /// A sale or purchase order with lines.
  public static let order = Entity(
    .order, Label("Order", vi: "Đơn hàng"), plural: Label("Orders", vi: "Đơn hàng"),
    codePrefix: "DH", codeLabel: Label("Code", vi: "Số đơn hàng"),
    codeHeaders: ["Mã đơn hàng", "Order number", "Mã ĐH", "Số ĐH"],
    fields: [
      Field(
        "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"), required: true,
        headers: ["Mã khách hàng", "Mã KH"], spareHeaders: Entity.customerWords, belongs: true),
      Field(
        "date", .day, Label("Date", vi: "Ngày đặt hàng"), short: Label("Date", vi: "Ngày đặt"),
        headers: ["Ngày đơn hàng", "Ngày", "Order date"], defaultValue: "today"),
      Field(
        "kind", .choice(Entity.orderKinds), Label("Kind", vi: "Loại đơn hàng"),
        defaultValue: "sale"),
      Field(
        "channel", .choice(Entity.orderChannels), Label("Channel", vi: "Hình thức"),
        headers: ["Kênh bán"]),
      Field(
        "status", .choice(Entity.orderStatuses), Label("Status", vi: "Tình trạng"),
        headers: ["Trạng thái"], defaultValue: "confirmed",
        help: Label(
          "drafts and cancelled orders do not count as revenue",
          vi: "nháp và đã hủy không tính doanh thu")),
      Field(
        "payment_method", .reference(.paymentMethod),
        Label("Payment method", vi: "Phương thức thanh toán"),
        short: Label("Paid by", vi: "Cách trả"), headers: ["Thanh toán"]),
      Field(
        "call_status", .reference(.callStatus), Label("Call status", vi: "Tình trạng cuộc gọi"),
        headers: ["Kết quả gọi"]),
      Field("delivery_date", .day, Label("Delivery date", vi: "Thời gian giao")),
      Field("delivery_address", .text, Label("Delivery address", vi: "Địa điểm giao")),
      StandardFields.owner,
      Field("note", .longText, Label("Note", vi: "Ghi chú")),
      Field(
        "subtotal", .money, Label("Before tax", vi: "Tiền trước thuế"),
        short: Label("Before tax", vi: "Trước thuế"),
        follows: .sum(of: .orderLine, "subtotal", by: "order"),
        access: .computed, defaultValue: "0"),
      Field(
        "tax_total", .money, Label("Tax total", vi: "Tiền thuế"),
        follows: .sum(of: .orderLine, "tax_amount", by: "order"),
        access: .computed, defaultValue: "0"),
      Field(
        "total", .money, Label("Total", vi: "Tổng tiền"),
        follows: .sum(of: .orderLine, "total", by: "order"), access: .computed,
        defaultValue: "0"),
      Field(
        "paid", .money, Label("Paid", vi: "Đã thanh toán"), short: Label("Paid", vi: "Đã trả"),
        follows: .sum(of: .paymentOrder, "allocated", by: "order"), access: .computed,
        defaultValue: "0"),
      Field(
        "left", .money, Label("Left to pay", vi: "Còn phải thanh toán"),
        short: Label("Left", vi: "Còn nợ"),
        follows: .difference("total", "paid"), access: .computed, defaultValue: "0"),
    ],
    traits: [.ownedAlong, .tagged, .approvable], nameField: "code",
    search: ["code", "note"],
    listed: ["code", "customer", "date", "status", "channel", "payment_method", "total"],
    yields: ["payment_method", "channel", "status", "date"],
    asked: ["customer", "date", "payment_method", "delivery_date", "note"],
    parts: [.orderLine],
    happens: "date",
    indexes: [["customer", "deleted", "kind", "status", "date", "total"]], borrowsWords: true)

  static let orderKinds: [Choice] = [
    Choice("sale", Label("Sale", vi: "Đơn bán"), .counts),
    Choice("purchase", Label("Purchase", vi: "Đơn mua")),
  ]

  static let orderChannels: [Choice] = [
    Choice("tele", Label("Telephone", vi: "Tele")),
    Choice("f2f", Label("Face to face", vi: "F2F")),
  ]

  static let orderStatuses: [Choice] = [
    Choice("draft", Label("Draft", vi: "Nháp"), .open),
    Choice("confirmed", Label("Confirmed", vi: "Đã xác nhận"), .counts),
    Choice("delivered", Label("Delivered", vi: "Đã giao"), [.counts, .done]),
    Choice("cancelled", Label("Cancelled", vi: "Đã hủy"), .lost),
  ]
}

/// The fields of an order that rules look at.
package enum OrderField: String, FieldHandle {
  case customer, date, kind, owner, total

  package static var entity: Entity { .order }
}
