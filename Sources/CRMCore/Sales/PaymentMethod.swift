import CRMValues

extension Entity {
  /// A way to pay: cash, transfer, on delivery.
  public static let paymentMethod = Entity(
    .paymentMethod, Label("Payment method", vi: "Phương thức thanh toán"),
    plural: Label("Payment methods", vi: "Phương thức thanh toán"),
    codePrefix: "TT", table: "payment_method", codeHeaders: ["Mã phương thức"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên phương thức"), required: true),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "description"])
}
