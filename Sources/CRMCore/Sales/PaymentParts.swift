import CRMEngine
import CRMValues

extension Kind {
  public static let paymentOrder = Kind(35, "payment-order", isNoun: false)
  public static let paymentContract = Kind(36, "payment-contract", isNoun: false)
}

extension Entity {
  /// What of a payment is for one order.
  public static let paymentOrder = Entity(
    .paymentOrder, Label("Paid order", vi: "Đơn hàng được thanh toán"),
    plural: Label("Paid orders", vi: "Đơn hàng được thanh toán"), codePrefix: nil,
    fields: [
      paymentOfPart,
      Field(
        "order", .reference(.order), Label("Order", vi: "Đơn hàng"), required: true,
        headers: ["Số đơn hàng", "Mã đơn hàng"]),
      allocated(Label("Allocated", vi: "Số tiền phân bổ")),
    ],
    traits: [.part], nameField: "order", listed: ["order", "allocated"],
    form: PartForm("to", ["order", "allocated"]))

  /// What of a payment is for one contract.
  public static let paymentContract = Entity(
    .paymentContract, Label("Paid contract", vi: "Hợp đồng được thanh toán"),
    plural: Label("Paid contracts", vi: "Hợp đồng được thanh toán"), codePrefix: nil,
    fields: [
      paymentOfPart,
      Field(
        "contract", .reference(.contract), Label("Contract", vi: "Hợp đồng"), required: true,
        headers: ["Số hợp đồng", "Mã hợp đồng"]),
      allocated(Label("Allocated to contract", vi: "Số tiền phân bổ cho hợp đồng")),
    ],
    traits: [.part], nameField: "contract", listed: ["contract", "allocated"],
    form: PartForm("to-contract", ["contract", "allocated"]))

  private static let paymentOfPart = Field(
    "payment", .reference(.payment), Label("Payment", vi: "Thanh toán"), required: true,
    belongs: true)

  private static func allocated(_ label: Label) -> Field {
    Field(
      "allocated", .money, label,
      help: Label(
        "what is left of both where absent", vi: "bỏ trống: phần còn lại của hai bên"))
  }
}

/// The fields of what is paid of an order.
package enum PaymentOrderField: String, FieldHandle {
  case payment, order, allocated

  package static var entity: Entity { .paymentOrder }
}

/// The fields of what is paid of a contract.
package enum PaymentContractField: String, FieldHandle {
  case payment, contract, allocated

  package static var entity: Entity { .paymentContract }
}
