import CRMEngine
import CRMValues

/// The fields that activities share.
enum ActivityFields {
  static let customer = Field(
    "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"),
    headers: ["Mã khách hàng", "Mã KH"], spareHeaders: Entity.customerWords, belongs: true)

  static let requiredCustomer = Field(
    "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"), required: true,
    headers: ["Mã khách hàng", "Mã KH"], spareHeaders: Entity.customerWords, belongs: true)

  static let about = Field(
    "about", .record, Label("About", vi: "Liên quan đến"),
    headers: ["Liên quan", "Related to"], belongs: true,
    help: Label(
      "what else it hangs on: a contact, an order, a contract, a care card",
      vi: "bản ghi khác mà việc này gắn với: liên hệ, đơn hàng, hợp đồng, thẻ chăm sóc"))

  static let performers = Field(
    "performers", .references(.user), Label("Performers", vi: "Người thực hiện"),
    headers: ["Người tham gia", "Participants", "Assignees"], road: .performer)

  static let recurrence = Field(
    "repeat", .recurrence, Label("Repeats", vi: "Lặp lại"),
    headers: ["Chu kỳ", "Recurrence"],
    help: Label(
      "weekly, 'every 2 weeks', or a rule of RFC 5545",
      vi: "hằng tuần, 'mỗi 2 tuần', hoặc quy tắc RFC 5545"))

  static let until = Field(
    "until", .day, Label("Until", vi: "Lặp đến"), headers: ["Lặp đến ngày", "Repeat until"])

  static let series = Field(
    "series_code", .text, Label("Series", vi: "Chuỗi"), access: .computed,
    help: Label("the code of the first of a series", vi: "mã của lần đầu trong chuỗi"))

  static let seriesValues = Field(
    "series_values", .text, Label("The series has", vi: "Giá trị của chuỗi"), access: .kept,
    help: Label(
      "what those to come have where this one differs",
      vi: "giá trị của các lần sau, nơi lần này khác"))

  static let description = Field(
    "description", .longText, Label("Description", vi: "Mô tả"), headers: ["Ghi chú"])
}

extension Entity {
  static let planStatuses: [Choice] = [
    Choice("planned", Label("Planned", vi: "Dự kiến"), .open),
    Choice("done", Label("Done", vi: "Hoàn thành"), .done),
    Choice("cancelled", Label("Cancelled", vi: "Đã hủy"), .lost),
  ]

  static let taskStatuses: [Choice] = [
    Choice("new", Label("New", vi: "Mới"), .open),
    Choice("doing", Label("Doing", vi: "Đang thực hiện"), .open),
    Choice("waiting", Label("Waiting for confirmation", vi: "Chờ xác nhận"), .open),
    Choice("done", Label("Done", vi: "Hoàn thành"), .done),
    Choice("cancelled", Label("Cancelled", vi: "Đã hủy"), .lost),
  ]

  static let priorities: [Choice] = [
    Choice("high", Label("High", vi: "Cao")),
    Choice("normal", Label("Normal", vi: "Bình thường"), aliases: ["Trung bình", "Medium"]),
    Choice("low", Label("Low", vi: "Thấp")),
  ]
}
