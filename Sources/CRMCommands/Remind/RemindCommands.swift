import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm remind …`: what is due. Nothing due prints nothing at all, so that cron sends no mail.
enum RemindCommands {
  static let summary = Label(
    "Birthdays, customers not to forget, tasks, appointments, contracts that end",
    vi: "Nhắc sinh nhật, khách lâu chưa liên hệ, công việc, lịch hẹn, hợp đồng sắp hết hạn")

  static var commands: [Command<Session>] {
    [birthdays, staffBirthdays, forgotten, tasks, appointments, contracts]
  }

  static func days(_ name: String, _ label: Label) -> Option {
    Option(name, value: .one("N"), label)
  }

  static let silence = Label(
    "Prints nothing where nothing is due, else a table for people, in mail of cron too, unless "
      + "--format is given. With --today or CRM_TODAY cron can catch up.",
    vi: "Không có gì thì không in gì, có thì in bảng để đọc, cả trong thư của cron, trừ khi ghi "
      + "--format. Dùng --today hoặc CRM_TODAY để chạy bù.")

  static var birthdays: Command<Session> {
    Command(
      ["remind", "birthdays"],
      Label(
        "Birthdays of customers and contacts from today on",
        vi: "Nhắc sinh nhật khách hàng và liên hệ"),
      details: [
        Label(
          "Founding days of organisations and shops are among them. When somebody of 29 February "
            + "is told in other years says the setting leap_day; birthday_days and "
            + "contact_birthday_days say how many days ahead.",
          vi:
            "Gồm cả ngày thành lập của tổ chức, cửa hàng. Thiết lập leap_day định ngày nhắc người "
            + "sinh 29/02 ở năm không nhuận; birthday_days và contact_birthday_days định số ngày "
            + "nhắc trước."), silence,
      ],
      options: [
        days(
          "days",
          Label(
            "How many days ahead, 0 is today only (7)",
            vi: "Số ngày nhắc trước, 0 là chỉ hôm nay (7)")),
        days(
          "contact-days",
          Label("The same for contacts (as --days)", vi: "Như trên cho liên hệ (như --days)")),
        PerOwner.option, CalendarOption.option,
      ] + GlobalOptions.format,

      examples: [
        Example(
          "crm remind birthdays --days 3",
          Label("The next three days", vi: "Trong ba ngày tới")),
        Example(
          "crm remind birthdays --days 366 --ics sinh-nhat.ics",
          Label("All, for a calendar", vi: "Tất cả, đưa vào lịch")),
      ],
      reads: { invocation, session in
        let days = try invocation.integer("days", in: 0...366)
        let contactDays = try invocation.integer("contact-days", in: 0...366)
        return Look { reader in
          let due = try Birthdays.due(
            reader, customerDays: try days ?? Birthdays.customerDays(reader),
            contactDays: try contactDays ?? days ?? Birthdays.contactDays(reader))
          try BirthdayRows.put(due, BirthdayRows.columns, session, reader)
        }
      })
  }

  static var staffBirthdays: Command<Session> {
    Command(
      ["remind", "staff-birthdays"],
      Label(
        "Birthdays of staff this month that are not over",
        vi: "Nhắc sinh nhật nhân viên trong tháng"),
      details: [
        Label(
          "From the first of the month until the day itself; gone the day after.",
          vi: "Từ ngày đầu tháng đến đúng ngày sinh nhật; hôm sau không nhắc nữa."), silence,
      ],
      options: [CalendarOption.option] + GlobalOptions.format,
      reads: { _, session in
        Look { reader in
          try BirthdayRows.put(
            try Birthdays.staff(reader), BirthdayRows.staffColumns, session, reader)
        }
      })
  }
}
