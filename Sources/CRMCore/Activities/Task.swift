import CRMEngine
import CRMValues

extension Kind {
  public static let task = Kind(40, "task")
}

extension Entity {
  /// Work that its owner gave and its performers do, for a customer or for nobody (RULES 15.1).
  public static let task = Entity(
    .task, Label("Task", vi: "Công việc"), plural: Label("Tasks", vi: "Công việc"),
    codePrefix: "CV", codeLabel: Label("Code", vi: "Mã công việc"),
    fields: [
      ActivityFields.customer,
      Field(
        "name", .text, Label("Name", vi: "Tên công việc"), short: Label("Name", vi: "Công việc"),
        required: true, headers: ["Nhiệm vụ", "Tên nhiệm vụ", "Tiêu đề", "Subject"]),
      Field(
        "type", .reference(.taskType), Label("Type", vi: "Loại công việc"),
        short: Label("Type", vi: "Loại"), headers: ["Loại"]),
      Field(
        "project", .reference(.project), Label("Project", vi: "Dự án"), makesEntries: true),
      Field(
        "status", .choice(Entity.taskStatuses), Label("Status", vi: "Tình trạng"),
        headers: ["Trạng thái"], defaultValue: "new"),
      Field(
        "priority", .choice(Entity.priorities), Label("Priority", vi: "Mức ưu tiên"),
        short: Label("Priority", vi: "Ưu tiên"), headers: ["Độ ưu tiên", "Ưu tiên"],
        defaultValue: "normal"),
      Field(
        "start", .moment, Label("Start", vi: "Bắt đầu"), headers: ["Ngày bắt đầu", "Start date"]),
      Field(
        "due", .moment, Label("Due", vi: "Hạn hoàn thành"), short: Label("Due", vi: "Hạn"),
        headers: ["Hạn", "Hạn chót", "Ngày hết hạn", "Deadline", "Due date"]),
      ActivityFields.performers, StandardFields.owner, ActivityFields.about,
      ActivityFields.recurrence, ActivityFields.until, ActivityFields.series,
      ActivityFields.seriesValues,
      Field(
        "finished", .instant, Label("Finished", vi: "Xong lúc"),
        headers: ["Ngày hoàn thành"], access: .computed),
      ActivityFields.description,
      Field("result", .longText, Label("Result", vi: "Kết quả")),
    ],
    traits: [.ownedByAuthor, .tagged], search: ["code", "name", "description"],
    listed: ["code", "name", "customer", "due", "status", "priority", "performers", "type"],
    yields: ["type", "priority", "performers", "status", "customer"],
    asked: ["customer", "name", "type", "due", "performers", "description"],
    schedule: Schedule(at: "due", recurrence: "repeat", result: "result"),
    happens: "due",
    indexes: [["customer", "deleted", "status", "due"], ["due", "status"], ["series_code"]])
}

/// The fields of a task that rules look at.
package enum TaskField: String, FieldHandle {
  case customer, about, owner, performers, status, start, due, finished
  case `repeat`, until, result
  case series = "series_code"
  case seriesValues = "series_values"

  package static var entity: Entity { .task }

  /// What a series of them is made of.
  static func series() throws -> Series.Places {
    Series.Places(
      at: try due.position, along: [try start.position], status: try status.position,
      rule: try `repeat`.position, until: try until.position, series: try series.position,
      own: try seriesValues.position, fresh: [try result.position])
  }
}
