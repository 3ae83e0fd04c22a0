import CRMEngine
import CRMValues

extension Kind {
  public static let commonRule = Kind(31, "common-rule")
}

extension Entity {
  /// A rule by which customers become common (RULES 4.8).
  public static let commonRule = Entity(
    .commonRule, Label("Common-customer rule", vi: "Quy tắc khách hàng chung"),
    plural: Label("Common-customer rules", vi: "Quy tắc khách hàng chung"),
    codePrefix: "QTC", codeLabel: Label("Code", vi: "Mã quy tắc"),
    fields: [
      Field("name", .text, Label("Name", vi: "Tên quy tắc"), required: true),
      Field(
        "condition", .condition(.kind(.customer), knowsMe: false),
        Label("Condition", vi: "Điều kiện"), required: true,
        help: Label("a filter expression over customers", vi: "biểu thức lọc khách hàng")),
      Field("active", .flag, Label("Active", vi: "Đang dùng"), defaultValue: "1"),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    traits: [.configures], unique: ["name"], listed: ["code", "name", "condition", "active"])
}

/// The fields of a rule that make customers common.
package enum CommonRuleField: String, FieldHandle {
  case condition, active

  package static var entity: Entity { .commonRule }
}
