extension CRMError {
  /// Says that there is no such day, and why.
  static func impossibleDay(_ typed: String, year: Int?, month: Int, day: Int) -> CRMError {
    guard (1...12).contains(month) else {
      let swapped =
        (1...12).contains(day) && (13...31).contains(month)
        ? [
          Label(
            "The day comes before the month: \(twoDigits(month))/\(twoDigits(day))",
            vi: "Viết ngày trước tháng: \(twoDigits(month))/\(twoDigits(day))")
        ] : []
      return CRMError(
        .request, "\(typed) is not a date: there is no month \(month)",
        vi: "\(typed) không phải là ngày: không có tháng \(month)", hints: swapped)
    }
    if let year, !(1...9999).contains(year) {
      return CRMError(
        .request, "\(typed) is not a date: there is no year \(year)",
        vi: "\(typed) không phải là ngày: không có năm \(year)")
    }
    guard day > 0 else {
      return CRMError(
        .request, "\(typed) is not a date: there is no day 0",
        vi: "\(typed) không phải là ngày: không có ngày 0")
    }
    let count = Day.daysIn(month: month, year: year ?? 4)
    let inYear = year.map { " \($0)" } ?? ""
    return CRMError(
      .request,
      "\(typed) is not a date: \(englishMonths[month - 1])\(inYear) has \(count) days",
      vi: "\(typed) không phải là ngày: tháng \(month)"
        + (year.map { " năm \($0)" } ?? "") + " có \(count) ngày")
  }

  /// Says that a year was written with two digits.
  static func shortYear(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(typed) is not a date: the year needs four digits",
      vi: "\(typed) không phải là ngày: năm phải có bốn chữ số",
      hints: [Label("Write the year in full: 20/12/1990", vi: "Viết đủ năm: 20/12/1990")])
  }

  /// Says that a date lacks its year where one is needed.
  static func missingYear(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(typed) is not a date: the year is missing",
      vi: "\(typed) không phải là ngày: thiếu năm",
      hints: [Label("Write the year too: \(typed)/2026", vi: "Viết cả năm: \(typed)/2026")])
  }

  /// Says that a date has a year and no day.
  static func missingDay(_ typed: String) -> CRMError {
    CRMError(
      .request,
      "\(typed) is not a date: the day is missing; write 20/12/1990, or 20/12 without the year",
      vi:
        "\(typed) không phải là ngày: thiếu ngày; hãy viết 20/12/1990, hoặc 20/12 nếu không rõ năm")
  }

  /// Says that a text cannot be read as a date.
  static func unreadableDay(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) is not a date", vi: "\(quoted(typed)) không phải là ngày",
      hints: [
        Label(
          "Write 2026-12-20, 20/12/2026, today, today+7d, monday or eom",
          vi: "Viết 20/12/2026, hôm nay, hôm nay+7d, thứ hai hoặc cuối tháng")
      ])
  }
}

/// Returns what a user typed between quotation marks, shortened when it is long, without
/// control characters, which a terminal would obey.
func quoted(_ typed: String) -> String {
  let shown = String.UnicodeScalarView(
    fitted(typed, to: 60).unicodeScalars.map {
      $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
    })
  return "“\(String(shown))”"
}

private let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]
