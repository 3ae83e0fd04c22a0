import CRMEngine
import CRMValues

extension Kind {
  public static let orderLine = Kind(16, "order-line", isNoun: false)
}

extension Entity {
  /// A line of an order. The line's amounts are rounded to the đồng, half away from zero:
  /// `subtotal` is quantity × price less the discount, `tax_amount` the tax on it.
  public static let orderLine = Entity(
    .orderLine, Label("Order line", vi: "Dòng đơn hàng"),
    plural: Label("Lines", vi: "Dòng hàng"), codePrefix: nil,
    fields: [
      Field(
        "order", .reference(.order), Label("Order", vi: "Đơn hàng"), required: true,
        belongs: true),
      Field(
        "product", .reference(.product), Label("Product", vi: "Sản phẩm"), required: true,
        headers: ["Mã sản phẩm", "Mã SP", "SKU", "Mã hàng", "Mã hàng hóa"],
        spareHeaders: [
          "Tên sản phẩm", "Tên SP", "Tên hàng", "Tên hàng hóa", "Mặt hàng", "Hàng hóa",
        ]),
      Field(
        "quantity", .decimal, Label("Quantity", vi: "Số lượng"), headers: ["SL", "Qty"],
        defaultValue: "10000"),
      Field(
        "price", .money, Label("Unit price", vi: "Đơn giá"), headers: ["Giá", "Giá bán"],
        help: Label("the product's where absent", vi: "lấy giá sản phẩm nếu bỏ trống")),
      Field(
        "discount", .percent, Label("Discount %", vi: "Chiết khấu %"),
        short: Label("Disc. %", vi: "CK %"), headers: ["Chiết khấu"],
        defaultValue: "0"),
      Field(
        "tax", .percent, Label("Tax %", vi: "Thuế %"), headers: ["Thuế", "VAT"],
        help: Label("the product's where absent", vi: "lấy thuế sản phẩm nếu bỏ trống")),
      Field(
        "subtotal", .money, Label("Line before tax", vi: "Thành tiền trước thuế"),
        short: Label("Before tax", vi: "Trước thuế"),
        access: .computed),
      Field(
        "tax_amount", .money, Label("Line tax", vi: "Tiền thuế dòng"),
        short: Label("Tax", vi: "Tiền thuế"),
        access: .computed),
      Field(
        "total", .money, Label("Line total", vi: "Thành tiền"),
        short: Label("Total", vi: "Thành tiền"),
        access: .computed),
    ],
    traits: [.part], nameField: "product",
    listed: [
      "product", "quantity", "price", "discount", "tax", "subtotal", "tax_amount", "total",
    ],
    yields: ["tax_amount", "subtotal", "tax"],
    form: PartForm("line", ["product", "quantity", "price", "discount", "tax"]))
}

/// The fields of an order line that rules look at.
package enum OrderLineField: String, FieldHandle {
  case order, product, quantity, price, discount, tax, subtotal, total
  case taxAmount = "tax_amount"

  package static var entity: Entity { .orderLine }
}
