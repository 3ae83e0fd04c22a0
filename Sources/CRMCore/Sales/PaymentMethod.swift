import CRMEngine
import CRMValues

extension Kind {
  public static let paymentMethod = Kind(11, "payment-method")
}

extension Entity {
  /// A way to pay: cash, transfer, on delivery.
  public static let paymentMethod = Entity(
    .paymentMethod, Label("Payment method", vi: "Phương thức thanh toán"),
    plural: Label("Payment methods", vi: "Phương thức thanh toán"),
    codePrefix: "TT", codeHeaders: ["Mã phương thức"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên phương thức"), required: true),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "description"])
}
