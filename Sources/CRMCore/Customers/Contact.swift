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
        headers: ["Mã khách hàng", "Mã KH", "Company"], belongs: true),
      Field(
        "name", .text, Label("Name", vi: "Họ tên"), required: true,
        headers: ["Họ và tên", "Tên liên hệ", "Full name"]),
      Field("position", .text, Label("Position", vi: "Chức vụ"), headers: ["Title"]),
      Field(
        "phones", .phones, Label("Phones", vi: "Điện thoại"),
        headers: ["Phone", "SĐT", "Số điện thoại", "Di động", "Mobile", "Tel"]),
      Field(
        "emails", .emails, Label("Emails", vi: "Email"), headers: ["Email", "E-mail", "Mail"]),
      Field(
        "birthday", .yearlyDay, Label("Birthday", vi: "Ngày sinh"),
        headers: ["Sinh nhật", "Date of birth"]),
      Field("main", .flag, Label("Main contact", vi: "Liên hệ chính"), defaultValue: "0"),
      Field("description", .longText, Label("Description", vi: "Mô tả"), headers: ["Ghi chú"]),
    ],
    traits: [.owned, .tagged, .approvable],
    search: ["name", "phones", "emails", "position"],
    listed: ["code", "customer", "name", "position", "phones", "emails", "birthday"],
    yields: ["emails", "birthday", "position"],
    asked: ["customer", "phones", "name", "position", "emails"],
    indexes: [["customer", "deleted"]], lendsWords: true, isOnCards: true)
}
