import CRMEngine
import CRMValues

extension Kind {
  public static let taskType = Kind(38, "task-type")
}

extension Entity {
  /// What kind of work a task or an appointment is: a call, a meeting, a delivery.
  public static let taskType = Entity(
    .taskType, Label("Task type", vi: "Loại công việc"),
    plural: Label("Task types", vi: "Loại công việc"),
    codePrefix: "LCV", codeHeaders: ["Mã loại công việc"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên loại công việc"), required: true),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "description"])
}
