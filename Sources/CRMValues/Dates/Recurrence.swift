/// By which days something comes again: a recurrence rule of RFC 5545 (3.3.10), as far as days go.
public struct Recurrence: Hashable, Sendable {
  public enum Frequency: String, CaseIterable, Sendable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A day of the week, by ISO 8601 from 1 (Monday) to 7, and which of its month or year: the
  /// second, or counted from the end where negative; 0 is every one.
  public struct WeekdayRule: Hashable, Sendable {
    public let weekday: Int
    public let ordinal: Int

    public init(_ weekday: Int, ordinal: Int = 0) {
      self.weekday = weekday
      self.ordinal = ordinal
    }
  }

  public var frequency: Frequency
  /// Every so many days, weeks, months or years.
  public var interval = 1
  public var weekdays: [WeekdayRule] = []
  /// Days of the month, counted from its end where negative.
  public var monthDays: [Int] = []
  public var months: [Int] = []
  /// Which of the days that a period has count, from the end where negative.
  public var positions: [Int] = []
  /// The day with which weeks begin.
  public var weekStart = 1
  /// How many times in all, the first counted.
  public var count: Int?
  /// The last day it may fall on.
  public var until: Day?

  public init(_ frequency: Frequency, interval: Int = 1) {
    self.frequency = frequency
    self.interval = interval
  }

  /// Whether it never ends.
  public var isEndless: Bool { count == nil && until == nil }

  /// Returns the rule with another end, none for nil.
  public func ending(on day: Day?) -> Recurrence {
    var rule = self
    rule.until = day
    if day != nil { rule.count = nil }
    return rule
  }

  /// Returns the rule as it goes on after one time; nil where that was the last.
  public func afterOne() -> Recurrence? {
    guard let count else { return self }
    guard count > 1 else { return nil }
    var rule = self
    rule.count = count - 1
    return rule
  }
}

extension Recurrence {
  /// Returns the rule as a calendar has it of what begins at a time: the last day of what has times
  /// of day is a moment in UTC (RFC 5545, 3.3.10).
  public func rule(for start: PlannedTime) -> String {
    guard let until, case .moment = start else { return storage }
    return ending(on: nil).storage + ";UNTIL=\(until.iso.filter { $0 != "-" })T165959Z"
  }

  static let dayWords = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// The storage form: the rule of RFC 5545, its parts always in one order.
  public var storage: String {
    var parts = ["FREQ=\(frequency.rawValue)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    func list(_ name: String, _ numbers: [Int]) {
      guard !numbers.isEmpty else { return }
      parts.append("\(name)=\(numbers.map(String.init).joined(separator: ","))")
    }
    list("BYMONTH", months)
    list("BYMONTHDAY", monthDays)
    if !weekdays.isEmpty {
      let words = weekdays.map { rule in
        (rule.ordinal == 0 ? "" : String(rule.ordinal)) + Recurrence.dayWords[rule.weekday - 1]
      }
      parts.append("BYDAY=\(words.joined(separator: ","))")
    }
    list("BYSETPOS", positions)
    if weekStart != 1 { parts.append("WKST=\(Recurrence.dayWords[weekStart - 1])") }
    if let count { parts.append("COUNT=\(count)") }
    if let until { parts.append("UNTIL=\(until.iso.filter { $0 != "-" })") }
    return parts.joined(separator: ";")
  }

  /// Makes a rule of its storage form; nil for anything else.
  public init?(storage: String) {
    guard let rule = try? Recurrence(parts: storage), rule.storage == storage else { return nil }
    self = rule
  }
}
