/// A day that comes back every year, such as a birthday or founding date, whose first year may
/// be unknown.
public struct YearlyDay: Hashable, Sendable {
  /// The first year, nil when unknown.
  public let year: Int?
  public let month: Int
  public let day: Int

  /// Makes a yearly day, nil when there is no such day. 29 February needs a leap year or no
  /// year at all.
  public init?(year: Int?, month: Int, day: Int) {
    guard Day(year: year ?? 4, month: month, day: day) != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  public init(_ day: Day) {
    (year, month, self.day) = day.parts
  }

  /// The first day itself, nil when its year is unknown.
  public var firstDay: Day? {
    year.flatMap { Day(year: $0, month: month, day: day) }
  }

  /// The part that comes back, `11-03`: what is sorted and looked up.
  public var monthDay: String {
    "\(twoDigits(month))-\(twoDigits(day))"
  }

  /// The storage form: `1999-11-03`, or without a year `--11-03` (ISO 8601:2000, vCard).
  public var text: String {
    firstDay?.iso ?? "--\(monthDay)"
  }

  /// Makes a yearly day of its storage form, nil for anything else.
  public init?(storage: String) {
    if let day = Day(iso: storage) {
      self.init(day)
      return
    }
    guard storage.utf8.count == 7, storage.hasPrefix("--"),
      let day = Day(iso: "0004-\(storage.dropFirst(2))")
    else { return nil }
    self.init(year: nil, month: day.month, day: day.day)
  }

  /// Returns the day as people read it: `1999-11-03` or `--11-03` in English, `03/11/1999` or
  /// `03/11` in Vietnamese.
  public func text(_ language: Language) -> String {
    switch language {
    case .en: return text
    case .vi: return firstDay?.text(.vi) ?? "\(twoDigits(day))/\(twoDigits(month))"
    }
  }
}
