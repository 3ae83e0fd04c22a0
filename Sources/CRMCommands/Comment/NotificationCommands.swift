import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm notification list|read`: what the acting user has been told and not taken note of: mentions
/// first, as important (RULES 8.5).
enum NotificationCommands {
  static let summary = Label("What is new for me", vi: "Thông báo của tôi")

  static var commands: [Command<Session>] { [list, read] }

  private static var list: Command<Session> {
    Command(
      ["notification", "list"],
      Label("List what is new for me, mentions first", vi: "Liệt kê thông báo, nhắc tên trước"),
      details: [
        Label(
          "A mention stays until 'crm comment ack CODE' confirms it, another comment until it is "
            + "read. Nothing new prints nothing.",
          vi:
            "Thông báo nhắc tên còn đến khi xác nhận bằng 'crm comment ack MÃ', trao đổi khác còn "
            + "đến khi đọc. Không có gì mới thì không in gì.")
      ],
      options: GlobalOptions.format,
      examples: [
        Example(
          "crm notification list --as lan", Label("What is new for lan", vi: "Thông báo của lan"))
      ],
      reads: { _, session in
        Look { reader in
          var rows: [[Value]] = []
          if let user = reader.actor.user {
            let me = Criterion.equals("mentions", try reader.label(.user, user))
            let acknowledged = Criterion.equals("acknowledged", try reader.label(.user, user))
            try add("important", [me, .not(acknowledged)], to: &rows, reader)
            if let unread = try UnreadCriterion.comments(session, reader) {
              try add("comments", [unread, .not(me)], to: &rows, reader)
            }
          }
          guard !rows.isEmpty else { return }
          try session.putRows(rows, columns, key: "notifications", title: summary)
        }
      })
  }

  private static func add(
    _ section: String, _ conditions: [Expression], to rows: inout [[Value]], _ reader: Reader
  ) throws {
    var query = Query(.comment)
    query.conditions = conditions
    query.sort = [Query.Sort("created", descending: true)]
    let paths = ["created", "code", "customer", "customer.name", "author", "text"]
    try reader.rows(query, try reader.columns(paths, of: .comment)) { _, values in
      rows.append([.text(section)] + values)
    }
  }

  private static let columns = [
    RowColumn(
      "section",
      .choice([
        Choice("important", Label("Important", vi: "Quan trọng")),
        Choice("comments", Label("Comments", vi: "Trao đổi")),
      ]), Label("Section", vi: "Mục")),
    RowColumn("time", .instant, Label("Time", vi: "Thời gian")),
    RowColumn("comment", .code, Label("Comment", vi: "Trao đổi")),
    RowColumn("customer", .code, Label("Customer", vi: "Khách hàng")),
    RowColumn("name", .text, Label("Name", vi: "Tên khách hàng")),
    RowColumn("author", .text, Label("Author", vi: "Người viết")),
    RowColumn("text", .longText, Label("Text", vi: "Nội dung")),
  ]

  private static var read: Command<Session> {
    CommentCommands.read(["notification", "read"], example: "crm notification read --all")
  }
}
