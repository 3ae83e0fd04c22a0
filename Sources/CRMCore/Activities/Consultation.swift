import CRMEngine
import CRMValues

extension Kind {
  public static let consultation = Kind(44, "consultation")
}

extension Entity {
  /// A consultation card: what a customer was advised, on which products (RULES 15.6).
  public static let consultation = Entity(
    .consultation, Label("Consultation", vi: "Thẻ tư vấn"),
    plural: Label("Consultations", vi: "Thẻ tư vấn"),
    codePrefix: "PTV", codeLabel: Label("Code", vi: "Mã thẻ tư vấn"),
    fields: [
      ActivityFields.requiredCustomer,
      Field(
        "date", .moment, Label("Date", vi: "Thời gian"), headers: ["Ngày tư vấn", "Ngày"],
        defaultValue: "now"),
      Field(
        "products", .references(.product), Label("Products", vi: "Sản phẩm"),
        headers: ["Mã sản phẩm", "Sản phẩm tư vấn"]),
      Field(
        "needs", .text, Label("Needs", vi: "Nhu cầu"), headers: ["Nhu cầu khách hàng"]),
      Field(
        "content", .longText, Label("Content", vi: "Nội dung"),
        headers: ["Nội dung tư vấn", "Ghi chú"]),
      StandardFields.owner, ActivityFields.about,
      Field("result", .longText, Label("Result", vi: "Kết quả")),
    ],
    traits: [.ownedByAuthor, .tagged], nameField: "code", search: ["code", "content", "needs"],
    listed: ["code", "customer", "date", "products", "needs", "owner"],
    yields: ["owner", "needs"],
    asked: ["customer", "products", "needs", "content"],
    happens: "date",
    indexes: [["customer", "deleted", "date"]])
}

/// The fields of a consultation that rules look at.
package enum ConsultationField: String, FieldHandle {
  case customer, about, owner

  package static var entity: Entity { .consultation }
}
