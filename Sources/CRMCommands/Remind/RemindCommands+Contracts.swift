import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension RemindCommands {
  static var contracts: Command<Session> {
    Command(
      ["remind", "contracts"],
      Label("Contracts in force that end soon", vi: "Nhắc hợp đồng sắp hết hạn"),
      details: [
        Label(
          "The first to end come first. The setting contract_days says how many days ahead.",
          vi: "Hợp đồng hết hạn sớm đứng trước. Thiết lập contract_days định số ngày nhắc trước."),
        silence,
      ],
      options: [
        days(
          "days",
          Label(
            "How many days ahead, 0 is today only (30)",
            vi: "Số ngày nhắc trước, 0 là chỉ hôm nay (30)")),
        FieldCriteria.mine, PerOwner.option, CalendarOption.option,
      ] + GlobalOptions.format,

      examples: [
        Example(
          "crm remind contracts --days 60 --mine",
          Label("Mine that end within two months", vi: "Hợp đồng của tôi hết hạn trong hai tháng"))
      ],
      reads: { invocation, session in
        let days = try invocation.integer("days", in: 0...100_000)
        return Look { reader in
          let owner = invocation.has("mine") ? try reader.one(.user, session.login) : nil
          let due = try ExpiringContracts.due(
            reader, days: try days ?? ExpiringContracts.days(reader), owner: owner)
          try put(due, session, reader)
        }
      })
  }

  private static let columns: [RowColumn] = [
    RowColumn(
      "expiry_date", .day, Label("Expires on", vi: "Ngày hết hạn"),
      short: Label("Expires", vi: "Hết hạn")),
    RowColumn(
      "days", .integer, Label("Days left", vi: "Còn số ngày"), short: Label("Days", vi: "Còn")),
    RowColumn(
      "code", .code, Label("Code", vi: "Số hợp đồng"), short: Label("Code", vi: "Số HĐ"),
      stays: true),
    RowColumn("name", .text, Label("Name", vi: "Tên hợp đồng"), yields: 1),
    RowColumn(
      "customer", .code, Label("Customer", vi: "Mã khách hàng"),
      short: Label("Customer", vi: "Mã KH")),
    RowColumn(
      "customer_name", .text, Label("Customer name", vi: "Tên khách hàng"),
      short: Label("Name", vi: "Khách hàng"), stays: true),
    RowColumn(
      "value", .money, Label("Value", vi: "Giá trị hợp đồng"), short: Label("Value", vi: "Giá trị")),
    RowColumn(
      "owner", .text, Label("Owner", vi: "Chủ sở hữu"), fit: .wraps),
  ]

  private static func put(
    _ due: [ExpiringContracts.Reminder], _ session: Session, _ reader: Reader
  ) throws {
    if let calendar = try CalendarOption.writer(session) {
      let events = try ReminderEvents(reader, session.language)
      for reminder in due { try calendar.write(events.event(reminder)) }
      return try calendar.finish()
    }
    let today = session.moment.today
    let owners = try OwnerNames(session, reader)
    let rows = try due.map { reminder in
      PerOwner.Row(
        owners: [reminder.owner].compactMap(\.self),
        values: [
          .text(reminder.expiry.iso), .integer(Int64(today.days(until: reminder.expiry))),
          .text(reminder.code), .text(reminder.name), .text(reminder.customer),
          .text(reminder.customerName), reminder.value.map(Value.integer) ?? .null,
          try owners.value(reminder.owner),
        ])
    }
    try PerOwner(session, reader).put(
      rows, columns, key: "contracts", title: Label("Contracts", vi: "Hợp đồng"))
  }
}
