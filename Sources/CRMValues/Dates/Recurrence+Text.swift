extension Recurrence {
  /// Returns the rule as people read it: `every 2 weeks on Monday until 2027-03-01`, `mỗi 2 tuần
  /// vào thứ hai đến 01/03/2027`; in the words of RFC 5545 where these say too little.
  public func text(_ language: Language) -> String {
    let isPlain =
      monthDays.isEmpty && months.isEmpty && positions.isEmpty && weekStart == 1
      && !weekdays.contains { $0.ordinal != 0 }
      && (weekdays.isEmpty || frequency == .weekly)
    guard isPlain else { return storage }
    var text = every(language)
    if weekdays.map(\.weekday) == [1, 2, 3, 4, 5], interval == 1 {
      text = Label("weekdays", vi: "ngày làm việc").text(in: language)
    } else if !weekdays.isEmpty {
      let names = weekdays.map { Recurrence.weekdayNames[$0.weekday - 1].text(in: language) }
      let list = names.joined(separator: ", ")
      text += Label(" on \(list)", vi: " vào \(list)").text(in: language)
    }
    if let count {
      text += Label(", \(count.counted(.en)) times", vi: ", \(count.counted(.vi)) lần").text(
        in: language)
    }
    if let until {
      let day = until.text(language)
      text += Label(" until \(day)", vi: " đến \(day)").text(in: language)
    }
    return text
  }

  private func every(_ language: Language) -> String {
    let label: Label
    switch (frequency, interval) {
    case (.daily, 1): label = Label("daily", vi: "hằng ngày")
    case (.weekly, 1): label = Label("weekly", vi: "hằng tuần")
    case (.monthly, 1): label = Label("monthly", vi: "hằng tháng")
    case (.monthly, 3): label = Label("quarterly", vi: "hằng quý")
    case (.yearly, 1): label = Label("yearly", vi: "hằng năm")
    case (.daily, let number): label = Label("every \(number) days", vi: "mỗi \(number) ngày")
    case (.weekly, let number): label = Label("every \(number) weeks", vi: "mỗi \(number) tuần")
    case (.monthly, let number): label = Label("every \(number) months", vi: "mỗi \(number) tháng")
    case (.yearly, let number): label = Label("every \(number) years", vi: "mỗi \(number) năm")
    }
    return label.text(in: language)
  }

  static let weekdayNames = [
    Label("Monday", vi: "thứ hai"), Label("Tuesday", vi: "thứ ba"),
    Label("Wednesday", vi: "thứ tư"), Label("Thursday", vi: "thứ năm"),
    Label("Friday", vi: "thứ sáu"), Label("Saturday", vi: "thứ bảy"),
    Label("Sunday", vi: "chủ nhật"),
  ]
}

extension Day {
  /// The name of its day of the week.
  public var weekdayName: Label { Recurrence.weekdayNames[weekday - 1] }
}
