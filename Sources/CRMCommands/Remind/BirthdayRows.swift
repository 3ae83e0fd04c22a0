import CRMCore
import CRMEngine
import CRMValues

/// Birthdays as rows, one a person.
enum BirthdayRows {
  static let columns: [RowColumn] = [
    date, RowColumn("kind", .choice(occasions), Label("Occasion", vi: "Dịp")),
    RowColumn("code", .code, Label("Code", vi: "Mã"), stays: true), name, phones,
    RowColumn("owner", .text, Label("Owner", vi: "Chủ sở hữu"), short: owner, fit: .wraps), age,
  ]

  static let staffColumns: [RowColumn] = [
    date, RowColumn("code", .code, Label("Login", vi: "Tài khoản")), name, phones, age,
  ]

  private static let date = RowColumn("date", .day, Label("Date", vi: "Ngày"))
  private static let name = RowColumn("name", .text, Label("Name", vi: "Tên"), stays: true)
  private static let owner = Label("Owner", vi: "Chủ sở hữu")
  private static let phones = RowColumn("phones", .phones, Label("Phones", vi: "Điện thoại"))
  private static let age = RowColumn(
    "age", .integer, Label("Years", vi: "Số tuổi"), short: Label("Years", vi: "Tuổi"),
    yields: 1)

  private static let occasions: [Choice] = Birthdays.Occasion.allCases.map { occasion in
    switch occasion {
    case .customer:
      return Choice(occasion.rawValue, Label("Birthday, customer", vi: "Sinh nhật khách hàng"))
    case .founding: return Choice(occasion.rawValue, Label("Founding day", vi: "Ngày thành lập"))
    case .contact:
      return Choice(occasion.rawValue, Label("Birthday, contact", vi: "Sinh nhật liên hệ"))
    case .staff:
      return Choice(occasion.rawValue, Label("Birthday, staff", vi: "Sinh nhật nhân viên"))
    }
  }

  /// Writes the reminders; nothing at all where there are none.
  static func put(
    _ reminders: [Birthdays.Reminder], _ columns: [RowColumn], _ session: Session,
    _ reader: Reader
  ) throws {
    if let calendar = try CalendarOption.writer(session) {
      let events = try ReminderEvents(reader, session.language)
      for reminder in reminders { try calendar.write(events.event(reminder)) }
      return try calendar.finish()
    }
    let owners = try OwnerNames(session, reader)
    let rows = try reminders.map { reminder in
      PerOwner.Row(
        owners: [reminder.owner].compactMap(\.self).filter { !$0.isEmpty },
        values: try columns.map { try value($0.key, reminder, owners) })
    }
    try PerOwner(session, reader).put(
      rows, columns, key: "birthdays", title: Label("Birthdays", vi: "Sinh nhật"))
  }

  private static func value(
    _ key: String, _ reminder: Birthdays.Reminder, _ owners: OwnerNames
  ) throws -> Value {
    func text(_ text: String?) -> Value {
      text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .null
    }
    switch key {
    case "date": return .text(reminder.date.iso)
    case "kind": return .text(reminder.occasion.rawValue)
    case "code": return .text(reminder.code)
    case "name": return .text(reminder.name)
    case "phones": return text(reminder.phones)
    case "owner": return try owners.value(reminder.owner)
    case "age": return reminder.age.map { .integer(Int64($0)) } ?? .null
    default: return .null
    }
  }
}
