import CRMEngine
import CRMValues

extension Kind {
  public static let contact = Kind(13, "contact")
}

extension Entity {
  /// A person at a customer.
  public static let contact = Entity(
    .contact, Label("Contact", vi: "Liên hệ"), plural: Label("Contacts", vi: "Liên hệ"),
    codePrefix: "LH", codeLabel: Label("Code", vi: "Mã liên hệ"),
    fields: [
      Field(
        "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"), required: true,
        headers: ["Mã khách hàng", "Mã KH", "Company", "Organization name"],
        belongs: true),
      Field(
        "name", .text, Label("Name", vi: "Họ tên"), required: true,
        headers: ["Họ và tên", "Tên liên hệ", "Tên người liên hệ", "Full name", "Display name"],
        namesPerson: true),
      Field(
        "position", .text, Label("Position", vi: "Chức vụ"),
        headers: ["Job title", "Organization title"],
        spareHeaders: ["Title", "Organization 1 - Title"]),
      StandardFields.phones, StandardFields.emails,
      Field(
        "birthday", .yearlyDay, Label("Birthday", vi: "Ngày sinh"),
        headers: StandardFields.birthdayHeaders),
      Field("main", .flag, Label("Main contact", vi: "Liên hệ chính"), defaultValue: "0"),
      Field(
        "description", .longText, Label("Description", vi: "Mô tả"),
        headers: ["Ghi chú", "Notes", "Note"]),
    ],
    traits: [.owned, .tagged, .approvable],
    likeness: RowLikeness(["customer", "name"], one: ["phones", "emails"], isSame: true),
    search: ["name", "phones", "emails", "position"],
    listed: ["code", "customer", "name", "position", "phones", "emails", "birthday"],
    yields: ["emails", "birthday", "position"],
    asked: ["customer", "phones", "name", "position", "emails"],
    along: AlongForm(
      "contact",
      headers: [
        "Người liên hệ", "Liên hệ", "Đầu mối liên hệ", "Đầu mối", "Contact person", "Contacts",
        "Contact",
      ], name: "name", rest: "position"),
    indexes: [["customer", "deleted"]], lendsWords: true, isOnCards: true)
}
