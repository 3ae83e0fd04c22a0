import CRMEngine
import CRMValues

extension Kind {
  public static let productGroup = Kind(10, "product-group")
}

extension Entity {
  /// A group of products; a group with a parent is a sub-group.
  public static let productGroup = Entity(
    .productGroup, Label("Product group", vi: "Nhóm sản phẩm"),
    plural: Label("Product groups", vi: "Nhóm sản phẩm"),
    codePrefix: "NSP", codeHeaders: ["Mã nhóm sản phẩm"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên nhóm sản phẩm"), required: true),
      Field("parent", .reference(.productGroup), Label("Parent group", vi: "Thuộc nhóm")),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "parent"])
}
