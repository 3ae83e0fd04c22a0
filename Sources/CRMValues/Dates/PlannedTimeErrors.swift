extension CRMError {
  /// Says that a text is neither a day nor a time.
  static func unreadableTime(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) is not a day or a time",
      vi: "\(quoted(typed)) không phải là ngày giờ",
      hints: [
        Label(
          "Write 2026-12-20, 2026-12-20 14:00, 14h30, tomorrow 9h, friday 2pm, +2d or +3h",
          vi: "Viết 20/12/2026, 20/12/2026 14:00, 14h30, mai 9h, thứ sáu 2h chiều, +2d hoặc +3h")
      ])
  }

  /// Says that what stands beside a day is no time of day.
  static func notTimeOfDay(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) is not a time of day",
      vi: "\(quoted(typed)) không phải là giờ trong ngày",
      hints: [Label("Write 14:00, 14h30 or 2pm", vi: "Viết 14:00, 14h30 hoặc 2h chiều")])
  }

  static func noHour(_ typed: String, _ hour: Int) -> CRMError {
    impossible(
      typed, "there is no hour \(hour)", vi: "không có \(hour) giờ",
      hour == 24
        ? Label("Write 0:00 of the next day", vi: "Viết 0:00 của ngày hôm sau")
        : Label(
          "Hours go from 0 to 23: write 14:00 or 14h30",
          vi: "Giờ từ 0 đến 23: viết 14:00 hoặc 14h30"))
  }

  static func noMinute(_ typed: String, _ minute: Int) -> CRMError {
    impossible(
      typed, "there is no minute \(minute)", vi: "không có phút \(minute)",
      Label(
        "Minutes go from 0 to 59: write 14:00 or 14h30",
        vi: "Phút từ 0 đến 59: viết 14:00 hoặc 14h30"))
  }

  static func noSecond(_ typed: String, _ second: Int) -> CRMError {
    impossible(
      typed, "there is no second \(second)", vi: "không có giây \(second)",
      Label("Seconds go from 0 to 59: write 14:00:30", vi: "Giây từ 0 đến 59: viết 14:00:30"))
  }

  /// Says that am or pm stands behind an hour that is none of twelve.
  static func wrongHalf(_ typed: String) -> CRMError {
    impossible(
      typed, "am and pm go with the hours 1 to 12", vi: "am, pm chỉ dùng với giờ từ 1 đến 12",
      Label("Write 14:00 or 2pm", vi: "Viết 14:00 hoặc 2h chiều"))
  }

  static func wrongPart(_ typed: String, hour: Int, _ part: DayPart) -> CRMError {
    impossible(
      typed, "\(hour):00 is not in \(part.label.en)", vi: "\(hour) giờ không phải \(part.label.vi)",
      Label(
        "Write the hour by 24: 14:00, or 9h sáng, 2h chiều, 8h tối",
        vi: "Viết giờ theo 24 giờ: 14:00, hoặc 9h sáng, 2h chiều, 8h tối"))
  }

  /// Says that twelve at night may begin the day or end it.
  static func eitherMidnight(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) may be the midnight that begins the day or the one that ends it",
      vi: "\(quoted(typed)) có thể là nửa đêm đầu ngày, cũng có thể là nửa đêm cuối ngày",
      hints: [
        Label(
          "Write 0:00 of the day that begins, or 23:59",
          vi: "Viết 0:00 của ngày bắt đầu, hoặc 23:59")
      ])
  }

  /// Says that a part of the day was named without an hour.
  static func missingHour(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) names a part of the day but no hour",
      vi: "\(quoted(typed)) có buổi mà không có giờ",
      hints: [Label("Write the hour too: 9h sáng mai", vi: "Viết cả giờ: 9h sáng mai")])
  }

  /// Says that a moment lies outside the years that can be kept.
  static func tooFar(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) is outside the years 1 to 9999",
      vi: "\(quoted(typed)) ngoài các năm từ 1 đến 9999",
      hints: [Label("Write a nearer time: +3h", vi: "Viết thời gian gần hơn: +3h")])
  }

  private static func impossible(
    _ typed: String, _ reason: String, vi: String, _ hint: Label
  ) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) is not a time of day: \(reason)",
      vi: "\(quoted(typed)) không phải là giờ trong ngày: \(vi)", hints: [hint])
  }
}
