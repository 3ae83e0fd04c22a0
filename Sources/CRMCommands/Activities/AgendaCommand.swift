import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm agenda`: what somebody has to do, overdue first, then day by day (RULES 15.5).
enum AgendaCommand {
  static let summary = Label("What I have to do, day by day", vi: "Việc cần làm theo ngày")

  static var command: Command<Session> {
    Command(
      ["agenda"], summary,
      details: [
        Label(
          "Open tasks and appointments, promised calls, care cards that are due, contracts that "
            + "end and birthdays of one's customers. Of what is overdue the latest are shown.",
          vi:
            "Công việc và lịch hẹn chưa xong, cuộc gọi đã hẹn, thẻ chăm sóc đến hạn, hợp đồng sắp "
            + "hết hạn, sinh nhật khách của mình. Việc quá hạn chỉ hiện những việc gần nhất.")
      ],
      options: [
        Option(
          "user", value: .one("USER", .codes(kind: Kind.user.rawValue)),
          Label("Whose agenda (mine)", vi: "Lịch của ai (mặc định: của tôi)")),
        RemindCommands.days(
          "days", Label("How many days, today is the first (7)", vi: "Số ngày, tính cả hôm nay (7)")
        ),
        Option(
          "limit", value: .one("N"),
          Label("At most so many a section (10)", vi: "Mỗi phần nhiều nhất N dòng (10)")),
        CalendarOption.option,
      ] + GlobalOptions.format,
      examples: [
        Example("crm agenda", Label("My week", vi: "Tuần của tôi")),
        Example(
          "crm agenda --user lan --days 1", Label("Lan's day", vi: "Việc hôm nay của Lan")),
      ],
      reads: { invocation, session in
        let days = try invocation.integer("days", in: 1...366) ?? 7
        let limit = try invocation.integer("limit", in: 0...Int.max)
        return Look { reader in
          let user = try reader.one(.user, invocation.value("user") ?? session.login)
          let rows = AgendaRows(session, reader, user: user)
          try rows.put(days: days, limit: limit)
        }
      })
  }
}
