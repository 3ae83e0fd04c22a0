import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer transfers list|show`: the history of transfers, shares and viewers (RULES 5.1).
enum TransferCommands {
  static var commands: [Command<Session>] { [list, show] }

  private static var list: Command<Session> {
    Command(
      ["customer", "transfers", "list"],
      Label(
        "Show who transferred or shared customers, to whom and when",
        vi: "Xem lịch sử chuyển chủ sở hữu và chia sẻ khách hàng"),
      details: [
        Label(
          "Newest first, a line for each transfer, whoever had the customers before, and for each "
            + "receiver of a share. What was undone stays, with the operation that took it back.",
          vi: "Mới nhất trước, mỗi lần chuyển một dòng dù khách của nhiều người; chia sẻ thì mỗi "
            + "người nhận một dòng. Việc đã hoàn tác vẫn còn, kèm số thao tác hoàn tác.")
      ],
      options: criteria + [Listing.limit, Listing.offset] + GlobalOptions.format,

      examples: [
        Example(
          "crm customer transfers list --action transfer --to minh --dates this-month",
          Label("What minh was given this month", vi: "Khách hàng minh nhận trong tháng này"))
      ],
      reads: { _, session in
        let limit = try session.invocation.integer("limit", in: 0...Int.max)
        let offset = try session.invocation.integer("offset", in: 0...Int.max) ?? 0
        return Look { reader in
          let entries = try TransferLog.list(
            reader, try criteria(session, reader), limit: limit, offset: offset)
          let texts = TransferTexts(session, reader)
          try session.putRows(
            try entries.map(texts.row), TransferTexts.columns, key: "transfers",
            title: Label("Transfers and shares", vi: "Lịch sử chuyển và chia sẻ"))
        }
      })
  }

  private static let heading = FieldCriteria.heading

  private static var criteria: [Option] {
    let user = Completion.codes(kind: Kind.user.rawValue)
    return [
      Option(
        "action",
        value: .one("ACTION", .choices(TransferTexts.actions.map { .init($0.key, $0.label) })),
        Label("transfer, take, share, unshare, viewer or unviewer", vi: "Hành động"), repeats: true,
        heading: heading),
      Option(
        "by", value: .one("USER", user), Label("Who did it", vi: "Người thực hiện"),
        heading: heading),
      Option(
        "from", value: .one("USER", user),
        Label("Former owner, or who did it", vi: "Chủ cũ hoặc người chuyển"), heading: heading),
      Option(
        "to", value: .one("USER", .custom("principal")),
        Label(
          "Who received: a login, group:NAME, unit:NAME or all",
          vi: "Người nhận: tài khoản, group:TÊN, unit:TÊN hoặc all"), heading: heading),
      Option(
        "dates", value: .one("RANGE"),
        Label("When: 2026-11, this-month, 01/11/2026..", vi: "Thời gian: 11/2026, tháng này"),
        heading: heading),
    ]
  }

  private static func criteria(
    _ session: Session, _ reader: Reader
  ) throws -> TransferCriteria {
    let invocation = session.invocation
    var criteria = TransferCriteria()
    criteria.actions = try invocation.choices("action").compactMap(Transfer.Action.init)
    if let name = invocation.value("by") { criteria.actor = try login(name, reader).login }
    criteria.from = try invocation.value("from").map { try login($0, reader) }
    if let text = invocation.value("to") {
      criteria.to =
        text.contains(":") || text == "all"
        ? try reader.principal(text) : .user(try reader.one(.user, text))
    }
    criteria.days = try invocation.value("dates").map {
      try parseDayRange($0, today: session.moment.today)
    }
    return criteria
  }

  /// Somebody who acts need not be a user, such as an administrator of the machine.
  private static func login(
    _ text: String, _ reader: Reader
  ) throws -> (user: Int64?, login: String) {
    let ids = try reader.resolve(.user, cleaned(text))
    guard ids.count == 1, let id = ids.first else {
      if ids.isEmpty, try TransferLog.knows(reader, actor: cleaned(text)) {
        return (nil, cleaned(text))
      }
      return (try reader.one(.user, text), "")
    }
    return (id, try reader.label(.user, id))
  }

  private static var show: Command<Session> {
    Command(
      ["customer", "transfers", "show"],
      Label(
        "Name the customers of one transfer or share",
        vi: "Xem tên khách hàng của một lần chuyển, chia sẻ"),
      operands: [
        Operand(
          "N", Label("The number of its operation", vi: "Số của thao tác"),
          completion: .custom("transfers"))
      ],
      options: GlobalOptions.format,
      reads: { invocation, session in
        let number = try UndoCommand.number(invocation.operands[0])
        return Look { try TransferTexts(session, $0).putCustomers(of: number) }
      })
  }
}
