/// A part of the day that says which twelve hours are meant: `9h sáng`, `8 giờ tối`.
enum DayPart: Hashable {
  case morning, noon, afternoon, evening, night

  /// Makes the part that a word names, with all of its marks or without any: `tới` (next) is
  /// not `tối`.
  init?(_ word: String) {
    switch word.lowercased() {
    case "sáng", "sang": self = .morning
    case "trưa", "trua": self = .noon
    case "chiều", "chieu": self = .afternoon
    case "tối", "toi": self = .evening
    case "đêm", "dem": self = .night
    default: return nil
    }
  }

  /// Returns an hour as the clock of 24 hours shows it, nil when the part has no such hour.
  ///
  /// At night twelve is nil too: it may be the midnight before the day or the one after it.
  func hour(_ hour: Int) -> Int? {
    switch (self, hour) {
    case (.morning, 0...11), (.noon, 10...14), (.afternoon, 12...19), (.evening, 17...23),
      (.night, 0...4), (.night, 19...23):
      return hour
    case (.noon, 1...2), (.afternoon, 1...7), (.evening, 5...11), (.night, 7...11):
      return hour + 12
    default: return nil
    }
  }

  /// The part as it is named in a sentence.
  var label: Label {
    switch self {
    case .morning: Label("the morning", vi: "buổi sáng")
    case .noon: Label("the middle of the day", vi: "buổi trưa")
    case .afternoon: Label("the afternoon", vi: "buổi chiều")
    case .evening: Label("the evening", vi: "buổi tối")
    case .night: Label("the night", vi: "ban đêm")
    }
  }
}
