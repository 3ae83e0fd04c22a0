import CRMEngine
import CRMValues

extension Kind {
  public static let careCard = Kind(17, "care-card")
}

extension Entity {
  /// A care card: one round of after-sales care of an order (RULES 7.1). The fields from
  /// `satisfaction` on are the care information of the built-in layout.
  public static let careCard = Entity(
    .careCard, Label("Care card", vi: "Thẻ chăm sóc"),
    plural: Label("Care cards", vi: "Thẻ chăm sóc"),
    codePrefix: "TCS", codeLabel: Label("Code", vi: "Mã thẻ chăm sóc"),
    codeHeaders: ["Mã TCS", "Số thẻ"],
    fields: [
      Field(
        "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"), required: true,
        headers: ["Mã khách hàng", "Mã KH"], spareHeaders: Entity.customerWords, belongs: true),
      Field(
        "order", .reference(.order), Label("Order", vi: "Số đơn hàng"),
        headers: ["Đơn hàng", "Mã đơn hàng", "Order number"]),
      Field(
        "care_date", .day, Label("Care date", vi: "Ngày chăm sóc"),
        short: Label("Care date", vi: "Ngày"), defaultValue: "today"),
      Field(
        "status", .choice(Entity.careStatuses), Label("Status", vi: "Tình trạng"),
        headers: ["Trạng thái"], defaultValue: "planned"),
      Field(
        "channel", .choice(Entity.careChannels), Label("Channel", vi: "Kênh chăm sóc"),
        short: Label("Channel", vi: "Kênh"),
        headers: ["Kênh"]),
      Field(
        "next_care_date", .day, Label("Next care date", vi: "Ngày chăm sóc tiếp theo"),
        short: Label("Next", vi: "Lần sau")),
      Field("unit", .reference(.unit), Label("Unit", vi: "Đơn vị")),
      StandardFields.owner,
      Field("products", .references(.product), Label("Products", vi: "Sản phẩm")),
      Field(
        "satisfaction", .choice(Entity.satisfactions),
        Label("Satisfaction", vi: "Mức độ hài lòng"),
        short: Label("Satisfaction", vi: "Hài lòng"), headers: ["Hài lòng"]),
      Field("rating", .integer, Label("Rating 1 to 5", vi: "Đánh giá")),
      Field("needs", .text, Label("Further needs", vi: "Nhu cầu thêm")),
      Field(
        "content", .longText, Label("Content", vi: "Nội dung"),
        headers: ["Nội dung chăm sóc", "Ghi chú"]),
    ],
    traits: [.ownedAlong, .tagged, .approvable], nameField: "code",
    requiredOnImport: ["code", "order"], search: ["code", "content", "needs"],
    listed: [
      "code", "customer", "order", "care_date", "status", "channel", "satisfaction", "owner",
    ],
    yields: ["order", "channel", "satisfaction", "owner"],
    asked: ["customer", "order", "care_date", "channel", "satisfaction", "content"],
    generations: [
      Generation(
        from: .order,
        [
          .init("order", from: ""), .init("customer", from: "customer"),
          .init("owner", from: "owner", "customer.owner"), .init("unit", ofNew: "owner.unit"),
          .init("products", from: "lines.product"),
        ])
    ],
    schedule: Schedule(at: "care_date", moved: false),
    happens: "care_date",
    indexes: [["customer", "deleted", "status", "care_date"]])

  static let careStatuses: [Choice] = [
    Choice("planned", Label("Planned", vi: "Chưa thực hiện"), .open),
    Choice("doing", Label("Doing", vi: "Đang thực hiện"), .open),
    Choice("done", Label("Done", vi: "Hoàn thành"), .done),
    Choice("cancelled", Label("Cancelled", vi: "Đã hủy"), .lost),
  ]

  static let careChannels: [Choice] = [
    Choice("call", Label("Call", vi: "Gọi điện")),
    Choice("visit", Label("Visit", vi: "Gặp mặt")),
    Choice("zalo", Label("Zalo", vi: "Zalo")),
    Choice("email", Label("Email", vi: "Email")),
    Choice("sms", Label("SMS", vi: "SMS")),
    Choice("other", Label("Other", vi: "Khác")),
  ]

  static let satisfactions: [Choice] = [
    Choice("very-satisfied", Label("Very satisfied", vi: "Rất hài lòng")),
    Choice("satisfied", Label("Satisfied", vi: "Hài lòng")),
    Choice("neutral", Label("Neutral", vi: "Bình thường")),
    Choice("dissatisfied", Label("Dissatisfied", vi: "Không hài lòng")),
    Choice("very-dissatisfied", Label("Very dissatisfied", vi: "Rất không hài lòng")),
  ]
}

/// The fields of a care card that rules look at.
package enum CareCardField: String, FieldHandle {
  case customer, order, owner, unit, products, status
  case careDate = "care_date"

  package static var entity: Entity { .careCard }
}
