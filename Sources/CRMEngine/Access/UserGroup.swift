import CRMValues

extension Kind {
  public static let userGroup = Kind(25, "user-group")
}

extension Entity {
  /// A group of users across units, such as those who work on one project; records are shared
  /// with it as a whole.
  public static let userGroup = Entity(
    .userGroup, Label("User group", vi: "Nhóm người dùng"),
    plural: Label("User groups", vi: "Nhóm người dùng"),
    codePrefix: "NND", codeHeaders: ["Mã nhóm người dùng"],
    fields: [
      Field(
        "name", .text, Label("Name", vi: "Tên nhóm người dùng"), required: true,
        headers: ["Tên nhóm"]),
      Field(
        "members", .references(.user), Label("Members", vi: "Thành viên"),
        headers: ["Nhân viên", "Users"]),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    traits: [.configures], unique: ["name"], listed: ["code", "name", "members", "description"])
}
