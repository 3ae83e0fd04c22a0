import CRMEngine
import CRMValues

extension Kind {
  public static let callStatus = Kind(39, "call-status")
}

extension Entity {
  /// How a call went: answered, busy, wrong number.
  public static let callStatus = Entity(
    .callStatus, Label("Call status", vi: "Tình trạng cuộc gọi"),
    plural: Label("Call statuses", vi: "Tình trạng cuộc gọi"),
    codePrefix: "TTCG", codeHeaders: ["Mã tình trạng cuộc gọi"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên tình trạng"), required: true),
      Field(
        "connected", .flag, Label("Connected", vi: "Đã kết nối"), defaultValue: "0",
        help: Label("people spoke with each other", vi: "hai bên đã nói chuyện với nhau")),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "connected", "description"])
}

/// The fields of a call status that rules look at.
package enum CallStatusField: String, FieldHandle {
  case connected

  package static var entity: Entity { .callStatus }
}
