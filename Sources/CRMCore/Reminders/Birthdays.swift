import CRMEngine
import CRMValues

/// Birthdays of customers and contacts, and founding days of organisations, that come round
/// within some days (RULES 10.1).
public enum Birthdays {
  /// Whose day it is.
  public enum Occasion: String, CaseIterable, Sendable {
    case customer
    /// The founding day of an organisation or shop.
    case founding
    case contact
    case staff
  }

  /// One day to think of.
  public struct Reminder: Hashable, Sendable {
    public let date: Day
    /// The birthday or founding date itself.
    public let day: YearlyDay
    public let occasion: Occasion
    /// The row id of the record: stable, and never shown as such.
    public let id: Int64
    public let code: String
    public let name: String
    public let phones: String
    /// The owner's login; of a contact without one its customer's.
    public let owner: String?
    /// The years completed on that day, nil where the first year is unknown.
    public let age: Int?
  }

  /// Returns how many days ahead customers' birthdays are told.
  public static func customerDays(_ reader: Reader) throws -> Int {
    try reader.setting(.birthdayDays)
  }

  /// Returns how many days ahead contacts' birthdays are told.
  public static func contactDays(_ reader: Reader) throws -> Int {
    try reader.setting(.contactBirthdayDays)
  }

  /// Returns the days that come round from today over so many days, the nearest first.
  ///
  /// - Parameters:
  ///   - customerDays: for customers; 0 is today only.
  ///   - contactDays: the same for contacts.
  ///   - owner: only of customers of this user, and contacts of these or of their own; nil for all.
  public static func due(
    _ reader: Reader, customerDays: Int, contactDays: Int, owner: Int64? = nil
  ) throws -> [Reminder] {
    // The customers of one are fewer than the birthdays of all: those are not to be looked for first.
    let (own, ofOwn) =
      owner.map {
        (
          " AND t.owner = \($0)",
          " AND (t.owner = \($0) OR t.owner IS NULL AND t.customer IN "
            + "(SELECT s.id FROM customer s WHERE s.owner = \($0)))"
        )
      } ?? ("", "")
    func narrowed(_ sql: String, _ condition: String) -> String {
      condition.isEmpty ? sql : sql.replacing("substr(t", with: "+substr(t") + condition
    }
    let customers = try due(reader, narrowed(customerSQL, own), days: customerDays) { kind in
      kind == "organisation" || kind == "shop" ? .founding : .customer
    }
    let contacts = try due(reader, narrowed(contactSQL, ofOwn), days: contactDays) { _ in .contact }
    return sorted(customers + contacts)
  }

  /// Returns the birthdays of active staff in what is left of the month: told from its first
  /// day until the day itself, gone the day after (RULES 10.2).
  public static func staff(_ reader: Reader) throws -> [Reminder] {
    let today = reader.moment.today
    return sorted(
      try due(reader, staffSQL, days: today.days(until: today.endOfMonth)) { _ in .staff })
  }

  static let customerSQL = """
    SELECT t.birthday, t.code, t.name, t.phones, u.code, t.kind, t.id
    FROM customer t LEFT JOIN user u ON u.id = t.owner
    WHERE substr(t."birthday", -5) IN (SELECT value FROM json_each(?1)) AND +t.deleted IS NULL
    """

  static let contactSQL = """
    SELECT t.birthday, t.code, t.name, t.phones,
      (SELECT u.code FROM user u WHERE u.id = coalesce(t.owner, (
        SELECT s.owner FROM customer s WHERE s.id = t.customer))), NULL, t.id
    FROM contact t JOIN main.customer c ON c.id = t.customer
    WHERE substr(t."birthday", -5) IN (SELECT value FROM json_each(?1)) AND +t.deleted IS NULL
      AND c.deleted IS NULL
    """

  static let staffSQL = """
    SELECT t.birthday, t.code, t.name, t.phones, NULL, NULL, t.id FROM user t
    WHERE substr(t."birthday", -5) IN (SELECT value FROM json_each(?1)) AND +t.deleted IS NULL
      AND t.active = 1
    """

  private static func due(
    _ reader: Reader, _ sql: String, days: Int, _ occasion: (String?) -> Occasion
  ) throws -> [Reminder] {
    let today = reader.moment.today
    let last = today.adding(days: days)
    let rule = try reader.leapDayRule()
    let statement = try reader.cache.statement(sql)
    statement.bind(1, "[" + monthDays(today, days).map { "\"\($0)\"" }.joined(separator: ",") + "]")
    var found: [Reminder] = []
    while try statement.step() {
      guard let day = statement.text(0).flatMap({ YearlyDay(storage: $0) }) else { continue }
      let date = day.next(onOrAfter: today, leapDayFallsOn: rule)
      guard date <= last else { continue }
      found.append(
        Reminder(
          date: date, day: day, occasion: occasion(statement.text(5)), id: statement.integer(6),
          code: statement.text(1) ?? "",
          name: statement.text(2) ?? "", phones: statement.text(3) ?? "",
          owner: statement.text(4), age: day.age(on: date, leapDayFallsOn: rule)))
    }
    return found
  }

  /// Returns the days of the calendar, as the index has them, from a day over so many days.
  static func monthDays(_ first: Day, _ days: Int) -> [String] {
    var found = (0...min(days, 366)).map { YearlyDay(first.adding(days: $0)).monthDay }
    // Who was born on 29 February may be due on the day before or after.
    if found.contains("02-28") || found.contains("03-01") { found.append("02-29") }
    return Array(Set(found)).sorted()
  }

  private static func sorted(_ reminders: [Reminder]) -> [Reminder] {
    reminders.sorted {
      ($0.date, $0.occasion.order, $0.code) < ($1.date, $1.occasion.order, $1.code)
    }
  }
}

extension Birthdays.Occasion {
  fileprivate var order: Int { Birthdays.Occasion.allCases.firstIndex(of: self) ?? 0 }
}
