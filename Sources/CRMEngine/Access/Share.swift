import CRMValues

extension Kind {
  public static let share = Kind(20, "share", isNoun: false)
}

extension Entity {
  /// One share of a record: with a user, a unit or everybody. The read door asks it.
  public static let share = Entity(
    .share, Label("Share", vi: "Chia sẻ"), plural: Label("Shares", vi: "Chia sẻ"),
    codePrefix: nil,
    fields: [
      Field("record_kind", .noun(), Label("Kind", vi: "Loại bản ghi"), required: true),
      Field("record", .integer, Label("Record", vi: "Bản ghi"), required: true),
      Field("principal_kind", .text, Label("With", vi: "Với"), required: true),
      Field("principal", .integer, Label("Principal", vi: "Đối tượng"), required: true),
      Field(
        "rights",
        .choice([
          Choice("view", Label("View", vi: "Xem")), Choice("edit", Label("Edit", vi: "Sửa")),
        ]), Label("Rights", vi: "Quyền"), required: true, defaultValue: "view"),
    ],
    traits: [.internal], nameField: "record", listed: ["record_kind", "record", "rights"],
    indexes: [["record_kind", "record"], ["principal_kind", "principal"]])
}

/// The fields of a share.
package enum ShareField: String, FieldHandle {
  case record, principal, rights
  case recordKind = "record_kind"
  case principalKind = "principal_kind"

  package static var entity: Entity { .share }
}
