import CRMValues

extension Kind {
  public static let role = Kind(3, "role")
}

extension Entity {
  /// A set of rights that users are given.
  public static let role = Entity(
    .role, Label("Role", vi: "Nhóm quyền"), plural: Label("Roles", vi: "Nhóm quyền"),
    codePrefix: "NQ", codeHeaders: ["Mã nhóm quyền"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên nhóm quyền"), required: true),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    traits: [.configures], unique: ["name"], listed: ["code", "name", "description"])
}
