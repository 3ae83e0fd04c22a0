import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension RemindCommands {
  static var tasks: Command<Session> {
    activities(
      .task, "tasks", ahead: 0, isLate: true,
      Label(
        "Open tasks that are due, overdue ones first", vi: "Nhắc công việc đến hạn, quá hạn trước"))
  }

  static var appointments: Command<Session> {
    activities(
      .appointment, "appointments", ahead: 1, isLate: false,
      Label("Appointments of today and tomorrow", vi: "Nhắc lịch hẹn hôm nay và ngày mai"))
  }

  /// - Parameters:
  ///   - ahead: how many days ahead are told where nobody says.
  ///   - isLate: whether what is overdue is told as well.
  private static func activities(
    _ kind: Kind, _ word: String, ahead: Int, isLate: Bool, _ summary: Label
  ) -> Command<Session> {
    Command(
      ["remind", word], summary, details: [silence],
      options: [
        days(
          "days",
          Label(
            "How many days ahead, 0 is today only (\(ahead))",
            vi: "Số ngày nhắc trước, 0 là chỉ hôm nay (\(ahead))")),
        FieldCriteria.mine, PerOwner.option, CalendarOption.option,
      ] + GlobalOptions.format,
      examples: [
        Example("crm remind \(word) --mine", summary),
        Example(
          "crm remind \(word) --per-owner",
          Label("One block a person, for mail", vi: "Mỗi người một phần, để gửi thư")),
      ],
      reads: { invocation, session in
        let days = try invocation.integer("days", in: 0...366) ?? ahead
        return Look { reader in
          let user = invocation.has("mine") ? try reader.one(.user, session.login) : nil
          let today = session.moment.today
          let entries = try Agenda(reader, of: user).entries(
            through: today.adding(days: days), from: isLate ? nil : today, of: [kind])
          try put(entries, kind, word, session, reader)
        }
      })
  }

  private static func columns(_ kind: Kind) -> [RowColumn] {
    let at = Catalogue.entity(kind).schedule.flatMap { Catalogue.entity(kind).field($0.at) }
    let label = at?.label ?? Label("Date", vi: "Ngày")
    return [
      RowColumn("time", .moment, label, short: at?.short ?? label, stays: true),
      RowColumn("code", .code, Label("Code", vi: "Mã"), stays: true),
      RowColumn("name", .text, Label("What", vi: "Nội dung"), stays: true),
      RowColumn(
        "customer", .code, Label("Customer", vi: "Mã khách hàng"),
        short: Label("Customer", vi: "Mã KH"), yields: 2),
      RowColumn(
        "customer_name", .text, Label("Customer name", vi: "Tên khách hàng"),
        short: Label("Name", vi: "Khách hàng")),
      RowColumn("phones", .phones, Label("Phones", vi: "Điện thoại"), yields: 1),
      RowColumn("performers", .text, Label("Performers", vi: "Người thực hiện"), fit: .wraps),
    ]
  }

  private static func put(
    _ entries: [Agenda.Entry], _ kind: Kind, _ word: String, _ session: Session, _ reader: Reader
  ) throws {
    if let calendar = try CalendarOption.writer(session, hasTimes: true) {
      let events = try AgendaEvents(session, reader)
      for entry in entries { try events.write(.entry(entry), calendar) }
      return try calendar.finish()
    }
    let form = try session.outputForm(forPeople: true)
    let lines = AgendaLines(session, reader, session.style(form))
    let names = try OwnerNames(session, reader)
    let performers = Catalogue.entity(kind).fields.first { $0.road == .performer }?.name
    let rows = try entries.map { entry -> PerOwner.Row in
      let line = try lines.line(.entry(entry))
      let record = try reader.record(kind, entry.id)
      let logins = try (performers.flatMap { record?[$0].list } ?? []).map {
        try reader.label(.user, $0)
      }
      let shown = try logins.compactMap { try names.value($0).text }.joined(separator: "; ")
      return PerOwner.Row(
        owners: logins,
        values: [
          .text(entry.time.storage), .text(line.code), .text(line.text),
          line.customer.map(Value.text) ?? .null, line.customerName.map(Value.text) ?? .null,
          line.phones.map(Value.text) ?? .null, shown.isEmpty ? .null : .text(shown),
        ])
    }
    try PerOwner(session, reader).put(
      rows, columns(kind), key: word, title: Catalogue.entity(kind).plural)
  }
}
