import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm notification list|read`: what the acting user has been told and not taken note of, what
/// waits for them first, as important (RULES 8.5).
enum NotificationCommands {
  static let summary = Label("What is new for me", vi: "Thông báo của tôi")

  static var commands: [Command<Session>] { [list, read] }

  private static let heading = FieldCriteria.heading

  private static var list: Command<Session> {
    Command(
      ["notification", "list"],
      Label(
        "List what is new for me, what waits for me first",
        vi: "Liệt kê thông báo, việc chờ tôi xếp trước"),
      details: [
        Label(
          "Important are comments that mention me, until 'crm comment ack CODE' confirms them, and "
            + "approvals asked of me, until somebody decides; then the rest, newest first, until "
            + "it "
            + "is read. One command is told once, whatever number of records it was about. Nothing "
            + "new prints nothing.",
          vi:
            "Quan trọng là trao đổi nhắc tên tôi, còn đến khi xác nhận bằng 'crm comment ack MÃ', "
            + "và "
            + "yêu cầu phê duyệt gửi tôi, còn đến khi có người quyết định; sau đó là thông báo "
            + "khác, "
            + "mới nhất trước, còn đến khi đọc. Một lệnh chỉ báo một lần, dù về bao nhiêu bản ghi. "
            + "Không có gì mới thì không in gì.")
      ],
      options: [
        Option(
          "important", Label("Only what is important", vi: "Chỉ mục quan trọng"), heading: heading),
        Option(
          "event",
          value: .one(
            "EVENT,…",
            .list(.choices(NotificationRow.events.map { .init($0.key, $0.label) }))),
          Label(
            "Only of these events",
            vi: "Chỉ các sự kiện "
              + "này"), repeats: true, heading: heading),
        Option(
          "kind",
          value: .one("KIND", .choices(Catalogue.crm.nounChoices.map { .init($0.key, $0.label) })),
          Label("Only of records of this kind", vi: "Chỉ loại bản ghi này"), heading: heading),
        Option(
          "from", value: .one("USER", .codes(kind: Kind.user.rawValue)),
          Label("Who did or wrote it", vi: "Người thực hiện hoặc người viết"), heading: heading),
        Option(
          "dates", value: .one("RANGE"),
          Label("When: 2026-11, this-month, 01/11/2026..", vi: "Thời gian: 11/2026, tháng này"),
          heading: heading),
        Option("all", Label("Also what I have read", vi: "Cả thông báo đã đọc"), heading: heading),
        Listing.limit, Listing.offset,
      ] + GlobalOptions.format,
      examples: [
        Example(
          "crm notification list --as lan", Label("What is new for lan", vi: "Thông báo của lan")),
        Example(
          "crm notification list --event hand-over --kind order --dates this-week",
          Label("Orders I was given this week", vi: "Đơn hàng được bàn giao cho tôi tuần này")),
      ],
      reads: { invocation, session in
        let limit = try invocation.integer("limit", in: 0...Int.max)
        let offset = try invocation.integer("offset", in: 0...Int.max) ?? 0
        return Look { reader in
          let wish = try NotificationWish(session, reader)
          let rows = try NotificationRow.all(wish, session, reader).dropFirst(offset)
          let page = limit.map { rows.prefix($0) } ?? rows
          guard !page.isEmpty else { return }
          let columns = NotificationRow.columns(withRead: wish.includesRead)
          try session.putRows(
            page.map { $0.values(withRead: wish.includesRead) }, columns, key: "notifications",
            title: summary)
        }
      })
  }

  private static var read: Command<Session> {
    Command(
      ["notification", "read"],
      Label("Take note of notifications", vi: "Đánh dấu đã đọc thông báo"),
      details: [
        Label(
          "Codes are those of 'crm notification list': numbers of notifications, codes of "
            + "comments; "
            + "that of a customer stands for all of its comments.",
          vi:
            "Mã là mã trong 'crm notification list': số của thông báo, mã trao đổi; mã khách hàng "
            + "là mọi trao đổi của khách đó.")
      ],
      operands: [
        Operand(
          "CODE",
          Label(
            "Numbers of notifications, codes of comments or customers",
            vi: "Số thông báo, mã trao đổi hoặc khách hàng"),
          arity: .many, completion: .codes(kind: Kind.customer.rawValue))
      ],
      options: [Option("all", Label("All there are", vi: "Tất cả thông báo của tôi"))],
      several: true,
      examples: [
        Example("crm notification read --all", Label("All there are", vi: "Tất cả")),
        Example("crm notification read 1 TD000001", Label("These two", vi: "Hai thông báo này")),
      ],
      writes: { invocation, session in
        guard invocation.has("all") || !invocation.operands.isEmpty else {
          throw CRMError(
            .usage, "which notifications? Give codes of 'crm notification list', or --all",
            vi: "chưa chọn thông báo: hãy ghi mã trong 'crm notification list' hoặc --all")
        }
        return Work { writing in
          let isAll = invocation.has("all")
          let numbers = invocation.operands.compactMap { Int64(cleaned($0)) }
          let codes = invocation.operands.filter { Int64(cleaned($0)) == nil }
          if isAll || !numbers.isEmpty {
            tell(try writing.writer.readNotifications(isAll ? nil : numbers), writing)
          }
          if isAll || !codes.isEmpty {
            try CommentCommands.markRead(codes, all: isAll, writing, quiet: isAll)
          }
          if isAll { try tellWaiting(writing) }
        }
      })
  }

  private static func tell(_ numbers: [Int64], _ writing: Writing) {
    let words = writing.tense(CommentCommands.reading)
    let count = numbers.count
    let shown = numbers.prefix(10).map(String.init).joined(separator: ", ")
    let list = numbers.isEmpty ? "" : " (\(shown)\(count > 10 ? ", …" : ""))"
    writing.say(
      "\(words.en): \(count.counted(.en)) \(count == 1 ? "notification" : "notifications")"
        + "\(list).",
      vi: "\(words.vi): \(count.counted(.vi)) thông báo\(list).")
  }

  /// Says what reading does not take off the list: it waits for a deed.
  private static func tellWaiting(_ writing: Writing) throws {
    let rows = try NotificationRow.all(
      NotificationWish(important: true), writing.session, writing.writer)
    guard !rows.isEmpty else { return }
    writing.say(
      "\(rows.count.counted(.en)) still \(rows.count == 1 ? "waits" : "wait") for you, to be "
        + "confirmed or decided: crm notification list --important",
      vi: "Còn \(rows.count.counted(.vi)) mục chờ bạn xác nhận hoặc duyệt: crm notification list "
        + "--important")
  }
}
