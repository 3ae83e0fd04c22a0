import CRMValues

extension Kind {
  public static let tag = Kind(9, "tag")
}

extension Entity {
  /// A word that records carry.
  public static let tag = Entity(
    .tag, Label("Tag", vi: "Thẻ gắn"), plural: Label("Tags", vi: "Thẻ gắn"),
    codePrefix: "TH", codeHeaders: ["Mã thẻ"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên thẻ"), required: true),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "description"])
}
