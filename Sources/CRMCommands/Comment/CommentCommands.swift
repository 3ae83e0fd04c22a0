import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm comment …`: what people write about customers (RULES 8).
enum CommentCommands {
  static let entity = Catalogue.entity(.comment)
  static let placeholder = Label("TEXT", vi: "NỘI-DUNG")

  /// The verbs of comments, those that mean something else for comments among them.
  static var commands: [Command<Session>] {
    [
      add, CommentListCommand.command, edit, mark(.like), mark(.unlike), mark(.acknowledge), read,
    ]
  }

  private static let text = Operand(
    "TEXT",
    Label(
      "What to say; - reads it from standard input", vi: "Nội dung; - đọc từ đầu vào chuẩn"))

  private static var add: Command<Session> {
    Command(
      ["comment", "add"],
      Label("Write a comment on a customer", vi: "Ghi trao đổi vào khách hàng"),
      details: [
        Label(
          "@LOGIN mentions a colleague, who has to be able to see the customer, is told by "
            + "'crm notification list' and may reply; #key makes the comment found by --key. @@ "
            + "and "
            + "## are plain. The owner, the viewers, those the customer is shared with for editing "
            + "and those mentioned before may comment. A comment counts as a contact with the "
            + "customer, unless it is --internal.",
          vi:
            "@TÀI-KHOẢN nhắc tới đồng nghiệp; người đó phải xem được khách hàng, nhận thông báo ở "
            + "'crm notification list' và được trả lời; #từ-khóa để tìm lại bằng --key. @@ và ## "
            + "là "
            + "văn bản thường. Chủ sở hữu, người xem, người được chia sẻ quyền sửa và người từng "
            + "được nhắc tên được trao đổi. Trao đổi được tính là một lần liên hệ với khách, trừ "
            + "khi "
            + "có --internal.")
      ],
      operands: [RecordOperands.one(Catalogue.entity(.customer)), text],
      options: [
        Option(
          "internal",
          Label(
            "Among colleagues; no contact with the customer", vi: "Nội bộ, không tính là liên hệ")),
        Option(
          "date", value: .one("DATE"),
          Label("The day of the exchange (today)", vi: "Ngày trao đổi (hôm nay)")),
        Option(
          "location", value: .one("LAT,LNG"), Label("Where it was", vi: "Định vị")),
        NotifyOption.option,
      ],

      examples: [
        Example(
          "crm comment add KH000001 'Khách hẹn gửi báo giá #tele @lan xem giúp'",
          Label("With a key, telling lan", vi: "Có từ khóa, nhắc lan"))
      ],
      writes: { invocation, session in
        var typed = [
          entity.typed("customer", invocation.operands[0]),
          entity.typed("text", try text(invocation.operands[1], session)),
        ]
        if invocation.has("internal") { typed.append(entity.typed("exchange", "no")) }
        for name in ["date", "location"] {
          if let value = invocation.value(name) { typed.append(entity.typed(name, value)) }
        }
        let draft = RecordAdding.Draft(typed.compactMap { $0 })
        return RecordAdding(try session.entity(.comment)).work([draft])
      })
  }

  private static var edit: Command<Session> {
    Command(
      ["comment", "edit"], Label("Change the text of a comment", vi: "Sửa nội dung trao đổi"),
      details: [
        Label(
          "Only its author, within 2 hours of posting it.",
          vi: "Chỉ người viết, trong vòng 2 tiếng từ lúc đăng.")
      ],
      operands: [RecordOperands.one(entity), text], options: [NotifyOption.option],
      examples: [
        Example(
          "crm comment edit TD000001 'Khách hẹn thứ hai'",
          Label("Puts it right", vi: "Sửa lại cho đúng"))
      ],
      writes: { invocation, session in
        let position = try CommentField.text.position
        let text = try text(invocation.operands[1], session)
        let chosen = ChosenRecords(.comment, session, operands: [invocation.operands[0]])
        return Work(on: chosen) { writing, ids in
          let editing = RecordEditing(entity, writing)
          let changes = try writing.writer.read([TypedField(position, [text])], of: entity)
          try editing.apply(RecordEditing.Edit(changes: changes), to: ids)
          editing.report()
        }
      })
  }

  private static func text(_ operand: String, _ session: Session) throws -> String {
    guard operand == "-" else { return operand }
    return try strictText(of: session.bytes(of: operand), in: Environment.standardInput)
  }
}
