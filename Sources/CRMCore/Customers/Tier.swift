import CRMEngine
import CRMValues

extension Kind {
  public static let tier = Kind(8, "tier")
}

extension Entity {
  /// A rank of customers ("phân cấp khách hàng") with its condition and discount.
  public static let tier = Entity(
    .tier, Label("Tier", vi: "Phân cấp khách hàng"),
    plural: Label("Tiers", vi: "Phân cấp khách hàng"),
    codePrefix: "PC", codeHeaders: ["Mã phân cấp"],
    fields: [
      Field(
        "name", .text, Label("Name", vi: "Tên phân cấp"), short: Label("Name", vi: "Tên"),
        required: true),
      Field("rank", .integer, Label("Rank", vi: "Hạng"), defaultValue: "0"),
      Field(
        "condition", .condition(.kind(.customer), knowsMe: false),
        Label("Condition", vi: "Điều kiện"),
        help: Label("a filter expression over customers", vi: "biểu thức lọc khách hàng")),
      Field("automatic", .flag, Label("Automatic", vi: "Tự động"), defaultValue: "0"),
      Field(
        "demotes", .flag, Label("Demotes", vi: "Tự hạ cấp"), defaultValue: "0",
        help: Label(
          "takes the tier back when its condition no longer holds",
          vi: "bỏ phân cấp khi không còn thỏa điều kiện")),
      Field(
        "discount", .percent, Label("Discount %", vi: "Chiết khấu %"), defaultValue: "0",
        help: Label(
          "of lines of sales that do not say their own",
          vi: "cho dòng bán hàng không ghi chiết khấu")),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    traits: [.configures], unique: ["name"],
    listed: ["code", "name", "rank", "condition", "automatic", "discount"])
}

/// The fields of a tier that rules look at.
package enum TierField: String, FieldHandle {
  case condition, automatic, rank, discount, demotes

  package static var entity: Entity { .tier }
}
