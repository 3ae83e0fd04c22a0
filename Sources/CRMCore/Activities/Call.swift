import CRMEngine
import CRMValues

extension Kind {
  public static let call = Kind(42, "call", table: "phone_call")
}

extension Entity {
  /// A call with a customer: promised, or how it went (RULES 15.3).
  public static let call = Entity(
    .call, Label("Call", vi: "Cuộc gọi"), plural: Label("Calls", vi: "Cuộc gọi"),
    codePrefix: "CG", codeLabel: Label("Code", vi: "Mã cuộc gọi"),
    fields: [
      ActivityFields.requiredCustomer,
      Field(
        "direction", .choice(Entity.callDirections), Label("Direction", vi: "Chiều gọi"),
        short: Label("Direction", vi: "Chiều"), headers: ["Loại cuộc gọi"], defaultValue: "out"),
      Field(
        "call_status", .reference(.callStatus), Label("Call status", vi: "Tình trạng cuộc gọi"),
        short: Label("Result", vi: "Kết quả"), headers: ["Kết quả gọi", "Kết quả"]),
      Field(
        "status", .choice(Entity.planStatuses), Label("Status", vi: "Tình trạng"),
        headers: ["Trạng thái"]),
      Field(
        "start", .moment, Label("Start", vi: "Bắt đầu"),
        headers: ["Thời gian gọi", "Ngày gọi", "Giờ gọi", "Start time"], defaultValue: "now"),
      Field("duration", .duration, Label("Duration", vi: "Thời lượng")),
      Field(
        "phone", .text, Label("Phone", vi: "Số máy"),
        headers: ["SĐT", "Số điện thoại", "Điện thoại"]),
      StandardFields.owner, ActivityFields.about,
      Field(
        "content", .longText, Label("Content", vi: "Nội dung"),
        headers: ["Nội dung gọi", "Ghi chú"]),
    ],
    traits: [.ownedByAuthor, .tagged], nameField: "code", search: ["code", "content"],
    listed: [
      "code", "customer", "direction", "start", "duration", "call_status", "status", "owner",
    ],
    yields: ["status", "owner", "direction", "duration"],
    asked: ["customer", "direction", "call_status", "start", "duration", "content"],
    schedule: Schedule(at: "start"),
    happens: "start",
    indexes: [["customer", "deleted", "status", "start"], ["start", "status"]])

  static let callDirections: [Choice] = [
    Choice("out", Label("Outgoing", vi: "Gọi đi")),
    Choice("in", Label("Incoming", vi: "Gọi đến")),
  ]
}

/// The fields of a call that rules look at.
package enum CallField: String, FieldHandle {
  case customer, about, owner, direction, status, start, phone
  case callStatus = "call_status"

  package static var entity: Entity { .call }
}
