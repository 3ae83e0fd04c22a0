import CRMEngine
import CRMTables
import CRMValues

/// Reminders as events of a calendar.
///
/// An event is known by its person and occasion, and by the database, so that a calendar that
/// reads the file again replaces what it has and mixes up no two databases.
public struct ReminderEvents {
  private let language: Language
  private let rule: LeapDayRule
  private let mark: Int64

  public init(_ reader: Reader, _ language: Language) throws {
    self.language = language
    rule = try reader.leapDayRule()
    // When the database was made.
    let first = try reader.cache.statement("SELECT time FROM operation ORDER BY id LIMIT 1")
    mark = try first.firstInteger() ?? 0
  }

  /// Returns a birthday or founding day, which comes back every year. The age is left out: the
  /// event is the same in all years.
  public func event(_ reminder: Birthdays.Reminder) -> CalendarEvent {
    let isLeapDay = reminder.day.monthDay == "02-29"
    return CalendarEvent(
      uid: uid(reminder.occasion.rawValue + "-birthday", reminder.id), day: reminder.date,
      yearly: isLeapDay ? .leapDay(rule) : .sameDay,
      summary: "\(title(reminder.occasion).text(in: language)): \(reminder.name)",
      details: person(reminder.code, reminder.phones, reminder.owner) + [
        line(ReminderEvents.day(reminder.occasion), reminder.day.text(language))
      ])
  }

  /// Returns a customer to get in touch with today.
  public func event(_ reminder: ForgottenCustomers.Reminder, today: Day) -> CalendarEvent {
    CalendarEvent(
      uid: uid("customer-forgotten", reminder.id), day: today,
      summary: line(Label("Get in touch", vi: "Đừng quên liên hệ"), reminder.name),
      details: person(reminder.code, reminder.phones, reminder.owner) + [
        line(
          reminder.wasContacted
            ? Label("Last contact", vi: "Liên hệ lần cuối") : Label("Created", vi: "Ngày tạo"),
          reminder.last.text(language))
      ])
  }

  /// Returns the last day of a contract.
  public func event(_ reminder: ExpiringContracts.Reminder) -> CalendarEvent {
    var details = ["\(reminder.code) \(reminder.name)", reminder.customer]
    if let value = reminder.value {
      details.append(line(Label("Value", vi: "Giá trị"), Money.text(value, language) + " đ"))
    }
    if let owner = reminder.owner {
      details.append(line(Label("Owner", vi: "Chủ sở hữu"), owner))
    }
    return CalendarEvent(
      uid: uid("contract-expiry", reminder.id), day: reminder.expiry,
      summary: line(Label("Contract expires", vi: "Hợp đồng hết hạn"), reminder.customerName),
      details: details)
  }

  /// The name of an event for good: of a record, and of this database.
  public func uid(_ occasion: String, _ id: Int64) -> String { "\(occasion)-\(id)-\(mark)@crm" }

  private func title(_ occasion: Birthdays.Occasion) -> Label {
    occasion == .founding
      ? Label("Founding day", vi: "Ngày thành lập") : Label("Birthday", vi: "Sinh nhật")
  }

  private static func day(_ occasion: Birthdays.Occasion) -> Label {
    occasion == .founding ? Label("Founded", vi: "Thành lập") : Label("Born", vi: "Ngày sinh")
  }

  private func person(_ code: String, _ phones: String, _ owner: String?) -> [String] {
    [code, phones].filter { !$0.isEmpty }
      + (owner.map { [line(Label("Owner", vi: "Chủ sở hữu"), $0)] } ?? [])
  }

  private func line(_ label: Label, _ text: String) -> String {
    "\(label.text(in: language)): \(text)"
  }
}
