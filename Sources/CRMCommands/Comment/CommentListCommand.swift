import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm comment list`: comments of a customer or of all, newest first (RULES 8.4).
enum CommentListCommand {
  static var command: Command<Session> {
    Command(
      ["comment", "list"],
      Label("List comments, newest first", vi: "Liệt kê trao đổi, mới nhất trước"),
      details: [
        Label(
          "What was changed of a customer is told by 'crm customer history'.",
          vi: "Những thay đổi của khách hàng xem bằng 'crm customer history'.")
      ],
      operands: [
        Operand(
          "CUSTOMER", Label("Of this customer alone", vi: "Chỉ của khách hàng này"),
          arity: .optional, completion: .codes(kind: Kind.customer.rawValue))
      ],
      options: [
        Option(
          "author", value: .one("USER", .codes(kind: Kind.user.rawValue)),
          Label(
            "Written by this user; given again, one of them",
            vi: "Người viết; lặp lại là một trong số đó"),
          repeats: true, heading: heading),
        Option(
          "key", value: .one("KEY"),
          Label(
            "With this #key; given again, all of them", vi: "Có #từ-khóa này; lặp lại là có đủ"),
          repeats: true, heading: heading),
        flag("unread", Label("I have not read", vi: "Tôi chưa đọc")),
        flag("read", Label("I have read", vi: "Tôi đã đọc")),
        flag("deleted", Label("Deleted ones", vi: "Đã xóa")),
        flag("mentions-me", Label("That mention me", vi: "Nhắc tới tôi")),
        flag("exchanges", Label("Exchanges with the customer", vi: "Trao đổi với khách hàng")),
        flag("internal", Label("Among colleagues", vi: "Trao đổi nội bộ")),
      ] + ListCommand.selecting(.comment) + Listing.options(.comment),

      examples: [
        Example(
          "crm comment list KH000001 --key tele",
          Label("The calls with KH000001", vi: "Các lần gọi cho KH000001")),
        Example(
          "crm comment list --unread", Label("What is new for me", vi: "Trao đổi mới của tôi")),
      ],
      reads: { invocation, session in
        Look { reader in
          var query = try Selection.query(.comment, session, reader) ?? Query(.comment)
          query.inTrash = invocation.has("deleted")
          query.conditions += try conditions(session, reader)
          // A key is a word of the text as well, by which it is found fast.
          let keys = invocation.values("key").joined(separator: " ")
          if !keys.isEmpty { query.words = keys }
          if query.sort.isEmpty {
            query.sort = ["date", "created", "code"].map { Query.Sort($0, descending: true) }
          }
          if try ConversationText.isAsked(session) {
            return try ConversationText.put(query, session, reader)
          }
          try Listing.put(
            query, columns: try ListCommand.viewColumns(.comment, session, reader), session, reader)
        }
      })
  }

  private static let heading = FieldCriteria.heading

  private static func flag(_ name: String, _ label: Label) -> Option {
    Option(name, label, heading: heading)
  }

  private static func conditions(_ session: Session, _ reader: Reader) throws -> [Expression] {
    let invocation = session.invocation
    var conditions: [Expression] = []
    if let customer = invocation.operands.first {
      let code = try reader.label(.customer, reader.one(of: [.customer], customer).id)
      conditions.append(Criterion.equals("customer", code))
    }
    let authors = invocation.values("author")
    if !authors.isEmpty { conditions.append(Criterion.equals("author", authors)) }
    for key in invocation.values("key") {
      conditions.append(Criterion.contains("keys", CommentText.kept(key: cleaned(key))))
    }
    if invocation.has("exchanges") { conditions.append(Criterion.equals("exchange", "yes")) }
    if invocation.has("internal") { conditions.append(Criterion.equals("exchange", "no")) }
    guard ["unread", "read", "mentions-me"].contains(where: invocation.has) else {
      return conditions
    }
    guard let user = reader.actor.user else {
      throw CRMError(
        .request, "\(session.login) is no user and has no comments to read",
        vi: "\(session.login) không phải là nhân viên nên không có trao đổi để đọc",
        hints: [
          Label("Say who reads with --as USER.", vi: "Hãy chỉ người đọc bằng --as TÀI-KHOẢN.")
        ])
    }
    let me = try reader.label(.user, user)
    if invocation.has("unread") { conditions.append(Criterion.equals("unread_by", me)) }
    if invocation.has("read") { conditions.append(.not(Criterion.equals("unread_by", me))) }
    if invocation.has("mentions-me") { conditions.append(Criterion.equals("mentions", me)) }
    return conditions
  }
}
