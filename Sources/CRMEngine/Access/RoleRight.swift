import CRMValues

extension Kind {
  public static let roleRight = Kind(33, "role-right", isNoun: false)
}

extension Entity {
  /// What a role allows: an action on a kind of record, and how far it reaches
  /// (RULES 11.1).
  public static let roleRight = Entity(
    .roleRight, Label("Right", vi: "Quyền"), plural: Label("Rights", vi: "Quyền"),
    codePrefix: nil,
    fields: [
      Field(
        "role", .reference(.role), Label("Role", vi: "Nhóm quyền"), required: true,
        belongs: true),
      Field(
        "record_kind", .noun(or: [every]), Label("Kind", vi: "Loại bản ghi"), required: true,
        help: Label("a noun, or all for every other", vi: "danh từ, hoặc all cho mọi loại còn lại")),
      Field(
        "action", .text, Label("Action", vi: "Hành động"), required: true,
        help: Label(
          "an action, or all for every other", vi: "hành động, hoặc all cho mọi hành động")),
      Field("reach", .choice(reaches), Label("Reach", vi: "Phạm vi"), required: true),
    ],
    traits: [.internal, .configures], nameField: "record_kind",
    listed: ["role", "record_kind", "action", "reach"])

  private static let every = Choice(
    Rights.Grant.every, Label("Every other kind", vi: "Mọi loại còn lại"))

  /// How far a right reaches, least first.
  public static let reaches = [
    Choice("none", Label("None", vi: "Không")),
    Choice("own", Label("Own records", vi: "Của mình")),
    Choice("unit", Label("The unit", vi: "Đơn vị")),
    Choice("all", Label("Everything", vi: "Tất cả")),
  ]
}

/// The fields of a right.
package enum RoleRightField: String, FieldHandle {
  case role, action, reach
  case recordKind = "record_kind"

  package static var entity: Entity { .roleRight }
}
