import CRMValues

extension Kind {
  public static let user = Kind(2, "user")
}

extension Entity {
  /// A member of staff who acts in the program; the code is the login.
  public static let user = Entity(
    .user, Label("User", vi: "Nhân viên"), plural: Label("Users", vi: "Nhân viên"),
    codePrefix: nil, codeLabel: Label("Login", vi: "Tài khoản"),
    codeHeaders: ["Tên đăng nhập", "Username", "Mã nhân viên"],
    fields: [
      Field(
        "name", .text, Label("Name", vi: "Họ tên"), required: true,
        headers: ["Họ và tên", "Tên nhân viên", "Full name", "Display name"], namesPerson: true),
      StandardFields.emails, StandardFields.phones,
      Field(
        "birthday", .yearlyDay, Label("Birthday", vi: "Ngày sinh"),
        headers: StandardFields.birthdayHeaders),
      Field(
        "unit", .reference(.unit), Label("Unit", vi: "Đơn vị"), headers: ["CCTC", "Phòng ban"]),
      Field("role", .reference(.role), Label("Role", vi: "Nhóm quyền"), headers: ["Vai trò"]),
      Field("active", .flag, Label("Active", vi: "Đang làm việc"), defaultValue: "1"),
    ],
    traits: [.configures], listed: ["code", "name", "emails", "phones", "unit", "role", "active"],
    yields: ["emails", "phones"], asked: ["code", "name", "role", "unit", "phones", "emails"],
    isCommon: true)
}

/// The fields of a user that the program looks at.
package enum UserField: String, FieldHandle {
  case code, name, unit, role, active

  package static var entity: Entity { .user }
}
