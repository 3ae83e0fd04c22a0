import CRMEngine
import CRMValues

extension Kind {
  public static let product = Kind(14, "product")
}

extension Entity {
  /// Something sold; prices are before tax.
  public static let product = Entity(
    .product, Label("Product", vi: "Sản phẩm"), plural: Label("Products", vi: "Sản phẩm"),
    codePrefix: "SP", codeLabel: Label("Code", vi: "Mã sản phẩm"),
    codeHeaders: [
      "Mã SP", "Mã ID định danh", "SKU", "Product code", "Mã hàng", "Mã hàng hóa", "Mã SKU",
      "Variant SKU", "Mã vật tư hàng hóa",
    ],
    fields: [
      Field(
        "name", .text, Label("Name", vi: "Tên sản phẩm"), short: Label("Name", vi: "Tên"),
        required: true,
        headers: [
          "Tên SP", "Tên gọi sản phẩm", "Product name", "Tên hàng", "Tên hàng hóa", "Title",
        ]),
      Field(
        "group", .reference(.productGroup), Label("Group", vi: "Nhóm sản phẩm"),
        short: Label("Group", vi: "Nhóm"),
        headers: [
          "Thuộc nhóm SP", "Category", "Nhóm hàng", "Nhóm hàng(3 Cấp)", "Nhóm hàng hóa",
          "Loại sản phẩm", "Nhóm VTHH",
        ]),
      Field(
        "sub_group", .reference(.productGroup), Label("Sub-group", vi: "Phân nhóm cấp 1")),
      Field(
        "price", .money, Label("Price", vi: "Giá"),
        headers: [
          "Giá sản phẩm", "Giá bán", "Giá bán lẻ", "PL_Giá bán lẻ", "Đơn giá", "Đơn giá bán",
          "Unit price", "Variant price",
        ], defaultValue: "0",
        help: Label("before tax", vi: "trước thuế")),
      Field(
        "tax", .percent, Label("Tax %", vi: "Thuế %"), headers: ["Thuế", "VAT", "Thuế suất"],
        defaultValue: "0"),
      Field(
        "unit_name", .text, Label("Unit of measure", vi: "Đơn vị tính"),
        headers: ["ĐVT", "Đơn vị tính chính"]),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
      Field("note", .longText, Label("Note", vi: "Ghi chú")),
      Field("active", .flag, Label("Active", vi: "Đang bán"), defaultValue: "1"),
    ],
    traits: [.owned, .tagged, .approvable],
    passedHeaders: [
      // Stock, which is not kept here.
      "Tồn kho", "KH đặt", "Dự kiến hết hàng", "Tồn nhỏ nhất", "Tồn lớn nhất", "Hình ảnh",
      "Hình ảnh (url1,url2...)", "Image src", "Mã HH liên quan", "Vị trí",
    ],
    search: ["name", "code", "description"],
    listed: ["code", "name", "group", "price", "tax", "active"],
    asked: ["name", "price", "tax", "unit_name", "group"], isCommon: true)
}
