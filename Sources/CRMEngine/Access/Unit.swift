import CRMValues

extension Kind {
  public static let unit = Kind(1, "unit")
}

extension Entity {
  /// A department or branch; units form a tree.
  public static let unit = Entity(
    .unit, Label("Unit", vi: "Đơn vị"), plural: Label("Units", vi: "Đơn vị"),
    codePrefix: "DV", codeHeaders: ["Mã đơn vị"],
    fields: [
      Field(
        "name", .text, Label("Name", vi: "Tên đơn vị"), required: true, headers: ["Tên CCTC"]),
      Field("parent", .reference(.unit), Label("Parent unit", vi: "Đơn vị cấp trên")),
      Field(
        "manager", .reference(.user), Label("Manager", vi: "Người quản lý"),
        headers: ["Trưởng đơn vị", "Trưởng phòng"],
        help: Label(
          "who approves what the unit submits", vi: "người duyệt những gì đơn vị gửi phê duyệt")),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    traits: [.configures], unique: ["name"], listed: ["code", "name", "parent", "manager"])
}
