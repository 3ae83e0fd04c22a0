import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

extension RemindCommands {
  static var forgotten: Command<Session> {
    Command(
      ["remind", "forgotten"],
      Label(
        "Customers nobody was in touch with for long",
        vi: "Đừng quên: khách hàng lâu chưa liên hệ"),
      details: [
        Label(
          "The longest forgotten come first. Who was never contacted counts from the day it was "
            + "created.",
          vi: "Lâu nhất đứng trước. Khách chưa từng liên hệ được tính từ ngày tạo.")
      ],
      options: [
        days(
          "days",
          Label(
            "Last contact more than so many days ago (90)",
            vi: "Lần liên hệ cuối đã quá số ngày này (90)")), FieldCriteria.mine,
        Listing.limit, PerOwner.option, CalendarOption.option,
      ] + GlobalOptions.format,

      examples: [
        Example(
          "crm remind forgotten --days 60 --mine",
          Label("My customers after two months", vi: "Khách của tôi sau hai tháng")),
        Example(
          "crm remind forgotten --limit 20",
          Label("The twenty forgotten longest", vi: "Hai mươi khách lâu nhất")),
      ],
      reads: { invocation, session in
        let days = try invocation.integer("days", in: 0...100_000)
        return Look { reader in
          let owner = invocation.has("mine") ? try reader.one(.user, session.login) : nil
          try put(
            days: try days ?? ForgottenCustomers.days(reader), owner,
            limit: try invocation.integer("limit", in: 0...Int.max), session, reader)
        }
      })
  }

  private static let columns: [RowColumn] = [
    RowColumn(
      "last_contact", .day, Label("Last contact", vi: "Liên hệ lần cuối"),
      short: Label("Last contact", vi: "Lần cuối")),
    RowColumn("days", .integer, Label("Days", vi: "Số ngày"), yields: 1),
    RowColumn("contacted", .flag, Label("Contacted", vi: "Đã liên hệ"), yields: 2),
    RowColumn(
      "code", .code, Label("Code", vi: "Mã khách hàng"), short: Label("Code", vi: "Mã"), stays: true
    ),
    RowColumn(
      "name", .text, Label("Name", vi: "Tên khách hàng"), short: Label("Name", vi: "Tên"),
      stays: true),
    RowColumn("phones", .phones, Label("Phones", vi: "Điện thoại")),
    RowColumn(
      "owner", .text, Label("Owner", vi: "Chủ sở hữu"), fit: .wraps),
  ]

  /// The rows stream, and nothing is begun before the first.
  private static func put(
    days: Int, _ owner: Int64?, limit: Int?, _ session: Session, _ reader: Reader
  ) throws {
    if let calendar = try CalendarOption.writer(session) {
      let events = try ReminderEvents(reader, session.language)
      try ForgottenCustomers.each(reader, days: days, owner: owner, limit: limit) { reminder in
        try calendar.write(events.event(reminder, today: session.moment.today))
      }
      return try calendar.finish()
    }
    let form = try session.outputForm(forPeople: true)
    let style = session.style(form)
    let owners = try OwnerNames(session, reader)
    var writer: (any RowWriter)?
    if session.invocation.has("per-owner") {
      var rows: [PerOwner.Row] = []
      try ForgottenCustomers.each(reader, days: days, owner: owner, limit: limit) { reminder in
        rows.append(
          PerOwner.Row(
            owners: [reminder.owner].compactMap(\.self), values: try values(reminder, owners)))
      }
      return try PerOwner(session, reader).put(
        rows, columns, key: "forgotten", title: Label("Forgotten", vi: "Đừng quên"))
    }
    try ForgottenCustomers.each(reader, days: days, owner: owner, limit: limit) { reminder in
      let opened: any RowWriter
      if let writer {
        opened = writer
      } else {
        opened = try session.openRows(
          form, columns, key: "forgotten", title: Label("Forgotten", vi: "Đừng quên"))
        writer = opened
      }
      let values = try values(reminder, owners)
      try opened.write(zip(columns, values).map { $0.kind.cell($1, style) })
    }
    guard let writer else { return sayNothingDue(session) }
    try writer.finish()
  }

  private static func values(
    _ reminder: ForgottenCustomers.Reminder, _ owners: OwnerNames
  ) throws -> [Value] {
    [
      .text(reminder.last.iso), .integer(Int64(reminder.days)),
      .integer(reminder.wasContacted ? 1 : 0), .text(reminder.code), .text(reminder.name),
      reminder.phones.isEmpty ? .null : .text(reminder.phones),
      try owners.value(reminder.owner),
    ]
  }
}
