/// What is wrong with a recurrence rule.
enum RecurrenceErrors {
  private static let ways = Label(
    "Write daily, weekly, monthly, 'every 2 weeks', 'monday, thursday', or a rule of RFC 5545 such "
      + "as FREQ=MONTHLY;BYDAY=-1FR",
    vi: "Viết hằng ngày, hằng tuần, hằng tháng, 'mỗi 2 tuần', 'thứ hai, thứ năm', hoặc quy tắc "
      + "RFC 5545 như FREQ=MONTHLY;BYDAY=-1FR")

  static func unreadable(_ typed: String) -> CRMError {
    error("\(quoted(typed)) is no recurrence", vi: "\(quoted(typed)) không phải quy tắc lặp lại")
  }

  static func doubled(_ name: String) -> CRMError {
    error("\(name) stands twice in the recurrence", vi: "\(name) ghi hai lần trong quy tắc lặp lại")
  }

  static let frequency = error(
    "a recurrence needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY",
    vi: "quy tắc lặp lại cần 'FREQ=DAILY', 'WEEKLY', 'MONTHLY' hoặc 'YEARLY'")

  static let bothEnds = error(
    "a recurrence ends by COUNT or by UNTIL, not by both",
    vi: "quy tắc lặp lại kết thúc bằng 'COUNT' hoặc 'UNTIL', không dùng cả hai")

  static let ordinal = error(
    "the first or last of a weekday goes with MONTHLY or YEARLY",
    vi: "thứ mấy đầu tiên, cuối cùng chỉ dùng với 'MONTHLY' hoặc 'YEARLY'")

  static func range(_ name: String, _ value: String) -> CRMError {
    error("\(name)=\(value) is not possible here", vi: "\(name)=\(value) không dùng được ở đây")
  }

  static func unsupported(_ name: String) -> CRMError {
    error(
      "\(name) is no part of a recurrence by days", vi: "quy tắc lặp lại theo ngày không có \(name)"
    )
  }

  static func never(_ typed: String) -> CRMError {
    error("\(quoted(typed)) never occurs", vi: "\(quoted(typed)) không bao giờ xảy ra")
  }

  private static func error(_ en: String, vi: String) -> CRMError {
    CRMError(.request, en, vi: vi, hints: [ways])
  }
}
