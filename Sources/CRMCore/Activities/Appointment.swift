import CRMEngine
import CRMValues

extension Kind {
  public static let appointment = Kind(41, "appointment")
}

extension Entity {
  /// A meeting at a time, with a customer or without (RULES 15.2).
  public static let appointment = Entity(
    .appointment, Label("Appointment", vi: "Lịch hẹn"),
    plural: Label("Appointments", vi: "Lịch hẹn"),
    codePrefix: "HEN", codeLabel: Label("Code", vi: "Mã lịch hẹn"),
    fields: [
      ActivityFields.customer,
      Field(
        "name", .text, Label("Name", vi: "Tên lịch hẹn"), short: Label("Name", vi: "Lịch hẹn"),
        required: true, headers: ["Tiêu đề", "Subject"]),
      Field(
        "type", .reference(.taskType), Label("Type", vi: "Loại công việc"),
        short: Label("Type", vi: "Loại"), headers: ["Loại"]),
      Field(
        "status", .choice(Entity.planStatuses), Label("Status", vi: "Tình trạng"),
        headers: ["Trạng thái"], defaultValue: "planned"),
      Field(
        "start", .moment, Label("Start", vi: "Bắt đầu"), required: true,
        headers: ["Ngày hẹn", "Giờ hẹn", "Thời gian", "Start date"]),
      Field("end", .moment, Label("End", vi: "Kết thúc"), headers: ["End date"]),
      Field("duration", .duration, Label("Duration", vi: "Thời lượng")),
      Field("place", .text, Label("Place", vi: "Địa điểm"), headers: ["Nơi hẹn", "Location"]),
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
    listed: ["code", "name", "customer", "start", "duration", "status", "performers", "type"],
    yields: ["type", "performers", "duration", "status", "customer"],
    asked: ["customer", "name", "start", "duration", "place", "performers"],
    schedule: Schedule(at: "start", until: "end", recurrence: "repeat", result: "result"),
    happens: "start",
    indexes: [["customer", "deleted", "status", "start"], ["start", "status"], ["series_code"]])
}

/// The fields of an appointment that rules look at.
package enum AppointmentField: String, FieldHandle {
  case customer, about, owner, performers, status, start, end, duration, finished
  case `repeat`, until, result
  case series = "series_code"
  case seriesValues = "series_values"

  package static var entity: Entity { .appointment }

  /// What a series of them is made of.
  static func series() throws -> Series.Places {
    Series.Places(
      at: try start.position, along: [try end.position], status: try status.position,
      rule: try `repeat`.position, until: try until.position, series: try series.position,
      own: try seriesValues.position, fresh: [try result.position])
  }
}
