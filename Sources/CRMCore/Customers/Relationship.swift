import CRMEngine
import CRMValues

extension Kind {
  public static let relationship = Kind(6, "relationship")
}

extension Entity {
  /// A step of the relationship with a customer ("trạng thái khách hàng"), in order.
  public static let relationship = Entity(
    .relationship, Label("Relationship", vi: "Mối quan hệ"),
    plural: Label("Relationships", vi: "Mối quan hệ"),
    codePrefix: "QH", codeHeaders: ["Mã mối quan hệ"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên mối quan hệ"), required: true),
      Field("position", .integer, Label("Position", vi: "Thứ tự"), defaultValue: "0"),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "position"])
}
