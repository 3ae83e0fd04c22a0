import CRMEngine
import CRMValues

extension Kind {
  public static let group = Kind(5, "group", table: "customer_group")
}

extension Entity {
  /// A customer group, such as a region or an age range; its points count for the score.
  public static let group = Entity(
    .group, Label("Group", vi: "Nhóm khách hàng"),
    plural: Label("Groups", vi: "Nhóm khách hàng"),
    codePrefix: "NH", codeHeaders: ["Mã nhóm"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên nhóm"), required: true),
      Field(
        "kind", .text, Label("Kind", vi: "Loại nhóm"),
        help: Label("such as region or age", vi: "như vùng miền, độ tuổi")),
      Field(
        "points", .integer, Label("Points", vi: "Điểm"), defaultValue: "0", range: Field.points),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "kind", "points"])
}
